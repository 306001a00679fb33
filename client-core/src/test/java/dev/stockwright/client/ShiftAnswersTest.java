package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.sync.Credentials;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refusal that comes while somebody records: the outbox and the shift must not wait for each
/// other. They did, and the handheld stood still for ever.
class ShiftAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void aRefusalDoesNotHoldUpWhoeverRecords(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (SmallSite site = new SmallSite();
        ClientCore core =
            ClientCore.open(
                new ClientSettings(
                    folder.resolve("device.db"),
                    Samples.DESK,
                    site.address(),
                    ZoneOffset.UTC,
                    InstantSource.system()),
                scan -> new Identified.PlainCode(scan.text()))) {
      site.refused = new Sku("HM-1");
      Shift shift = core.shift(Optional.of(Samples.NORTH), Duration.ofHours(1), view -> {});
      assertInstanceOf(Reply.Ok.class, core.signIn(new Credentials.Password("ana", "secret")));
      shift.signIn(new Credentials.Password("ana", "secret"));
      CountDownLatch recorded = new CountDownLatch(1);
      Thread worker =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    inTheMiddleOfAScan(shift, core);
                    recorded.countDown();
                  });
      assertTrue(
          recorded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "both wait for each other");
      worker.join(PATIENCE);
      Await.until("the second is answered", () -> core.syncStatus().unsent() == 0);
      assertEquals(2, core.attention().size());
    }
  }

  /// What a scan does with the shift in its hands, while the server refuses what was there before.
  private static void inTheMiddleOfAScan(Shift shift, ClientCore core) {
    synchronized (shift) {
      CommandId first = record(core);
      Await.until(
          "the first is refused",
          () -> core.find(first).filter(entry -> entry.fate() == Entry.Fate.ATTENTION).isPresent());
      CommandId second = record(core);
      assertFalse(second.equals(first));
    }
  }

  private static CommandId record(ClientCore core) {
    return ((Added.Saved) core.add(Samples.receive("HM-1", 1), false)).envelope().id();
  }
}
