package dev.stockwright.client.outbox;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.store.Note;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What holds for every outbox.
abstract class OutboxContract {
  abstract Outbox outbox();

  static Answer accepted(Envelope envelope) {
    Answer.Change change = new Answer.Change(new WarehouseCode("NORTH"), new Sku("A"), 0, 1, 7, 7);
    return new Answer.Accepted(envelope.id(), List.of(change));
  }

  static Answer refused(Envelope envelope) {
    return new Answer.Refused(
        envelope.id(), new Refusal.UnknownProduct(new Sku("X")), "Product X is not known.");
  }

  @Test
  void commandsAreNumberedFromOneWithoutAGap() {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Envelope envelope = saved(outbox().add(receive("A", i + 1), ANA));
      assertEquals(DESK, envelope.device());
      assertEquals(ANA.scan(), envelope.scan());
      numbers.add(envelope.sequence());
    }
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers);
    assertEquals(
        List.of(1L, 2L, 3L), outbox().pending(3).stream().map(Envelope::sequence).toList());
  }

  @Test
  void theCommandsOfOneStepFollowEachOther() {
    saved(outbox().add(receive("A", 1), ANA));
    Added added =
        outbox()
            .add(
                List.of(receive("B", 2), receive("C", 3)),
                ANA,
                ids -> List.of(new Note("n", ids.getLast().toString())));
    List<Envelope> both = added instanceof Added.Saved saved ? saved.envelopes() : List.of();
    assertEquals(List.of(2L, 3L), both.stream().map(Envelope::sequence).toList());
    assertEquals(both, outbox().from(2, 10));
  }

  @Test
  void anAcceptedOneIsRememberedButNotSentAgain() {
    Envelope one = saved(outbox().add(receive("A", 1), ANA));
    assertEquals(1, outbox().settle(List.of(accepted(one))));
    assertEquals(List.of(), outbox().pending(10));
    Entry entry = outbox().newest(20).getFirst();
    assertEquals(Entry.Fate.ACCEPTED, entry.fate());
    assertEquals(Optional.of(accepted(one)), entry.answer());
  }

  @Test
  void aRefusedOneWaitsForAPersonAndNeverBlocksTheNext() {
    Envelope one = saved(outbox().add(receive("X", 1), ANA));
    Envelope two = saved(outbox().add(receive("A", 2), ANA));
    assertEquals(1, outbox().settle(List.of(refused(one))));
    assertEquals(List.of(two), outbox().pending(10));
    Entry attention = outbox().attention().getFirst();
    assertEquals(one, attention.envelope());
    assertEquals("Product X is not known.", attention.refusalSentence());
    assertEquals(1, outbox().attentionCount());
  }

  private static ReferralCommand.ReferRefusal referral(Envelope refused) {
    return new ReferralCommand.ReferRefusal(
        new WarehouseCode("NORTH"),
        refused.id(),
        "as it was sent",
        new Operator("ana"),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aReferredOneStaysInTheListButNeedsNobodyHere() {
    Envelope one = saved(outbox().add(receive("X", 1), ANA));
    outbox().settle(List.of(refused(one)));
    Envelope sent = saved(outbox().refer(referral(one), ANA));
    assertEquals(List.of(sent), outbox().pending(10));
    assertEquals(0, outbox().attentionCount());
    assertEquals(1, outbox().attention().size());
    assertTrue(outbox().attention().getFirst().referredAt().isPresent());
    assertThrows(
        IllegalArgumentException.class, () -> outbox().refer(referral(one), ANA), "only once");
    assertTrue(outbox().recorded(one.id(), "its new id"));
    assertEquals(List.of(), outbox().attention());
    assertEquals("its new id", outbox().find(one.id()).orElseThrow().remark());
  }

  @Test
  void whatCouldNotBeReferredNeedsSomebodyHereAgain() {
    Envelope one = saved(outbox().add(receive("X", 1), ANA));
    outbox().settle(List.of(refused(one)));
    Envelope sent = saved(outbox().refer(referral(one), ANA));
    outbox().settle(List.of(refused(sent)));
    assertEquals(1, outbox().attentionCount());
    assertEquals(
        List.of(one.id()),
        outbox().attention().stream().map(entry -> entry.envelope().id()).toList());
    assertEquals(Optional.empty(), outbox().attention().getFirst().referredAt());
  }

  @Test
  void aMismatchGoesAlongAndNobodyWaitsForIt() {
    Envelope noted =
        saved(
            outbox()
                .add(
                    new ReferralCommand.NoteMismatch(
                        new WarehouseCode("NORTH"), "pick", Optional.empty(), "lot", "A", "B"),
                    ANA));
    assertEquals(List.of(noted), outbox().pending(10));
    assertEquals(0, outbox().pendingCount());
    assertEquals(List.of(), outbox().newest(10));
    outbox().settle(List.of(refused(noted)));
    assertEquals(List.of(), outbox().attention());
  }

  @Test
  void aDeferredOneStaysAsItIs() {
    Envelope one = saved(outbox().add(receive("A", 1), ANA));
    Answer later = new Answer.Deferred(one.id(), "busy", "Busy.", 500, 0);
    assertEquals(0, outbox().settle(List.of(later)));
    assertEquals(List.of(one), outbox().pending(10));
  }

  @Test
  void theFirstFinalAnswerCountsAndStrangeOnesDoNot() {
    Envelope one = saved(outbox().add(receive("A", 1), ANA));
    assertEquals(1, outbox().settle(List.of(accepted(one), refused(one))));
    assertEquals(0, outbox().settle(List.of(refused(one))));
    assertEquals(0, outbox().attentionCount());
  }

  @Test
  void aRefusedOneCanBeGivenAgainUnderANewName() {
    Envelope one = saved(outbox().add(receive("X", 1), ANA));
    outbox().settle(List.of(refused(one)));
    Envelope again = saved(outbox().resend(one.id(), new Origin(ANA.author(), ANA.scan(), true)));
    assertNotEquals(one.id(), again.id());
    assertEquals(2, again.sequence());
    assertTrue(again.insisted());
    assertEquals(one.command(), again.command());
    assertEquals(0, outbox().attentionCount());
    assertEquals(again.id().toString(), outbox().find(one.id()).map(Entry::remark).orElse(""));
    assertThrows(IllegalArgumentException.class, () -> outbox().resend(one.id(), ANA));
  }

  @Test
  void aRefusedOneCanBeGivenUpWithAReason() {
    Envelope one = saved(outbox().add(receive("X", 1), ANA));
    outbox().settle(List.of(refused(one)));
    assertTrue(outbox().discard(one.id(), "counted twice"));
    assertFalse(outbox().discard(one.id(), "counted twice"));
    assertEquals(0, outbox().attentionCount());
    assertEquals("counted twice", outbox().find(one.id()).map(Entry::remark).orElse(""));
  }

  @Test
  void theHistoryIsShortButWhatIsOpenStays() {
    Envelope open = saved(outbox().add(receive("X", 1), ANA));
    outbox().settle(List.of(refused(open)));
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < Outbox.HISTORY + 50; i++) {
      answers.add(accepted(saved(outbox().add(receive("A", 1), ANA))));
    }
    assertEquals(Outbox.HISTORY + 50, outbox().settle(answers));
    assertEquals(Outbox.HISTORY + 1, outbox().newest(10_000).size());
    assertEquals(1, outbox().attentionCount());
    assertEquals(252, saved(outbox().add(receive("A", 1), ANA)).sequence());
    assertEquals(52, outbox().from(2, 1).getFirst().sequence());
  }

  @Test
  void listenersHearInOrder() {
    List<String> heard = new ArrayList<>();
    outbox()
        .listen(
            new OutboxListener() {
              @Override
              public void added(Envelope envelope) {
                heard.add("added " + envelope.sequence());
              }

              @Override
              public void settled(Envelope envelope, Answer answer) {
                heard.add("settled " + envelope.sequence());
              }
            });
    Envelope one = saved(outbox().add(receive("A", 1), ANA));
    outbox().settle(List.of(accepted(one)));
    assertEquals(List.of("added 1", "settled 1"), heard);
  }
}
