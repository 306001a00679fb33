package dev.stockwright.server.referring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReferralCommand.RecordReferral;
import dev.stockwright.protocol.ReferralCommand.ReferRefusal;
import dev.stockwright.protocol.ReferralCommand.RejectReferral;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.server.transferring.Floor;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Refused work that a supervisor decides about, on a real desk. Each test has a product of its
/// own.
class ReferringTest {
  private static final Floor FLOOR = new Floor();
  private static final Operator WIM = new Operator(Floor.WIM);

  @AfterAll
  static void close() {
    FLOOR.assertAddsUp();
    assertEquals(List.of(), new LedgerVerifier(FLOOR.site.database).verify().findings());
    FLOOR.close();
  }

  /// More than the books have there.
  private static Command move(String sku) {
    return Floor.command(
        "{'kind':'move_stock','warehouse':'W1','sku':'%s','quantity':9,'from':'A-01','to':'A-02'}"
            .formatted(sku));
  }

  private static CommandId refused(Command command) {
    CommandId id = new CommandId(UUID.randomUUID());
    assertInstanceOf(Answer.Refused.class, ask(id, WIM, command));
    return id;
  }

  private static Answer ask(CommandId id, Operator who, Command command) {
    return answer(send(id, who, command));
  }

  private static CompletableFuture<Answer> send(CommandId id, Operator who, Command command) {
    return FLOOR.site.desk.submit(
        Submission.of(TestSite.envelope(id, 0, false, command), who));
  }

  private static Answer answer(CompletableFuture<Answer> asked) {
    try {
      return asked.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String said(String who, Command command) {
    return switch (ask(new CommandId(UUID.randomUUID()), new Operator(who), command)) {
      case Answer.Accepted done -> done.documents().getLast().state();
      case Answer.Refused no -> no.message();
      case Answer.Deferred later -> later.message();
    };
  }

  private static ReferRefusal refer(CommandId refused, Command told, String workedBy) {
    return new ReferRefusal(
        TestSite.W1,
        refused,
        Wire.COMMAND.text(told),
        new Operator(workedBy),
        Optional.empty(),
        Optional.of("It stands there"));
  }

  private static CommandId referred(String sku) {
    FLOOR.receive("W1", sku, 4, ",'location':'A-01'");
    CommandId id = refused(move(sku));
    assertEquals("waiting", said(Floor.WIM, refer(id, move(sku), Floor.WIM)));
    return id;
  }

  private static List<String> moved(String sku) {
    return FLOOR.words(
        "SELECT f.code || ' ' || t.code || ' ' || m.quantity || ' ' || m.author FROM movement m"
            + " JOIN product p ON p.id = m.product_id JOIN location f ON f.id = m.from_location_id"
            + " JOIN location t ON t.id = m.to_location_id WHERE p.sku = '"
            + sku
            + "' AND t.code = 'A-02' ORDER BY 1");
  }

  @Test
  void whatIsRecordedHappensUnderTheNameOfWhoDidIt() {
    CommandId id = referred("S-1");
    assertEquals(List.of(), moved("S-1"));
    assertEquals("recorded", said(Floor.BEN, new RecordReferral(TestSite.W1, id)));
    assertEquals(List.of("A-01 A-02 4 wim", "UNRECONCILED A-02 5 wim"), moved("S-1"));
    assertEquals(
        List.of("recorded ben"),
        FLOOR.words(
            "SELECT r.state || ' ' || r.settled_by FROM referral r"
                + " JOIN answered_command c ON c.id = r.recorded_as"
                + " WHERE r.code = 'insufficient_stock' AND r.refused = '"
                + id
                + "'"));
    assertEquals(
        "Referral " + id + " is recorded; this needs one that is waiting.",
        said(Floor.CLEO, new RecordReferral(TestSite.W1, id)));
    assertEquals(2, moved("S-1").size());
  }

  @Test
  void whatIsRejectedNeverHappens() {
    CommandId id = referred("S-2");
    assertEquals("rejected", said(Floor.BEN, new RejectReferral(TestSite.W1, id, "Put back")));
    assertEquals(List.of(), moved("S-2"));
    assertEquals(
        "Referral " + id + " is rejected; this needs one that is waiting.",
        said(Floor.BEN, new RecordReferral(TestSite.W1, id)));
  }

  @Test
  void manySupervisorsAtOnceRecordItOnce() {
    CommandId id = referred("S-3");
    List<CompletableFuture<Answer>> asked =
        List.of(Floor.BEN, Floor.CLEO, Floor.ANA, Floor.BEN, Floor.CLEO).stream()
            .map(
                who ->
                    send(
                        new CommandId(UUID.randomUUID()),
                        new Operator(who),
                        new RecordReferral(TestSite.W1, id)))
            .toList();
    assertEquals(
        1,
        asked.stream()
            .map(ReferringTest::answer)
            .filter(Answer.Accepted.class::isInstance)
            .count());
    assertEquals(2, moved("S-3").size());
  }

  @Test
  void nobodyPutsOtherWordsOrAnotherNameToARefusal() {
    FLOOR.receive("W1", "S-4", 4, ",'location':'A-01'");
    CommandId id = refused(move("S-4"));
    String no = "Wrong command: " + id + ". Expected one that was refused, as it was sent.";
    Command more =
        Floor.command(Wire.COMMAND.text(move("S-4")).replace("\"quantity\":9", "\"quantity\":900"));
    assertEquals(no, said(Floor.WIM, refer(id, more, Floor.WIM)));
    assertEquals(no, said(Floor.WIM, refer(id, move("S-4"), Floor.CLEO)));
    assertEquals("waiting", said(Floor.ANA, refer(id, move("S-4"), Floor.WIM)));
    assertEquals(
        "Another person than wim must decide about this work. Ask a colleague.",
        said(Floor.WIM, new RecordReferral(TestSite.W1, id)));
  }

  /// Insisting does not make every command possible: who settles learns why, and can reject it.
  @Test
  void whatCannotHappenStaysWithTheSupervisor() {
    Command nowhere =
        Floor.command(
            "{'kind':'move_stock','warehouse':'W1','sku':'S-1','quantity':1,'from':'A-01','to':'NO-BIN'}");
    CommandId id = refused(nowhere);
    assertEquals("waiting", said(Floor.WIM, refer(id, nowhere, Floor.WIM)));
    assertEquals(
        "Location NO-BIN is not known in W1. Scan its label.",
        said(Floor.BEN, new RecordReferral(TestSite.W1, id)));
    assertEquals("rejected", said(Floor.BEN, new RejectReferral(TestSite.W1, id, "No bin")));
  }

  @Test
  void aMismatchIsKeptAndChangesNothing() {
    assertEquals(
        "",
        FLOOR.ok(
            Floor.WIM,
            "{'kind':'note_mismatch','warehouse':'W1','activity':'pick','document':'SO-1',"
                + "'mistaken':'product','expected':'S-1','scanned':'S-2'}"));
    assertEquals(
        List.of("wim pick SO-1 product S-1 S-2"),
        FLOOR.words(
            "SELECT concat_ws(' ', noted_by, activity, document, mistaken, expected, scanned)"
                + " FROM mismatch"));
  }
}
