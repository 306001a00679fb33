package dev.stockwright.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Shift;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.mobile.look.Band;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds on every screen, on the whole handheld with its real shift.
class HandheldRulesTest {
  private static final String MOVING = "Scan the bin it comes from";

  private static Card card(HandheldInHand hand) {
    return Headless.call(() -> hand.app.seen().card());
  }

  private static void move(HandheldInHand hand) {
    Headless.run(() -> hand.app.given(new Input.Point("MOVE")));
    hand.await("moving", () -> hand.instruction().equals(MOVING));
  }

  private static Optional<Signal> band(HandheldInHand hand) {
    return Headless.call(() -> hand.app.view().band().map(Band::signal));
  }

  private static void question(HandheldInHand hand) {
    hand.await("a question", () -> card(hand).question().isPresent());
  }

  @Test
  @DisplayName("H7 A scan while a question is open is work: it closes the question and is not lost")
  void h7AScanWhileAQuestionIsOpenIsNotLost(@TempDir Path folder) {
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      move(hand);
      hand.scan("SW-ANA");
      question(hand);
      hand.scan("A-01");
      hand.await("the bin is taken", () -> hand.instruction().equals("Scan what you take"));
      assertEquals(Optional.empty(), card(hand).question());
    }
  }

  @Test
  @DisplayName("H10 A rejection stays until the next scan that is taken")
  void h10ARejectionStaysUntilTheNextAcceptedScan(@TempDir Path folder) {
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      move(hand);
      hand.scan("NOTHING-OF-OURS");
      hand.await("a rejection", () -> band(hand).equals(Optional.of(Signal.REJECT)));
      Set<Shift.View> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
      drawn.add(Headless.call(hand.app::seen));
      hand.app.client().catalogue().putPlaces(2, HandheldInHand.NORTH, List.of());
      hand.await("drawn again", () -> drawn.add(Headless.call(hand.app::seen)));
      assertEquals(Optional.of(Signal.REJECT), band(hand));
      hand.scan("A-01");
      hand.await("taken", () -> band(hand).equals(Optional.of(Signal.ACCEPT)));
    }
  }

  @Test
  @DisplayName("H40 Escape leads home from every screen, never out, and keeps what was scanned")
  void h40EscapeNeverLeadsOut(@TempDir Path folder) {
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      for (String activity : List.of("RECEIVE", "PUT_AWAY", "PICK", "COUNT", "MOVE", "ADJUST")) {
        Headless.run(() -> hand.app.given(new Input.Point(activity)));
        hand.await(activity, () -> !hand.instruction().equals("Scan anything"));
        hand.window.press(KeyCode.ESCAPE);
        hand.await("home", () -> hand.instruction().equals("Scan anything"));
      }
      move(hand);
      for (String code : List.of("A-01", "HM-1", "B-02")) {
        hand.scan(code);
      }
      hand.await("recorded", () -> hand.app.client().syncStatus().unsent() == 1);
      for (int i = 0; i < 5; i++) {
        hand.window.press(KeyCode.ESCAPE);
      }
      hand.await("home", () -> hand.instruction().equals("Scan anything"));
      move(hand); // what was pressed is handled in its order
      assertEquals(1, hand.app.client().syncStatus().unsent());
      assertTrue(Headless.call(() -> hand.app.scene().getWindow().isShowing()));
    }
  }

  @Test
  @DisplayName("H47 A covered screen opens at the same step by one scan of the same badge")
  void h47OneScanOfTheSameBadgeGoesOn(@TempDir Path folder) {
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      move(hand);
      hand.scan("A-01");
      hand.await("at the bin", () -> hand.instruction().equals("Scan what you take"));
      hand.later(Duration.ofMinutes(6));
      hand.await("covered", () -> hand.instruction().startsWith("Ana"));
      hand.scan("59100001");
      hand.await("not a badge", () -> band(hand).equals(Optional.of(Signal.REJECT)));
      hand.scan("SW-ANA");
      hand.await("the same step", () -> hand.instruction().equals("Scan what you take"));
      Shift.View now = Headless.call(hand.app::seen);
      assertEquals(Optional.of("Ana"), now.person());
    }
  }

  @Test
  @DisplayName("H56 With the keyboard alone: Tab and a blank open the rare actions, Enter works")
  void h56WithTheKeyboardAlone(@TempDir Path folder) {
    try (HandheldInHand hand = HandheldInHand.open(folder, 3, 360, 720)) {
      for (int i = 0; i < 20 && !focused(hand).equals("more"); i++) {
        hand.window.press(KeyCode.TAB);
      }
      assertEquals("more", focused(hand));
      // A blank right after another key may be part of a scan.
      long alone = System.nanoTime() + Duration.ofMillis(300).toNanos();
      for (long left = 1; left > 0; left = alone - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      hand.window.type(" ");
      hand.window.await(() -> !hand.window.all(node -> "sheet".equals(node.getId())).isEmpty());
      hand.window.press(KeyCode.ESCAPE);
      hand.window.await(() -> hand.window.all(node -> "sheet".equals(node.getId())).isEmpty());
    }
  }

  private static String focused(HandheldInHand hand) {
    return Headless.call(
        () ->
            hand.app.scene().getFocusOwner() instanceof Button button && button.getId() != null
                ? button.getId()
                : "");
  }
}
