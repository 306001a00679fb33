package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Expired;
import dev.stockwright.client.workflow.receiving.ReceivingState.Large;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import dev.stockwright.client.workflow.receiving.ReceivingState.Why;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Goods that were scanned, on their way to a command: judged from the plainest rule to the last.
///
/// @param times what the worker keyed in
/// @param units base units of the whole; 0 when that is no number we can count with
record Receipt(
    ReceivingState state, Sighting.Goods goods, long times, long units, Answered allowed) {
  /// Above this, and above ten times what is open, a quantity is asked about once.
  private static final long LARGE = 9_999;

  static Receipt of(ReceivingState state, Sighting.Goods goods, long times, Answered allowed) {
    long units;
    try {
      long packs = Math.multiplyExact(times, goods.label().count());
      units = Math.multiplyExact(packs, goods.pack().units());
    } catch (ArithmeticException tooMany) {
      units = 0;
    }
    return new Receipt(state, goods, times, units > Quantity.MAX ? 0 : units, allowed);
  }

  Step<ReceivingState> judge(Scene scene) {
    return form()
        .or(this::missing)
        .or(() -> expired(scene.today()))
        .or(this::large)
        .orElseGet(this::againstOrder);
  }

  private Optional<Step<ReceivingState>> form() {
    if (units < 1) {
      return mistake(
          named(ReceivingPhrase.COUNT_WRONG), Text.of(ReceivingPhrase.COUNT_AT_MOST, Quantity.MAX));
    }
    boolean single = product().serialTracked() || label().serial().isPresent();
    if (single && units != 1) {
      return mistake(named(ReceivingPhrase.HAS_SERIALS), Text.of(ReceivingPhrase.EACH_BY_ITSELF));
    }
    if (goods.seenBefore().isPresent()) {
      String serial = label().serial().map(SerialNumber::code).orElse("");
      return mistake(
          Text.of(ReceivingPhrase.PIECE_IS_HERE, product().name(), Words.cut(serial, 20)),
          Text.of(ReceivingPhrase.RECEIVED_ALREADY, goods.seenBefore().get()));
    }
    return Optional.empty();
  }

  private Optional<Step<ReceivingState>> missing() {
    if (product().lotTracked() && label().lot().isEmpty()) {
      return Optional.of(
          new Step.Asked<>(
              state.in(new LotWanted(goods, times)),
              Said.of(named(ReceivingPhrase.WHICH_LOT), Text.of(ReceivingPhrase.TYPE_LOT))
                  .value(plus(units))));
    }
    if (product().serialTracked() && label().serial().isEmpty()) {
      return Optional.of(
          new Step.Asked<>(
              state.in(new SerialWanted(goods)),
              Said.of(named(ReceivingPhrase.WHICH_SERIAL), Text.of(ReceivingPhrase.TYPE_SERIAL))
                  .value(plus(1))));
    }
    return Optional.empty();
  }

  private Optional<Step<ReceivingState>> expired(LocalDate today) {
    return allowed.quarantine() || label().expiry().filter(today::isAfter).isEmpty()
        ? Optional.empty()
        : Optional.of(undecided(new Expired()));
  }

  private Optional<Step<ReceivingState>> large() {
    long open = line().map(OrderLine::open).orElse(LARGE);
    return allowed.large() || units <= LARGE || units <= 10 * open
        ? Optional.empty()
        : Optional.of(undecided(new Large()));
  }

  private Step<ReceivingState> againstOrder() {
    if (state.order().isEmpty()) {
      return recorded(Optional.empty(), Text.of(ReceivingPhrase.RECEIVED_BLIND), false);
    }
    Optional<OrderLine> wanted = line();
    if (wanted.isEmpty()) {
      return allowed.insisted() ? extra(state.order().get()) : notOnOrder();
    }
    OrderLine line = wanted.get();
    long after = line.received() + units;
    long limit = line.allowed() - line.ordered();
    long over = after - line.ordered();
    if (after > line.allowed() && !allowed.insisted()) {
      return undecided(new TooMuch(line.received(), line.ordered(), over, limit));
    }
    Optional<Text> progress = Optional.of(Text.of(CommonPhrase.OF, after, line.ordered()));
    if (over > 0) {
      Text flagged =
          after > line.allowed()
              ? Text.of(ReceivingPhrase.OVER_ALLOWED, over)
              : Text.of(ReceivingPhrase.OVER_IN_LIMIT, over, limit);
      return recorded(progress, flagged, true);
    }
    return over == 0
        ? recorded(progress, Text.of(ReceivingPhrase.LINE_COMPLETE), true)
        : recorded(progress, Text.of(ReceivingPhrase.NEXT_GOODS), false);
  }

  private Step<ReceivingState> extra(Reference order) {
    Text extra = Text.of(ReceivingPhrase.EXTRA_ON, order);
    return recorded(Optional.of(extra), Text.of(ReceivingPhrase.FLAGGED), false);
  }

  private Step<ReceivingState> notOnOrder() {
    Optional<OpenOrder> other = otherOrder();
    return other.isPresent()
        ? undecided(new OnOther(other.get().number(), other.get().supplier()))
        : new Step.Mistaken<>(
            state,
            Said.of(
                Text.of(
                    ReceivingPhrase.NOT_ON_ORDER,
                    product().name(),
                    state.order().map(Reference::code).orElse("")),
                Text.of(ReceivingPhrase.SET_ASIDE_OR_BLIND)));
  }

  /// Another open order of the same supplier that still wants these goods.
  private Optional<OpenOrder> otherOrder() {
    return goods.orders().stream()
        .filter(order -> state.order().filter(order.number()::equals).isEmpty())
        .filter(order -> order.line(product().sku()).filter(l -> l.open() > 0).isPresent())
        .findFirst();
  }

  private Step<ReceivingState> recorded(Optional<Text> progress, Text detail, boolean complete) {
    ReceiveGoods command =
        new ReceiveGoods(
            state.warehouse(),
            product().sku(),
            new Quantity(units),
            state.staging(),
            label().lot(),
            label().expiry(),
            label().serial(),
            label().handlingUnit(),
            allowed.quarantine() ? Optional.of(Condition.QUARANTINE) : Optional.empty(),
            state.order(),
            Optional.empty());
    return new Step.Recorded<>(
        state.times(1),
        List.of(command),
        Said.of(headline(progress), detail).value(plus(units)),
        complete,
        allowed.insisted());
  }

  private Text headline(Optional<Text> progress) {
    long packed = goods.pack().units();
    Text figure =
        packed == 1
            ? plus(units)
            : Text.of(
                ReceivingPhrase.PACKED,
                units,
                GoodsPhrase.packs(goods.pack(), units / packed),
                packed);
    Text whole =
        progress
            .map(so -> Text.of(ReceivingPhrase.RECEIVED_PROGRESS, product().name(), figure, so))
            .orElseGet(() -> Text.of(ReceivingPhrase.RECEIVED, product().name(), figure));
    return allowed.quarantine() ? Text.of(ReceivingPhrase.IN_QUARANTINE, whole) : whole;
  }

  private Optional<OrderLine> line() {
    return state
        .order()
        .flatMap(
            number -> goods.orders().stream().filter(o -> o.number().equals(number)).findFirst())
        .flatMap(order -> order.line(product().sku()));
  }

  private Optional<Step<ReceivingState>> mistake(Text headline, Text detail) {
    return Optional.of(new Step.Mistaken<>(state, Said.of(headline, detail)));
  }

  private Step<ReceivingState> undecided(Why why) {
    AboutGoods doubt = new AboutGoods(goods, times, units, why);
    return new Step.Undecided<>(
        state.in(new Deciding(doubt, allowed)), ReceivingQuestion.said(doubt, state.order()));
  }

  private static Text plus(long units) {
    return Text.of(CommonPhrase.PLUS, units);
  }

  private Text named(ReceivingPhrase phrase) {
    return Text.of(phrase, product().name());
  }

  private Product product() {
    return goods.product();
  }

  private Label label() {
    return goods.label();
  }
}
