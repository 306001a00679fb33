package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxBridgeTest {
  private final List<Runnable> hops = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();
  private final FxBridge bridge = new FxBridge(hops::add);

  @Test
  void manyChangesMakeOneHop() {
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      bridge.show("level of P-1", () -> applied.add("level " + number));
    }
    assertEquals(1, hops.size());
    hops.getFirst().run();
    assertEquals(List.of("level 999"), applied, "only the latest of one subject");
  }

  @Test
  void whatIsPostedComesCompleteAndInOrder() {
    bridge.post(() -> applied.add("scan 1"));
    bridge.show("sync", () -> applied.add("live"));
    bridge.post(() -> applied.add("scan 2"));
    hops.getFirst().run();
    assertEquals(List.of("scan 1", "scan 2", "live"), applied);
  }

  @Test
  void aChangeAfterTheHopMakesTheNextOne() {
    bridge.post(() -> applied.add("one"));
    hops.getFirst().run();
    bridge.post(() -> applied.add("two"));
    assertEquals(2, hops.size());
    hops.getLast().run();
    assertEquals(List.of("one", "two"), applied);
  }

  @Test
  void aFullQueueMakesABackgroundThreadWaitUntilItIsApplied() throws InterruptedException {
    for (int i = 0; i < FxBridge.POSTED_MAX; i++) {
      bridge.post(() -> applied.add("x"));
    }
    Thread late = Thread.ofVirtual().start(() -> bridge.post(() -> applied.add("late")));
    while (late.getState() != Thread.State.WAITING) {
      assertTrue(late.isAlive(), "it must wait");
      Thread.onSpinWait();
    }
    hops.getFirst().run();
    assertTrue(late.join(java.time.Duration.ofSeconds(20)));
    assertEquals(FxBridge.POSTED_MAX, applied.size());
    hops.getLast().run();
    assertEquals("late", applied.getLast());
  }
}
