package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Doubt;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.client.workflow.receiving.ReceivingState.StrangeUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.Optional;

/// Receiving goods, blind or against a purchase order: pure, `(state, sighting) -> step`.
///
/// Goods are received the moment they are scanned; only what is missing (a lot, a serial number) or
/// doubtful (too much, another order, expired) is asked. The states and every step are drawn in
/// `docs/workflows/receiving.md`, which a test keeps equal to the table it runs.
public final class ReceivingWorkflow implements Workflow<ReceivingState> {
  @Override
  public Step<ReceivingState> seen(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Ready ready -> ready(state, sighting, scene);
      case LotWanted wanted -> lot(state, wanted, sighting, scene);
      case SerialWanted wanted -> serial(state, wanted, sighting, scene);
      case Deciding deciding -> whileDeciding(state, deciding, sighting, scene);
    };
  }

  @Override
  public Step<ReceivingState> given(ReceivingState state, Input input, Scene scene) {
    return ReceivingAnswers.given(this, state, input, scene);
  }

  @Override
  public Card card(ReceivingState state, Scene scene) {
    return ReceivingCard.of(state);
  }

  private Step<ReceivingState> ready(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods ->
          Receipt.of(state, goods, state.times(), Answered.NOTHING).judge(scene);
      case Sighting.AtPlace at ->
          new Step.Asked<>(
              state.at(at.place().code()),
              said(ReceivingPhrase.STAGING_NOW, at.place().code(), ReceivingPhrase.SCAN_GOODS));
      case Sighting.Document document -> open(state, document.order());
      case Sighting.Ambiguous many ->
          mistaken(
              state,
              Said.of(
                  Text.of(
                      ReceivingPhrase.AMBIGUOUS, Words.shown(many.text()), many.products().size()),
                  Text.of(ReceivingPhrase.OTHER_CODE)));
      case Sighting.Paper paper -> unwanted(state, paper);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Unit unit -> undecided(state, new StrangeUnit(unit.unit().code()));
      case Sighting.Unknown unknown -> undecided(state, new Strange(unknown.text()));
      case Sighting.Unreadable unreadable -> misread(state, unreadable);
    };
  }

  private static Step<ReceivingState> open(ReceivingState state, OpenOrder order) {
    if (state.order().filter(order.number()::equals).isPresent()) {
      return mistaken(
          state, said(ReceivingPhrase.OPEN_ALREADY, order.number(), ReceivingPhrase.SCAN_GOODS));
    }
    return new Step.Asked<>(
        state.on(order.number()),
        Said.of(
                Text.of(ReceivingPhrase.ORDER_OPEN, order.number(), order.supplier()),
                Text.of(ReceivingPhrase.SCAN_GOODS))
            .value(Text.of(CommonPhrase.FRACTION, order.linesDone(), order.lines().size())));
  }

  private static Step<ReceivingState> undecided(ReceivingState state, Doubt doubt) {
    return new Step.Undecided<>(
        state.in(new Deciding(doubt, Answered.NOTHING)),
        ReceivingQuestion.said(doubt, state.order()));
  }

  private static Step<ReceivingState> unwanted(ReceivingState state, Sighting seen) {
    return mistaken(state, Unwanted.said(seen, Text.of(ReceivingPhrase.SCAN_GOODS)));
  }

  private static Step<ReceivingState> misread(ReceivingState state, Sighting.Unreadable scan) {
    return mistaken(
        state,
        Said.of(Text.of(ReceivingPhrase.MISREAD), Text.of(CommonPhrase.AS_IS, scan.message())));
  }

  static Step<ReceivingState> mistaken(ReceivingState state, Said said) {
    return new Step.Mistaken<>(state, said);
  }

  static Said said(ReceivingPhrase headline, Object part, ReceivingPhrase detail) {
    return Said.of(Text.of(headline, part), Text.of(detail));
  }

  static Said said(ReceivingPhrase headline, ReceivingPhrase detail) {
    return Said.of(Text.of(headline), Text.of(detail));
  }

  private Step<ReceivingState> lot(
      ReceivingState state, LotWanted wanted, Sighting sighting, Scene scene) {
    Optional<LotCode> lot =
        switch (sighting) {
          case Sighting.Unknown text -> text.plain() ? lotOf(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(wanted.goods().product().sku())
                  ? goods.label().lot()
                  : Optional.empty();
          case Sighting.AtPlace place -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (lot.isEmpty()) {
      return sighting instanceof Sighting.Unreadable unreadable
          ? misread(state, unreadable)
          : mistaken(
              state,
              said(
                  ReceivingPhrase.LOT_FIRST,
                  wanted.goods().product().name(),
                  ReceivingPhrase.TYPE_LOT));
    }
    Optional<LocalDate> expiry =
        sighting instanceof Sighting.Goods again ? again.label().expiry() : Optional.empty();
    Sighting.Goods whole = withLot(wanted.goods(), lot.get(), expiry);
    return Receipt.of(state.ready(), whole, wanted.times(), Answered.NOTHING).judge(scene);
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Sighting.Goods withLot(
      Sighting.Goods goods, LotCode lot, Optional<LocalDate> expiry) {
    Label old = goods.label();
    return labelled(
        goods,
        new Label(
            Optional.of(lot),
            old.serial(),
            old.expiry().or(() -> expiry),
            old.handlingUnit(),
            old.count()));
  }

  private static Sighting.Goods labelled(Sighting.Goods goods, Label label) {
    return new Sighting.Goods(
        goods.product(), goods.pack(), label, goods.orders(), goods.seenBefore());
  }

  private Step<ReceivingState> serial(
      ReceivingState state, SerialWanted wanted, Sighting sighting, Scene scene) {
    if (sighting instanceof Sighting.Goods goods
        && goods.product().sku().equals(wanted.goods().product().sku())
        && goods.label().serial().isPresent()) {
      return Receipt.of(state.ready(), goods, 1, Answered.NOTHING).judge(scene);
    }
    if (sighting instanceof Sighting.Unreadable unreadable) {
      return misread(state, unreadable);
    }
    Optional<SerialNumber> serial =
        sighting instanceof Sighting.Unknown text && text.plain()
            ? serialOf(text.text())
            : Optional.empty();
    if (serial.isEmpty()) {
      return mistaken(
          state,
          said(
              ReceivingPhrase.SERIAL_FIRST,
              wanted.goods().product().name(),
              ReceivingPhrase.TYPE_SERIAL));
    }
    Label old = wanted.goods().label();
    Label label = new Label(old.lot(), serial, old.expiry(), old.handlingUnit(), old.count());
    Sighting.Goods whole = labelled(wanted.goods(), label);
    return Receipt.of(state.ready(), whole, 1, Answered.NOTHING).judge(scene);
  }

  private static Optional<SerialNumber> serialOf(String text) {
    try {
      return Optional.of(new SerialNumber(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// A scan that is fine by itself leaves the question and goes on; anything else has to wait for
  /// its answer.
  private Step<ReceivingState> whileDeciding(
      ReceivingState state, Deciding deciding, Sighting sighting, Scene scene) {
    Step<ReceivingState> alone = ready(state.ready(), sighting, scene);
    return switch (alone) {
      case Step.Recorded<ReceivingState> recorded -> recorded;
      case Step.Asked<ReceivingState> asked -> asked;
      case Step.Left<ReceivingState> left -> left;
      case Step.Mistaken<ReceivingState> mistaken -> mistaken(state, mistaken.said());
      case Step.Warned<ReceivingState> warned -> warned;
      case Step.Undecided<ReceivingState> another ->
          mistaken(
              state,
              said(
                  ReceivingPhrase.QUESTION_OPEN,
                  ReceivingQuestion.of(deciding.doubt(), state.order()).subject(),
                  ReceivingPhrase.ANSWER_FIRST));
    };
  }
}
