package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Closing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.ExpiryWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.FaultWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.Linking;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Nothing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.vocabulary.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows of receiving.
record ReceivingCard(ReceivingState state, Scene scene) {

  Card card() {
    Card card =
        Card.of(title(), prompt())
            .context(context())
            .goods(goods())
            .hint(hint())
            .rows(new ReceivingRows(state, scene).rows())
            .question(
                state.phase() instanceof Deciding deciding
                    ? Optional.of(ReceivingQuestion.of(deciding.doubt(), state, scene))
                    : Optional.empty())
            .more(more());
    Card counted = progress().map(card::progress).orElse(card);
    return primary().map(counted::primary).orElse(counted);
  }

  private Text title() {
    return state.against() instanceof Nothing
        ? Text.of(ReceivingPhrase.TITLE_BLIND)
        : Text.of(CommonPhrase.AS_IS, Closings.number(state));
  }

  private Text context() {
    return state
        .staging()
        .map(code -> Text.of(ReceivingPhrase.TO_PLACE, code))
        .orElseGet(() -> Text.of(ReceivingPhrase.TO_DOCK));
  }

  /// What is special about the next goods.
  private Optional<Text> hint() {
    if (state.fault().isPresent()) {
      boolean inspected = state.fault().get().condition() == Condition.QUARANTINE;
      return Optional.of(
          Text.of(inspected ? ReceivingPhrase.NEXT_QUARANTINE : ReceivingPhrase.NEXT_DAMAGED));
    }
    return state.times() > 1
        ? Optional.of(Text.of(ReceivingPhrase.TIMES, state.times()))
        : state.onto().map(unit -> Text.of(ReceivingPhrase.ONTO_UNIT, unit));
  }

  private Optional<Card.Progress> progress() {
    return switch (state.against()) {
      case Nothing nothing -> Optional.empty();
      case Order order ->
          scene
              .books()
              .order(order.number())
              .map(open -> lines(open.linesDone(), open.lines().size()));
      case Delivery delivery ->
          Deliveries.notice(scene, delivery.number())
              .filter(notice -> !notice.blind())
              .map(notice -> lines(Deliveries.linesDone(notice), notice.lines().size()));
    };
  }

  private static Card.Progress lines(long done, long of) {
    return new Card.Progress(done, of, Text.of(ReceivingPhrase.LINES_DONE, done, of));
  }

  private Prompt prompt() {
    return switch (state.phase()) {
      case LotWanted wanted -> missing(ReceivingPhrase.SCAN_LOT, wanted.load());
      case ExpiryWanted wanted -> missing(ReceivingPhrase.SCAN_EXPIRY, wanted.load());
      case SerialWanted wanted -> missing(ReceivingPhrase.SCAN_SERIAL, wanted.load());
      case FaultWanted wanted -> touch(ReceivingPhrase.CHOOSE_FAULT);
      case Closing closing -> touch(ReceivingPhrase.CLOSE_HOW);
      case Linking linking ->
          new Prompt(
              Means.SCAN,
              Text.of(ReceivingPhrase.SCAN_LINKED, Words.shown(linking.text())),
              Optional.empty());
      case Deciding deciding ->
          new Prompt(Means.DECIDE, Text.of(ReceivingPhrase.ANSWER_QUESTION), Optional.of(or()));
      case Ready ready ->
          new Prompt(Means.SCAN, Text.of(ReceivingPhrase.SCAN_PRODUCT), Optional.of(or()));
    };
  }

  private static Prompt touch(ReceivingPhrase instruction) {
    return new Prompt(Means.TOUCH, Text.of(instruction), Optional.empty());
  }

  private Text or() {
    return Text.of(
        switch (state.against()) {
          case Nothing nothing -> ReceivingPhrase.OR_ORDER;
          case Order order -> ReceivingPhrase.OR_OTHER_ORDER;
          case Delivery delivery -> ReceivingPhrase.OR_UNIT;
        });
  }

  private Prompt missing(ReceivingPhrase instruction, Load load) {
    Text name = Text.of(CommonPhrase.AS_IS, load.product(scene).name());
    return new Prompt(Means.SCAN, Text.of(instruction), Optional.of(name));
  }

  /// What is in hand; while nothing is, what was received last.
  private Optional<Goods> goods() {
    return switch (state.phase()) {
      case LotWanted wanted -> Optional.of(goods(wanted.load()));
      case ExpiryWanted wanted -> Optional.of(goods(wanted.load()));
      case SerialWanted wanted -> Optional.of(goods(wanted.load()));
      case Deciding deciding ->
          deciding.doubt() instanceof AboutGoods about
              ? Optional.of(goods(about.load()))
              : Optional.empty();
      case Ready ready -> last();
      case FaultWanted wanted -> Optional.empty();
      case Linking linking -> Optional.empty();
      case Closing closing -> Optional.empty();
    };
  }

  private Optional<Goods> last() {
    return state
        .last()
        .map(
            last ->
                switch (last) {
                  case LastGoods goods ->
                      new Goods(
                          goods.load().product(scene).name(),
                          Text.of(ReceivingPhrase.LAST, Receipt.figure(goods.load())),
                          Optional.empty());
                  case LastUnit whole ->
                      new Goods(
                          whole.unit().code(),
                          Text.of(ReceivingPhrase.LAST_UNIT),
                          Optional.empty());
                });
  }

  private Goods goods(Load load) {
    return new Goods(
        load.product(scene).name(),
        Text.of(CommonPhrase.AS_IS, load.sku()),
        Optional.of(
            new Card.Amount(Optional.of(load.units()), Optional.empty(), Optional.empty(), false)));
  }

  private Optional<Action> primary() {
    boolean ends = state.phase() instanceof Closing || (state.phase() instanceof Ready && begun());
    return ends ? Optional.of(close()) : Optional.empty();
  }

  private boolean begun() {
    return switch (state.against()) {
      case Nothing nothing -> false;
      case Order order -> order.begun();
      case Delivery delivery -> delivery.begun();
    };
  }

  private Action close() {
    return Action.press(
        Icon.DONE, Text.of(ReceivingPhrase.CLOSE, Closings.number(state)), Key.DONE);
  }

  private List<Action> more() {
    List<Action> actions = new ArrayList<>();
    if (state.phase() instanceof Ready) {
      actions.add(Action.press(Icon.DAMAGED, Text.of(ReceivingPhrase.REPORT_FAULT), Key.DAMAGED));
    }
    if (state.phase() instanceof FaultWanted) {
      actions.add(Action.press(Icon.DAMAGED, Text.of(ReceivingPhrase.FAULT_DAMAGED), Key.DAMAGED));
      actions.add(
          Action.press(Icon.WARNING, Text.of(ReceivingPhrase.FAULT_INSPECT), Key.QUARANTINE));
    }
    if (!(state.against() instanceof Nothing)) {
      actions.add(
          Action.press(Icon.CLOSE, Text.of(ReceivingPhrase.LEAVE_ORDER), Key.WITHOUT_DOCUMENT));
    }
    return actions;
  }
}
