package dev.stockwright.server.desk;

import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.move;
import static dev.stockwright.server.desk.TestSite.receive;
import static dev.stockwright.server.desk.TestSite.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the ledger keeps of an answer gives the same answer again, to the byte.
class KeptAnswersTest {
  private static final Sku ODD = new Sku("a/-_.+#9");
  private static final LocationCode DOCK = new LocationCode("DOCK");
  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
    site.database
        .changing()
        .execute("INSERT INTO product (sku, name) VALUES (?, 'with odd letters')", ODD.code());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void everyKindOfAnswerIsTheSameTextAgain() {
    CommandId received = new CommandId(UUID.randomUUID());
    List<Envelope> all = new ArrayList<>();
    all.add(TestSite.envelope(received, 0, false, receive(ODD, 12)));
    all.add(TestSite.envelope(receive(TestSite.S2, 5)));
    all.add(TestSite.envelope(move(ODD, 4, DOCK, A1)));
    all.add(TestSite.envelope(transfer(ODD, 3)));
    all.add(TestSite.envelope(transfer(ODD, 3_000))); // refused
    all.add(TestSite.envelope(receive(new Sku("NOT-THERE"), 1))); // refused
    all.add(TestSite.envelope(receive(TestSite.S2, 5)));
    for (Envelope envelope : all) {
      assertEquals(Wire.ANSWER.text(site.ask(envelope)), kept(envelope.id()));
    }
    Envelope undo = TestSite.envelope(new UndoCommand(all.getLast().id()));
    assertEquals(Wire.ANSWER.text(site.ask(undo)), kept(undo.id()));
  }

  @Test
  void anAnswerThatIsOneMovementIsNotKeptTwice() {
    Envelope one = TestSite.envelope(receive(TestSite.S1, 5));
    Answer answer = site.ask(one);
    assertEquals(
        "none",
        site.database
            .changing()
            .fetchOptional("SELECT answer FROM command WHERE id = ?", one.id().uuid())
            .map(row -> row.get(0, String.class))
            .orElse("none"));
    assertEquals(answer, site.ask(one));
  }

  private static String kept(CommandId id) {
    return site.database
        .changing()
        .fetchOptional("SELECT answer FROM answered_command WHERE id = ?", id.uuid())
        .map(row -> row.get(0, String.class))
        .orElse("none");
  }
}
