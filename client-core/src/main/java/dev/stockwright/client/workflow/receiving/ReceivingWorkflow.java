package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Closing;
import dev.stockwright.client.workflow.receiving.ReceivingState.CountSaid;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.ExpiryWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.FaultWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Linking;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Receiving goods without a document, against a purchase order or a shipping notice: pure,
/// `(state, sighting) -> step`.
///
/// Goods are received the moment they are scanned; only what is missing (a lot, a date, a serial
/// number) or doubtful (too much, another order, expired) is asked. The states and every step are
/// drawn in `docs/workflows/receiving-steps.md`, which a test keeps equal to the table it runs.
public final class ReceivingWorkflow implements Workflow<ReceivingState> {
  @Override
  public Optional<Mismatch> left(ReceivingState state, Input input) {
    return LeftBehind.of(state, input);
  }

  @Override
  public Step<ReceivingState> seen(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Ready ready -> ready(state, sighting, scene);
      case LotWanted wanted -> new Missing(state, wanted.load(), scene).lot(sighting);
      case ExpiryWanted wanted -> new Missing(state, wanted.load(), scene).expiry(sighting);
      case SerialWanted wanted -> new Missing(state, wanted.load(), scene).serial(sighting);
      case FaultWanted wanted -> kept(state, ready(state.ready(), sighting, scene));
      case Closing closing -> kept(state, ready(state.ready(), sighting, scene));
      case Linking linking -> link(state, linking, sighting);
      case Deciding deciding -> whileDeciding(state, deciding, sighting, scene);
    };
  }

  @Override
  public Step<ReceivingState> given(ReceivingState state, Input input, Scene scene) {
    return ReceivingAnswers.given(this, state, input, scene);
  }

  @Override
  public Card card(ReceivingState state, Scene scene) {
    return new ReceivingCard(state, scene).card();
  }

  @Override
  public boolean waits(ReceivingState state) {
    return switch (state.phase()) {
      case LotWanted wanted -> true;
      case ExpiryWanted wanted -> true;
      case SerialWanted wanted -> true;
      case Ready ready -> false;
      case FaultWanted wanted -> false;
      case Linking linking -> false;
      case Closing closing -> false;
      case Deciding deciding -> true;
    };
  }

  /// Goods that came; what else a receipt did is taken back by it, at the desk.
  @Override
  public boolean reversible(Command command) {
    return command instanceof ReceiveGoods
        || command instanceof ReceiveLine
        || command instanceof ReceiveUnit;
  }

  @Override
  public Optional<Said> undone(ReceivingState state, Scene scene) {
    return state
        .last()
        .flatMap(last -> last instanceof LastGoods goods ? Optional.of(goods) : Optional.empty())
        .map(LastGoods::load)
        .map(
            load ->
                Said.of(
                        Text.of(
                            ReceivingPhrase.UNDONE,
                            Text.of(
                                ReceivingPhrase.RECEIVED,
                                load.product(scene).name(),
                                Receipt.figure(load))),
                        Text.of(ReceivingPhrase.PUT_GOODS_BACK))
                    .value(Text.of(CommonPhrase.MINUS, load.units())));
  }

  /// Without its receipt a delivery cannot go on: it is opened again.
  @Override
  public ReceivingState refused(ReceivingState state, Command command) {
    return command instanceof StartReceipt start
            && state.against() instanceof Delivery delivery
            && start.number().filter(delivery.receipt()::equals).isPresent()
        ? state.without()
        : state;
  }

  Step<ReceivingState> ready(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods -> goods(state, goods, scene);
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
      case Sighting.Paper paper ->
          Deliveries.notice(scene, paper.number())
              .filter(notice -> paper.kind() == Sighting.Paper.Kind.NOTICE)
              .map(notice -> Deliveries.open(state, notice, scene))
              .orElseGet(() -> unwanted(state, paper));
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Unit unit -> Deliveries.unit(state, unit, scene);
      case Sighting.Unknown unknown -> strange(state, unknown, scene);
      case Sighting.Unreadable unreadable ->
          unreadable
              .meant()
              .map(goods -> howMany(state, goods, scene))
              .orElseGet(() -> misread(state, unreadable));
    };
  }

  /// A pallet that was announced comes whole, whatever else its label says.
  private static Step<ReceivingState> goods(
      ReceivingState state, Sighting.Goods goods, Scene scene) {
    Optional<HandlingUnit> announced =
        goods.label().handlingUnit().filter(unit -> Deliveries.announced(scene, unit).isPresent());
    return announced
        .map(
            unit ->
                Deliveries.unit(state, new Sighting.Unit(unit, scene.books().unit(unit)), scene))
        .orElseGet(
            () ->
                new Receipt(state, Load.of(goods, state.times()), Answered.NOTHING, scene).judge());
  }

  static Step<ReceivingState> open(ReceivingState state, OpenOrder order) {
    if (state.order().filter(order.number()::equals).isPresent()) {
      return mistaken(
          state, said(ReceivingPhrase.OPEN_ALREADY, order.number(), ReceivingPhrase.SCAN_GOODS));
    }
    if (state.against() instanceof Delivery delivery && delivery.begun()) {
      return Deliveries.unfinished(state, order.number(), delivery);
    }
    return new Step.Asked<>(
        state.on(new Order(order.number(), false)),
        Said.of(
                Text.of(ReceivingPhrase.ORDER_OPEN, order.number(), order.supplier()),
                Text.of(ReceivingPhrase.SCAN_GOODS))
            .value(Text.of(CommonPhrase.FRACTION, order.linesDone(), order.lines().size())));
  }

  private static Step<ReceivingState> strange(
      ReceivingState state, Sighting.Unknown unknown, Scene scene) {
    Deciding deciding = new Deciding(new Strange(unknown.text()), Answered.NOTHING);
    return new Step.Undecided<>(
        state.in(deciding), ReceivingQuestion.said(deciding.doubt(), state, scene));
  }

  /// The product that the unknown code stands for from now on.
  private static Step<ReceivingState> link(
      ReceivingState state, Linking linking, Sighting sighting) {
    if (!(sighting instanceof Sighting.Goods goods)) {
      return mistaken(
          state, Unwanted.said(sighting, Text.of(ReceivingPhrase.SCAN_LINKED, linking.text())));
    }
    Command learn =
        new LearnBarcode(
            new Reference(linking.text()),
            goods.product().sku(),
            Optional.of(goods.pack().name()),
            Optional.of(goods.pack().units()),
            Optional.empty());
    return new Step.Recorded<>(
        state.ready(),
        List.of(learn),
        Said.of(
            Text.of(ReceivingPhrase.LINKED, Words.shown(linking.text()), goods.product().name()),
            Text.of(ReceivingPhrase.SCAN_GOODS)),
        true,
        false);
  }

  private static Step<ReceivingState> unwanted(ReceivingState state, Sighting seen) {
    return mistaken(state, Unwanted.said(seen, Text.of(ReceivingPhrase.SCAN_GOODS)));
  }

  /// A count that the label gives for it does not say of what.
  private static Step<ReceivingState> howMany(
      ReceivingState state, Sighting.Goods goods, Scene scene) {
    Load load = Load.of(goods, state.times());
    return new Receipt(state, load, Answered.NOTHING, scene).undecided(new CountSaid());
  }

  static Step<ReceivingState> misread(ReceivingState state, Sighting.Unreadable scan) {
    return mistaken(
        state,
        Said.of(Text.of(ReceivingPhrase.MISREAD), Text.of(CommonPhrase.AS_IS, scan.message())));
  }

  /// After a mistake a person is where they were.
  static Step<ReceivingState> kept(ReceivingState state, Step<ReceivingState> step) {
    return step instanceof Step.Mistaken ? mistaken(state, step.said()) : step;
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
                  ReceivingQuestion.of(deciding.doubt(), state, scene).subject(),
                  ReceivingPhrase.ANSWER_FIRST));
    };
  }
}
