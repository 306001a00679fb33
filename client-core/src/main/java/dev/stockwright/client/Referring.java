package dev.stockwright.client;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.sync.Settlement;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a supervisor is told, and how it is said what they have decided.
final class Referring {
  private static final Logger LOG = LoggerFactory.getLogger(Referring.class);

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
    Optional<ReferralCommand.ReferRefusal> referral =
        outbox.find(refused).flatMap(entry -> referral(entry, origin.author(), note));
    if (referral.isEmpty()) {
      throw new IllegalArgumentException("nothing to refer: " + refused);
    }
    return outbox.refer(referral.get(), origin);
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

  /// Sent along with the work, but nothing that the work waits for: what cannot be kept is left
  /// out.
  static void note(
      WorkSession.Parts<?> parts, Mismatch mismatch, Scene scene, Optional<String> scan) {
    Command noted = noted(mismatch, scene.warehouse());
    Origin origin = parts.circumstances().origin(List.of(noted), scan, false);
    if (parts.outbox().add(noted, origin) instanceof Added.NotSaved) {
      LOG.warn("mismatch not noted: {}", mismatch);
    }
  }

  /// What one step leaves for the supervisors to see.
  ///
  /// @param before where the person was
  record Noting<S>(WorkSession.Parts<S> parts, S before, Scene scene) {
    /// A scan that did not belong to the work; going on past a question leaves it, too.
    void scanned(Sighting sighting, Step<S> step, Optional<String> raw) {
      boolean declined = step instanceof Step.Mistaken || step instanceof Step.Warned;
      boolean passed = step instanceof Step.Recorded || step instanceof Step.Asked;
      Optional<Mismatch> wrong =
          declined
              ? parts.workflow().mismatch(before, sighting, scene)
              : passed ? left(new Input.Press(Key.BACK)) : Optional.empty();
      wrong.ifPresent(mismatch -> note(parts, mismatch, scene, raw));
    }

    void given(Input input) {
      left(input).ifPresent(mismatch -> note(parts, mismatch, scene, Optional.empty()));
    }

    private Optional<Mismatch> left(Input input) {
      return parts.workflow().left(before, input);
    }
  }

  private static Command noted(Mismatch mismatch, WarehouseCode where) {
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
