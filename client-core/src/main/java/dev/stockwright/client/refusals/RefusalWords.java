package dev.stockwright.client.refusals;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CountRefusal;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.MoveRefusal;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TaskRefusal;
import dev.stockwright.protocol.WorkRefusal;
import dev.stockwright.vocabulary.LocationCode;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text of every refusal. In English it is word for word the sentence that the server says
/// ([dev.stockwright.protocol.Sentences]), so figures stand ungrouped; what the server gives as
/// words of its own, such as a state or a reason, stands in it as it came.
public final class RefusalWords {
  private RefusalWords() {}

  /// What to show a person whose command was answered so; empty when it was not refused. In English
  /// it is what the server has said, which may be newer than this app.
  public static String sentence(Optional<Answer> answer, Wording wording) {
    if (!(answer.orElse(null) instanceof Answer.Refused refused)) {
      return "";
    }
    return wording.language() == Language.ENGLISH
        ? refused.message()
        : wording.say(of(refused.refusal()));
  }

  /// What to show a person.
  public static Text of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Malformed r -> say(RefusalPhrase.MALFORMED, capital(r.detail()));
      case Refusal.DifferentContent r -> say(RefusalPhrase.DIFFERENT_CONTENT, r.id());
      case Refusal.SequenceUsed r ->
          say(RefusalPhrase.SEQUENCE_USED, r.sequence(), r.device(), r.last());
      case Refusal.NotAllowed r ->
          r.at()
              .map(at -> say(RefusalPhrase.NOT_ALLOWED_IN, r.what(), at))
              .orElseGet(() -> say(RefusalPhrase.NOT_ALLOWED, r.what()));
      case Refusal.UnknownWarehouse r -> say(RefusalPhrase.UNKNOWN_WAREHOUSE, r.warehouse());
      case Refusal.UnknownProduct r -> say(RefusalPhrase.UNKNOWN_PRODUCT, r.sku());
      case Refusal.UnknownLocation r ->
          say(RefusalPhrase.UNKNOWN_LOCATION, r.location(), r.warehouse());
      case Refusal.UnknownOrder r -> say(RefusalPhrase.UNKNOWN_ORDER, r.order());
      case Refusal.UnknownReservation r -> say(RefusalPhrase.UNKNOWN_RESERVATION, r.order());
      case Refusal.SamePlace r -> say(RefusalPhrase.SAME_PLACE, r.place());
      case Refusal.SerialNotSingle r ->
          say(RefusalPhrase.SERIAL_NOT_SINGLE, r.serial(), r.quantity());
      case Refusal.SerialAlreadyHere r ->
          r.came()
              .map(
                  came ->
                      say(
                          RefusalPhrase.SERIAL_CAME,
                          r.serial(),
                          r.sku(),
                          came.moment(),
                          came.who(),
                          came.place(),
                          r.location()))
              .orElseGet(
                  () -> say(RefusalPhrase.SERIAL_ALREADY_HERE, r.serial(), r.sku(), r.location()));
      case Refusal.NotOnOrder r -> say(RefusalPhrase.NOT_ON_ORDER, r.sku(), r.order());
      case Refusal.OverReceipt r ->
          say(
              RefusalPhrase.OVER_RECEIPT,
              r.received() + r.wanted() - r.ordered(),
              r.order(),
              r.received(),
              r.ordered());
      case Refusal.InsufficientStock r -> insufficient(r);
      case Refusal.OrderAlreadyReserved r -> say(RefusalPhrase.ORDER_ALREADY_RESERVED, r.order());
      case Refusal.ReservationEnded r -> say(RefusalPhrase.RESERVATION_ENDED, r.order(), r.state());
      case Refusal.NothingToUndo r -> say(RefusalPhrase.NOTHING_TO_UNDO, r.undone());
      case Refusal.AlreadyUndone r -> say(RefusalPhrase.ALREADY_UNDONE, r.undone());
      case WorkRefusal r -> work(r);
    };
  }

  private static Text insufficient(Refusal.InsufficientStock r) {
    return r.bin()
        .map(bin -> say(RefusalPhrase.INSUFFICIENT_IN_BIN, r.available(), r.sku(), bin, r.wanted()))
        .orElseGet(
            () ->
                say(
                    RefusalPhrase.INSUFFICIENT_IN_WAREHOUSE,
                    r.available(),
                    r.sku(),
                    r.warehouse(),
                    r.wanted()));
  }

  private static Text work(WorkRefusal refusal) {
    return switch (refusal) {
      case CountRefusal r -> count(r);
      case DocumentRefusal r -> document(r);
      case GuardRefusal r -> WorkRefusalWords.guard(r);
      case InboundRefusal r -> WorkRefusalWords.inbound(r);
      case MasterRefusal r -> WorkRefusalWords.master(r);
      case MoveRefusal r -> WorkRefusalWords.move(r);
      case OrderRefusal r -> WorkRefusalWords.order(r);
      case PickingRefusal r -> WorkRefusalWords.picking(r);
      case TaskRefusal r -> task(r);
    };
  }

  private static Text count(CountRefusal refusal) {
    return switch (refusal) {
      case CountRefusal.BinTaken r -> say(RefusalPhrase.BIN_TAKEN, r.who(), r.location());
      case CountRefusal.BinCounted r -> say(RefusalPhrase.BIN_COUNTED, r.location(), r.number());
      case CountRefusal.BinNotAsked r -> say(RefusalPhrase.BIN_NOT_ASKED, r.location(), r.number());
      case CountRefusal.ZeroNotConfirmed r -> say(RefusalPhrase.ZERO_NOT_CONFIRMED, r.location());
      case CountRefusal.BinNotEmpty r -> say(RefusalPhrase.BIN_NOT_EMPTY, r.location());
      case CountRefusal.BinsLeft r -> {
        String bins = r.bins().stream().map(LocationCode::code).collect(Collectors.joining(", "));
        int more = r.left() - r.bins().size();
        yield more > 0
            ? say(RefusalPhrase.BINS_LEFT_AND_MORE, r.number(), bins, more)
            : say(RefusalPhrase.BINS_LEFT, r.number(), bins);
      }
      case CountRefusal.MovedOn r ->
          say(RefusalPhrase.MOVED_ON, r.location(), r.line(), r.number());
    };
  }

  private static Text document(DocumentRefusal refusal) {
    return switch (refusal) {
      case DocumentRefusal.UnknownDocument r ->
          say(RefusalPhrase.UNKNOWN_DOCUMENT, DocumentPhrase.of(r.document()), r.number());
      case DocumentRefusal.DocumentExists r ->
          say(RefusalPhrase.DOCUMENT_EXISTS, DocumentPhrase.of(r.document()), r.number());
      case DocumentRefusal.WrongState r ->
          say(
              RefusalPhrase.WRONG_STATE,
              new Text.Start(DocumentPhrase.of(r.document())),
              r.number(),
              r.given(),
              r.expected());
      case DocumentRefusal.Mismatch r ->
          say(RefusalPhrase.MISMATCH, r.what(), r.given(), r.expected());
      case DocumentRefusal.OutOfRange r ->
          say(RefusalPhrase.OUT_OF_RANGE, capital(r.what()), r.given(), r.expected());
      case DocumentRefusal.OtherPersonNeeded r ->
          say(RefusalPhrase.OTHER_PERSON_NEEDED, r.who(), r.what());
    };
  }

  private static Text task(TaskRefusal refusal) {
    return switch (refusal) {
      case TaskRefusal.TaskTaken r -> say(RefusalPhrase.TASK_TAKEN, r.who(), r.number());
      case TaskRefusal.NoTask r -> say(RefusalPhrase.NO_TASK, r.warehouse());
    };
  }

  /// Figures as the server writes them.
  static Text say(RefusalPhrase phrase, Object... parts) {
    Object[] plain = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      plain[i] = parts[i] instanceof Number number ? number.toString() : parts[i];
    }
    return Text.of(phrase, plain);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
