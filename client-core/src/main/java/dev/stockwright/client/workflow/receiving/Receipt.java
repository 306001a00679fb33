package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.Expired;
import dev.stockwright.client.workflow.receiving.ReceivingState.ExpiryWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Large;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import dev.stockwright.client.workflow.receiving.ReceivingState.Why;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goods that were scanned, on their way to a command: judged from the plainest rule to the last.
record Receipt(ReceivingState state, Load load, Answered allowed, Scene scene) {
  /// Above this, and above ten times what is open, a quantity is asked about once.
  private static final long LARGE = 9_999;

  Step<ReceivingState> judge() {
    return form()
        .or(this::unitHere)
        .or(this::here)
        .or(this::missing)
        .or(this::expired)
        .or(this::large)
        .orElseGet(
            () ->
                state.against() instanceof Delivery delivery
                    ? new DeliveredGoods(this, delivery).judge()
                    : againstOrder());
  }

  private Optional<Step<ReceivingState>> form() {
    if (units() < 1) {
      return mistake(
          named(ReceivingPhrase.COUNT_WRONG), Text.of(ReceivingPhrase.COUNT_AT_MOST, Quantity.MAX));
    }
    boolean single = product().serialTracked() || load.serial().isPresent();
    return single && units() != 1
        ? mistake(named(ReceivingPhrase.HAS_SERIALS), Text.of(ReceivingPhrase.EACH_BY_ITSELF))
        : Optional.empty();
  }

  /// A pallet whose label says what is on it comes once too.
  private Optional<Step<ReceivingState>> unitHere() {
    if (load.unit().isEmpty()) {
      return Optional.empty();
    }
    HandlingUnit unit = load.unit().get();
    Optional<EarlierReceipt> before = scene.books().received(unit);
    return before.isPresent()
        ? mistake(Text.of(ReceivingPhrase.UNIT_IS_HERE, unit), Deliveries.came(before.get()))
        : scene
            .books()
            .unit(unit)
            .filter(known -> !known.contents().isEmpty())
            .map(known -> new Step.Mistaken<>(state, Deliveries.used(known)));
  }

  /// A piece comes once: who received it here, when and where; of one that came otherwise where
  /// it is.
  private Optional<Step<ReceivingState>> here() {
    if (load.serial().isEmpty()) {
      return Optional.empty();
    }
    SerialNumber piece = load.serial().get();
    String serial = Words.cut(piece.code(), 20);
    Optional<EarlierReceipt> before = scene.books().received(load.sku(), piece);
    if (before.isPresent()) {
      return mistake(
          Text.of(ReceivingPhrase.PIECE_IS_HERE, product().name(), serial),
          Deliveries.came(before.get()));
    }
    Optional<LocationCode> place =
        scene.books().of(load.sku()).stream()
            .filter(pile -> pile.units() > 0)
            .filter(pile -> pile.lot().map(LotCode::code).filter(piece.code()::equals).isPresent())
            .map(Balance::location)
            .findFirst();
    return place.flatMap(
        at ->
            mistake(
                Text.of(ReceivingPhrase.PIECE_IS_AT, product().name(), serial, at),
                Text.of(ReceivingPhrase.ALREADY_SET_ASIDE)));
  }

  private Optional<Step<ReceivingState>> missing() {
    if (product().lotTracked() && load.lot().isEmpty()) {
      return wanted(new LotWanted(load), ReceivingPhrase.WHICH_LOT, ReceivingPhrase.TYPE_LOT);
    }
    if (product().expiryTracked() && load.expiry().isEmpty()) {
      return wanted(
          new ExpiryWanted(load), ReceivingPhrase.WHICH_EXPIRY, ReceivingPhrase.TYPE_EXPIRY);
    }
    if (product().serialTracked() && load.serial().isEmpty()) {
      return wanted(
          new SerialWanted(load), ReceivingPhrase.WHICH_SERIAL, ReceivingPhrase.TYPE_SERIAL);
    }
    return Optional.empty();
  }

  private Optional<Step<ReceivingState>> wanted(
      ReceivingState.Phase phase, ReceivingPhrase which, ReceivingPhrase how) {
    return Optional.of(
        new Step.Asked<>(
            state.in(phase), Said.of(named(which), Text.of(how)).value(plus(units()))));
  }

  /// Goods that cannot be sold anyway may be old.
  private Optional<Step<ReceivingState>> expired() {
    return blocked() || load.expiry().filter(scene.today()::isAfter).isEmpty()
        ? Optional.empty()
        : Optional.of(undecided(new Expired()));
  }

  private boolean blocked() {
    return condition().filter(condition -> condition != Condition.AVAILABLE).isPresent();
  }

  /// In which condition they come; absent: as usual.
  Optional<Condition> condition() {
    return allowed.quarantine()
        ? Optional.of(Condition.QUARANTINE)
        : state.fault().map(ReceivingState.Fault::condition);
  }

  private Optional<Step<ReceivingState>> large() {
    long open = line().map(OrderLine::open).orElse(LARGE);
    return allowed.large() || units() <= LARGE || units() <= 10 * open
        ? Optional.empty()
        : Optional.of(undecided(new Large()));
  }

