package dev.stockwright.client.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.vocabulary.DeviceId;
import org.junit.jupiter.api.Test;

/// What the pill says of sign-in and of a server that is not reached.
class LinkHealthTest {
  private final ManualClock clock = new ManualClock();
  private final LinkHealth health =
      new LinkHealth(new MemoryOutbox(new DeviceId("gun"), clock), clock);

  private SyncState state() {
    return health.status().state();
  }

  @Test
  void nobodyCanSignInWhereTheServerIsNotReached() {
    health.nobodySignedIn();
    assertEquals(new SyncState.SignInNeeded(0), state());
    health.unreachable();
    assertEquals(new SyncState.Offline(0, clock.instant()), state());
    health.nobodySignedIn();
    assertEquals(new SyncState.Offline(0, clock.instant()), state());
  }

  @Test
  void theServerItselfAsksForSignIn() {
    health.unreachable();
    health.signInNeeded();
    assertEquals(new SyncState.SignInNeeded(0), state());
    health.answered();
    assertEquals(new SyncState.Live(), state());
  }

  @Test
  void oneCallWithoutAnAnswerIsNotTheEndWhileTheStreamIsUp() {
    health.streamUp();
    health.unreachable();
    assertEquals(new SyncState.Live(), state());
    health.streamDown();
    assertEquals(new SyncState.Offline(0, clock.instant()), state());
  }
}
