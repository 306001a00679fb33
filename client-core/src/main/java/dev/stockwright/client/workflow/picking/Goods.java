package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.OtherLot;
import dev.stockwright.client.workflow.picking.PickingState.Taken;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Goods that are scanned at their bin.
final class Goods {
  private final PickingState state;
  private final AtBin bin;
  private final PickLine line;
  private final Scene scene;

  Goods(PickingState state, AtBin bin, PickLine line, Scene scene) {
    this.state = state;
    this.bin = bin;
    this.line = line;
    this.scene = scene;
  }

  /// More of the goods whose line was just ended.
  static Optional<Step<PickingState>> over(PickingState state, Sighting.Goods goods) {
    return state.done().stream()
        .findFirst()
        .filter(last -> last.ended() && last.sku().equals(goods.product().sku()))
        .map(last -> over(state, last));
  }

  private static Step<PickingState> over(PickingState state, Taken last) {
    return Steps.mistaken(
        state,
        Text.of(PickingPhrase.OVER, last.name(), last.units(), last.of()),
        Text.of(PickingPhrase.PUT_ONE_BACK));
  }

  Step<PickingState> seen(Sighting.Goods goods) {
    if (!goods.product().sku().equals(line.sku())) {
      return over(state, goods).orElseGet(() -> wrong(goods));
    }
    boolean pieces = goods.product().serialTracked();
    Optional<LotCode> piece = goods.label().serial().map(SerialNumber::code).map(LotCode::new);
    if (pieces) {
      return piece.map(this::piece).orElseGet(() -> which(PickingPhrase.SERIAL_FIRST));
    }
    Optional<LotCode> lot = goods.product().lotTracked() ? goods.label().lot() : Optional.empty();
    if (goods.product().lotTracked() && lot.isEmpty() && lots().size() > 1) {
      return which(PickingPhrase.LOT_FIRST);
    }
    Optional<LocalDate> day = goods.label().expiry().or(() -> expiry(lot.or(this::meant)));
    return lot(lot, day, units(goods));
  }

  private Step<PickingState> wrong(Sighting.Goods goods) {
    return new Step.Mistaken<>(
        state,
        Said.of(
                Text.of(PickingPhrase.WRONG_GOODS, goods.product().name(), line.name()),
                Text.of(PickingPhrase.TAKE_RIGHT_ONE))
            .instead(
                Text.of(PickingPhrase.NAMED, goods.product().name(), goods.product().sku()),
                Text.of(PickingPhrase.NAMED, line.name(), line.sku())));
  }

  private Step<PickingState> which(PickingPhrase wanted) {
    return Steps.mistaken(state, Text.of(wanted, line.name()), Text.of(PickingPhrase.NOT_TOLD));
  }

  /// A plain text: a lot or a serial number that lies here by the books.
  Optional<Step<PickingState>> text(String text) {
    Optional<LotCode> code = lotOf(text);
    if (code.isEmpty() || !isLot(code.get())) {
      return Optional.empty();
    }
    return Optional.of(
        pieces() ? piece(code.get()) : lot(code, expiry(code), Math.max(1, bin.keyed())));
  }

  private boolean isLot(LotCode code) {
    return meant().filter(code::equals).isPresent()
        || scene.books().of(line.sku()).stream()
            .anyMatch(balance -> balance.lot().filter(code::equals).isPresent());
  }

  private boolean pieces() {
    return scene.books().product(line.sku()).filter(product -> product.serialTracked()).isPresent();
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// Any piece of the product in this bin is as good as the one that was meant.
  private Step<PickingState> piece(LotCode piece) {
    if (bin.keyed() > 1) {
      return Steps.mistaken(
          state,
          Text.of(PickingPhrase.SERIAL_SINGLE, line.name()),
          Text.of(PickingPhrase.SCAN_EACH));
    }
    if (bin.hand().pieces().contains(piece)) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.PIECE_IN_HAND, piece), Text.of(PickingPhrase.SCAN_EACH));
    }
    Optional<Balance> elsewhere =
        scene.books().of(line.sku()).stream()
            .filter(balance -> balance.lot().filter(piece::equals).isPresent())
            .filter(balance -> !balance.location().equals(bin.from()))
            .findFirst();
    return elsewhere.isPresent()
        ? Steps.mistaken(
            state,
            Text.of(PickingPhrase.PIECE_ELSEWHERE, piece, elsewhere.get().location()),
            Text.of(PickingPhrase.TAKE_RIGHT_ONE))
        : take(1, Optional.of(piece));
  }

  private Step<PickingState> lot(Optional<LotCode> lot, Optional<LocalDate> day, long units) {
    if (day.filter(scene.today()::isAfter).isPresent()) {
      return expired(lot.or(this::meant), day.get(), units);
    }
    Optional<LotCode> other = lot.filter(read -> !meant().equals(Optional.of(read)));
    if (other.isEmpty()) {
      return take(units, lot);
    }
    Optional<Step<PickingState>> much = tooMuch(units);
    if (much.isPresent()) {
      return much.get();
    }
    return swappable(other.get())
        ? Steps.undecided(
            state.in(new OtherLot(bin, other.get(), units)),
            PickingCard.otherLot(line, meant(), other.get()),
            Text.of(PickingPhrase.OTHER_LOT_REASON))
        : Steps.mistaken(
            state,
            PickingCard.otherLot(line, meant(), other.get()),
            Text.of(PickingPhrase.TAKE_RIGHT_ONE));
  }

  /// The lot that is to be taken.
  private Optional<LotCode> meant() {
    return bin.lot().or(line::lot);
  }

  /// There is enough of it here, or nobody knows.
  private boolean swappable(LotCode lot) {
    return scene.books().asOf().isEmpty()
        || Way.usable(line.sku(), bin.from(), scene)
                .filter(balance -> balance.lot().equals(Optional.of(lot)))
                .mapToLong(Balance::units)
                .sum()
            >= line.left();
  }

  private List<LotCode> lots() {
    return scene.books().in(bin.from()).stream()
        .filter(balance -> balance.sku().equals(line.sku()))
        .flatMap(balance -> balance.lot().stream())
        .distinct()
        .toList();
  }

  private Optional<LocalDate> expiry(Optional<LotCode> lot) {
    return scene.books().of(line.sku()).stream()
        .filter(balance -> lot.isPresent() && balance.lot().equals(lot))
        .flatMap(balance -> balance.expiry().stream())
        .findFirst();
  }

  /// It cannot be picked; putting it on hold is offered where there is a reason for it.
  private Step<PickingState> expired(Optional<LotCode> lot, LocalDate day, long units) {
    Text said = PickingCard.expired(line, lot, day);
    boolean can = !scene.books().reasons("quality").isEmpty() && units > 0;
    return can
        ? Steps.undecided(
            state.in(new Expired(bin.keyed(0), lot, day, units)),
            said,
            Text.of(PickingPhrase.EXPIRED_REASON))
        : Steps.mistaken(state, said, Text.of(PickingPhrase.EXPIRED_DETAIL));
  }

  /// 0 when it is no number that we can count with.
  private long units(Sighting.Goods goods) {
    if (bin.keyed() > 0) {
      return bin.keyed();
    }
    try {
      long units = Math.multiplyExact(goods.label().count(), goods.pack().units());
      return units > Quantity.MAX ? 0 : units;
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }

  private Optional<Step<PickingState>> tooMuch(long units) {
    return new Taking(state, bin, line, scene).tooMuch(units);
  }

  private Step<PickingState> take(long units, Optional<LotCode> lot) {
    return tooMuch(units).orElseGet(() -> new Taking(state, bin, line, scene).take(units, lot));
  }
}