  private Step<ReceivingState> againstOrder() {
    if (state.order().isEmpty()) {
      return goods(Optional.empty(), Text.of(ReceivingPhrase.RECEIVED_BLIND), false);
    }
    Optional<OrderLine> wanted = line();
    if (wanted.isEmpty()) {
      return allowed.insisted() ? extra(state.order().get()) : notOnOrder(state.order().get());
    }
    OrderLine line = wanted.get();
    Optional<TooMuch> more = beyond(line);
    if (more.isPresent() && !allowed.insisted()) {
      return undecided(more.get());
    }
    long after = line.received() + units();
    long over = after - line.ordered();
    Optional<Text> progress = Optional.of(Text.of(CommonPhrase.OF, after, line.ordered()));
    if (over > 0) {
      Text flagged =
          more.isPresent()
              ? Text.of(ReceivingPhrase.OVER_ALLOWED, over)
              : Text.of(ReceivingPhrase.OVER_IN_LIMIT, over, line.allowed() - line.ordered());
      List<Command> commands = new ArrayList<>();
      more.ifPresent(much -> commands.add(Commands.allowed(this, state.order().get(), much)));
      commands.add(Commands.receive(this));
      return recorded(commands, progress, flagged, true, false);
    }
    return over == 0
        ? goods(progress, Text.of(ReceivingPhrase.LINE_COMPLETE), true)
        : goods(progress, Text.of(ReceivingPhrase.NEXT_GOODS), false);
  }

  /// By how much these goods are more than may come.
  Optional<TooMuch> beyond(OrderLine line) {
    long after = line.received() + units();
    return after <= line.allowed()
        ? Optional.empty()
        : Optional.of(
            new TooMuch(
                line.received(),
                line.ordered(),
                after - line.ordered(),
                line.allowed() - line.ordered()));
  }

  private Step<ReceivingState> extra(Reference order) {
    Text extra = Text.of(ReceivingPhrase.EXTRA_ON, order);
    return goods(Optional.of(extra), Text.of(ReceivingPhrase.FLAGGED), false);
  }

  private Step<ReceivingState> notOnOrder(Reference order) {
    Optional<OpenOrder> other = otherOrder(order);
    return other.isPresent()
        ? undecided(new OnOther(other.get().number(), other.get().supplier()))
        : new Step.Mistaken<>(
            state,
            Said.of(
                Text.of(ReceivingPhrase.NOT_ON_ORDER, product().name(), order),
                Text.of(ReceivingPhrase.SET_ASIDE_OR_BLIND)));
  }

  /// Another open order of the same supplier that still wants these goods.
  private Optional<OpenOrder> otherOrder(Reference here) {
    Optional<String> supplier = scene.books().order(here).map(OpenOrder::supplier);
    return scene.books().ordersWith(load.sku()).stream()
        .filter(order -> !order.number().equals(here))
        .filter(order -> supplier.filter(order.supplier()::equals).isPresent())
        .filter(order -> order.line(load.sku()).filter(l -> l.open() > 0).isPresent())
        .findFirst();
  }

  private Step<ReceivingState> goods(Optional<Text> progress, Text detail, boolean complete) {
    return recorded(List.of(Commands.receive(this)), progress, detail, complete);
  }

  Step<ReceivingState> recorded(
      List<Command> commands, Optional<Text> progress, Text detail, boolean complete) {
    return recorded(commands, progress, detail, complete, allowed.insisted());
  }

  /// @param insisted the server shall not ask whether it may be
  private Step<ReceivingState> recorded(
      List<Command> commands,
      Optional<Text> progress,
      Text detail,
      boolean complete,
      boolean insisted) {
    return new Step.Recorded<>(
        state.after(new LastGoods(load)),
        commands,
        Said.of(headline(progress), detail).value(plus(units())),
        complete,
        insisted);
  }

  private Text headline(Optional<Text> progress) {
    Text figure = figure(load);
    Text whole =
        progress
            .map(so -> Text.of(ReceivingPhrase.RECEIVED_PROGRESS, product().name(), figure, so))
            .orElseGet(() -> Text.of(ReceivingPhrase.RECEIVED, product().name(), figure));
    return condition()
        .map(
            condition ->
                switch (condition) {
                  case AVAILABLE -> whole;
                  case QUARANTINE -> Text.of(ReceivingPhrase.IN_QUARANTINE, whole);
                  case DAMAGED -> Text.of(ReceivingPhrase.AS_DAMAGED, whole);
                  case HOLD -> Text.of(ReceivingPhrase.ON_HOLD, whole);
                })
        .orElse(whole);
  }

  /// Such as `+24 (1 case x 24)`.
  static Text figure(Load load) {
    return load.packed() == 1
        ? plus(load.units())
        : Text.of(
            ReceivingPhrase.PACKED,
            load.units(),
            GoodsPhrase.packs(load.level(), load.units() / load.packed()),
            load.packed());
  }

  private Optional<OrderLine> line() {
    return state
        .order()
        .flatMap(number -> scene.books().order(number))
        .flatMap(order -> order.line(load.sku()));
  }

  private Optional<Step<ReceivingState>> mistake(Text headline, Text detail) {
    return Optional.of(new Step.Mistaken<>(state, Said.of(headline, detail)));
  }

  Step<ReceivingState> undecided(Why why) {
    Deciding deciding = new Deciding(new AboutGoods(load, why), allowed);
    return new Step.Undecided<>(
        state.in(deciding), ReceivingQuestion.said(deciding.doubt(), state, scene));
  }

  long units() {
    return load.units();
  }

  Product product() {
    return load.product(scene);
  }

  static Text plus(long units) {
    return Text.of(CommonPhrase.PLUS, units);
  }

  private Text named(ReceivingPhrase phrase) {
    return Text.of(phrase, product().name());
  }
}
