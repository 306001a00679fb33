package dev.stockwright.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.Database;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.masterdata.site.SiteImport;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSiteOnTheDeskTest {
  @Test
  void theDeskAcceptsEveryReceiptAndTheSiteLooksLived(@TempDir Path folder) throws Exception {
    DemoSite files = new DemoSite(Path.of("..", "packaging", "demo"), LocalDate.of(2026, 11, 20));
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("pg"));
        Database database = Database.open(postgres.place())) {
      SiteImport importing = new SiteImport(database);
      assertTrue(importing.load(files.site()) > 1_000);
      assertEquals(0, importing.load(files.site()));
      try (CommandDesk desk =
          new CommandDesk(
              database,
              new Catalogue(),
              DeskSettings.standard(),
              (warehouse, epoch, events) -> {})) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Command receipt : files.receipts()) {
          answers.add(desk.submit(submission(receipt)));
        }
        for (CompletableFuture<Answer> answer : answers) {
          assertInstanceOf(Answer.Accepted.class, answer.get(30, TimeUnit.SECONDS));
        }
      }
      assertEquals(770L, count(database, "movement"));
      for (String warehouse : List.of("NORTH", "HAVEN", "LAKE")) {
        String here = "warehouse_id = (SELECT id FROM warehouse WHERE code = '" + warehouse + "')";
        assertTrue(count(database, "stock_level WHERE is_low AND " + here) >= 5, warehouse);
        assertTrue(count(database, "purchase_order WHERE " + here) >= 3, warehouse);
      }
      String inPart = "purchase_order_line WHERE received > 0 AND received < ordered";
      assertEquals(10L, count(database, inPart));
      assertEquals(0L, count(database, "purchase_order WHERE state <> 'open'"));
    }
  }

  private static Submission submission(Command command) {
    Envelope envelope =
        new Envelope(
            new CommandId(UUID.randomUUID()),
            new DeviceId("TEST"),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command);
    return Submission.of(envelope, new Operator("ines.carvalho"));
  }

  private static long count(Database database, String what) {
    return (Long) database.reading().fetchSingle("SELECT count(*) FROM " + what).get(0);
  }
}
