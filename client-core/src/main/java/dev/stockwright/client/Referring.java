package dev.stockwright.client;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// What a supervisor is told, and how it is said what they have decided.
final class Referring {
  private Referring() {}

  /// Whether a supervisor can be asked about it: it is refused work of a warehouse, and nobody has
  /// asked yet.
  static boolean possible(Entry entry) {
    return entry.referredAt().isEmpty()
        && ReferralCommand.place(entry.envelope().command()).isPresent();
  }

  /// Sends it to a supervisor.
  ///
  /// @param origin who does so
  static Added refer(Outbox outbox, CommandId refused, Optional<String> note, Origin origin) {
    return outbox
        .find(refused)
        .flatMap(entry -> referral(entry, origin.author(), note))
        .map(referral -> outbox.refer(referral, origin))
        .orElseThrow(() -> new IllegalArgumentException("nothing to refer: " + refused));
  }

  /// The refused command, under the name of who gave it.
  ///
  /// @param sender who is signed in; the work of nobody is theirs
  static Optional<ReferralCommand.ReferRefusal> referral(
      Entry entry, Optional<Operator> sender, Optional<String> note) {
    Envelope refused = entry.envelope();
    Optional<WarehouseCode> place = ReferralCommand.place(refused.command());
    Optional<Operator> by = refused.author().or(() -> sender);
    return place.flatMap(
        where ->
            by.map(
                person ->
                    new ReferralCommand.ReferRefusal(
                        where,
                        refused.id(),
                        Wire.COMMAND.text(refused.command()),
                        person,
                        refused.occurredAt(),
                        note.map(Referring::plain).filter(words -> !words.isBlank()))));
  }

  static Command noted(Mismatch mismatch, WarehouseCode where) {
    return new ReferralCommand.NoteMismatch(
        where,
        mismatch.activity(),
        mismatch.document().map(Referring::plain),
        mismatch.mistaken(),
        plain(mismatch.expected()),
        plain(mismatch.scanned()));
  }

  /// As much of it as may be sent; what cannot be seen becomes a question mark.
  private static String plain(String words) {
    StringBuilder shown = new StringBuilder();
    words
        .codePoints()
        .limit(ReferralCommand.WORDS_MAX / 2)
        .map(character -> Character.isISOControl(character) ? '?' : character)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /// What a person hears when their refused work was decided about.
  static Turn turn(Settlement settled) {
    Text headline =
        Text.of(
            settled.recorded() ? ShiftPhrase.REFERRAL_RECORDED : ShiftPhrase.REFERRAL_REJECTED,
            settled.by());
    return Turn.of(
        Signal.SYSTEM,
        Said.of(
            headline,
            settled.recorded()
                ? Text.of(ShiftPhrase.REFERRAL_IS_BOOKED)
                : Text.of(CommonPhrase.AS_IS, settled.reason())));
  }
}
