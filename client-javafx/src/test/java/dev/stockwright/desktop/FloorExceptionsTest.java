package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.fx.harness.Headless;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was left at the dock, in the exceptions of the desk.
class FloorExceptionsTest {
  private static final String NOTE =
      """
      {"id":%d,"warehouse":"EAST","happened_at":"2026-11-20T10:42:00Z","noted_by":"ana",
       "device":"TC-07","activity":"receive","document":"%s","mistaken":"%s","expected":"%s",
       "scanned":"%s"}
      """;

  @TempDir private Path folder;

  @Test
  void whatWasLeftIsAllowedOrRejectedByKeys() throws Exception {
    try (SmallServer server = new SmallServer()) {
      server.page("/api/v1/referrals", _ -> "{\"items\":[],\"next\":null}");
      server.page("/api/v1/mismatches", _ -> notes());
      Headless.run(() -> {});
      try (FloorApp app =
          FloorApp.open(FloorOptions.of(server.address(), folder), List.of(), FeedbackProbe.NONE)) {
        app.signIn(new Credentials.Password("ines", "right"));
        await(() -> app.shell().signedIn().get() && app.receiving().queue().size() == 2);
        ListsViewModel lists = app.sections().lists();
        Headless.run(
            () -> {
              lists.supervisor().set(true);
              lists.kind().set(ListKind.REFERRALS);
            });
        await(() -> lists.rows().size() == 2);
        assertEquals(
            List.of(
                "over-8: Over-receipt waits, 60 over: Folding rule 2 m, PO-1, Set aside, ana",
                "unknown-7: Unknown barcode, 5901, Left, ana"),
            Headless.call(() -> lists.rows().stream().map(FloorExceptionsTest::words).toList()));
        decide(lists, "over-8", 'a');
        await(() -> sent(server).contains("allow_over_receipt"));
        assertTrue(sent(server).contains("\"quantity\":60"), sent(server));
        await(() -> sent(server).contains("\"expected\":\"allowed\""));
        assertTrue(sent(server).contains("\"document\":\"8\""), sent(server));
        decide(lists, "over-8", 'r');
        await(() -> sent(server).contains("\"expected\":\"rejected\""));
        decide(lists, "unknown-7", 'a');
        await(() -> sent(server).contains("\"expected\":\"seen\""));
        Headless window = Headless.show(() -> app.window().scene(), 1000, 700);
        try {
          window.press(KeyCode.DIGIT6, "ctrl");
          await(() -> app.shell().section().get() == Section.LISTS);
          link(app, lists, server);
        } finally {
          window.close();
        }
        Headless.run(() -> lists.kind().set(ListKind.MISMATCHES));
        await(() -> lists.rows().size() == 1 && lists.rows().getFirst().id().equals("6"));
      }
    }
  }

  /// The product is scanned that the code stands for; a code of none changes nothing.
  private static void link(FloorApp app, ListsViewModel lists, SmallServer server) {
    Headless.run(() -> lists.select(Optional.of("unknown-7")));
    Headless.run(() -> app.window().scanned(scan("NOBODYS")));
    await(() -> lists.notice().get().startsWith("NOBODYS is not known."));
    assertEquals(Optional.empty(), Headless.call(() -> lists.decision().get()));
    Headless.run(() -> app.window().scanned(scan("FR-2")));
    await(() -> lists.decision().get().isPresent());
    assertEquals(
        "Does 5901 stand for Folding rule 2 m (FR-2)?",
        Headless.call(() -> lists.decision().get().orElseThrow().scanned()));
    Headless.run(() -> lists.escape());
    Headless.run(() -> lists.typed('1')); // is another list's number, no answer any more
    Headless.run(() -> lists.kind().set(ListKind.REFERRALS));
    await(() -> lists.rows().size() == 2);
    assertFalse(sent(server).contains("learn_barcode"), () -> sent(server));
    Headless.run(
        () -> {
          lists.select(Optional.of("unknown-7"));
          app.window().scanned(scan("14006381333938"));
        });
    await(() -> lists.decision().get().isPresent());
    assertEquals(
        "From then on a scan of it means 1 case with 24.",
        Headless.call(() -> lists.decision().get().orElseThrow().reason()));
    Headless.run(() -> lists.typed('1'));
    await(() -> sent(server).contains("\"expected\":\"linked\""));
    String learnt =
        server.commands().stream()
            .filter(each -> each.contains("learn_barcode"))
            .findFirst()
            .orElse("");
    assertTrue(learnt.contains("\"barcode\":\"5901\"") && learnt.contains("FR-2"), learnt);
    assertTrue(learnt.contains("\"units\":24"), learnt);
    assertEquals(
        "5901 stands for Folding rule 2 m from now on.", Headless.call(lists.notice()::get));
  }

  /// The newest first; 5 was settled, and 4 is of an order that is closed.
  private static String notes() {
    return "{\"items\":["
        + String.join(
            ",",
            NOTE.formatted(9, "5", "settled", "seen", "-"),
            NOTE.formatted(8, "PO-1", "over_receipt", "60", "FR-2"),
            NOTE.formatted(7, "", "unknown", "left", "5901"),
            NOTE.formatted(6, "PICK-1", "location", "A-01", "A-02"),
            NOTE.formatted(5, "PO-1", "unknown", "set_aside", "5902"),
            NOTE.formatted(4, "PO-9", "over_receipt", "8", "FR-2"))
        + "],\"next\":null}";
  }

  private static void decide(ListsViewModel lists, String row, char key) {
    Headless.run(
        () -> {
          lists.select(Optional.of(row));
          lists.typed(key);
          lists.typed('1');
        });
  }

  private static String sent(SmallServer server) {
    return String.join("\n", server.commands());
  }

  /// Without the time.
  private static String words(ListRow row) {
    return row.id()
        + ": "
        + String.join(", ", row.cells().stream().skip(1).map(ListRow.Cell::words).toList());
  }

  private static Scan scan(String text) {
    return Scan.ofText(text, new DeviceId("scanner-1"), Instant.EPOCH);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!Headless.call(condition::getAsBoolean)) {
      assertTrue(System.nanoTime() < end, "it did not come to that");
      LockSupport.parkNanos(1_000_000); // the machine has other things to do
    }
  }
}
