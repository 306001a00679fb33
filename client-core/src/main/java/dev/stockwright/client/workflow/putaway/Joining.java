package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.putaway.PutAwayState.Expired;
import dev.stockwright.client.workflow.putaway.PutAwayState.Load;
import dev.stockwright.client.workflow.putaway.PutAwayState.Offer;
import dev.stockwright.client.workflow.putaway.PutAwayState.Untasked;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Goods that were scanned are taken along.
///
/// @param state with no question open
record Joining(PutAwayState state, Scene scene) {

  Step<PutAwayState> unit(Sighting.Unit unit) {
    Optional<PutAwayTask> task = taskOf(unit.unit());
    return task.map(found -> join(List.of(found))).orElseGet(() -> untasked(unit));
  }

  private Optional<PutAwayTask> taskOf(HandlingUnit unit) {
    return scene.books().putAways().stream()
        .filter(task -> task.unit().filter(unit::equals).isPresent())
        .findFirst();
  }

  /// A unit that no task is for.
  private Step<PutAwayState> untasked(Sighting.Unit unit) {
    String code = unit.unit().code();
    if (unit.known().isEmpty()) {
      return mistaken(Text.of(WorkingPhrase.NOT_KNOWN, code), PutAwayPhrase.RECEIVE_FIRST);
    }
    Optional<LocationCode> at = unit.known().flatMap(KnownUnit::at);
    Optional<KnownUnit.Content> first =
        unit.known().flatMap(known -> known.contents().stream().findFirst());
    if (first.isPresent() && at.filter(this::waiting).isPresent()) {
      KnownUnit.Content content = first.get();
      return offered(
          new Offer(
              content.product().sku(),
              code,
              at.get(),
              content.units(),
              content.lot(),
              Optional.of(unit.unit())));
    }
    return mistaken(
        at.map(place -> Text.of(PutAwayPhrase.IS_AT, code, place))
            .orElseGet(() -> Text.of(PutAwayPhrase.NOTHING_WAITS, code)),
        PutAwayPhrase.MOVE_IT);
  }

  private boolean waiting(LocationCode code) {
    return scene
        .books()
        .place(code)
        .filter(place -> place.kind().equals("dock") || place.kind().equals("staging"))
        .isPresent();
  }

  Step<PutAwayState> goods(Sighting.Goods goods) {
    Optional<PutAwayTask> carrier = goods.label().handlingUnit().flatMap(this::taskOf);
    if (carrier.isPresent()) {
      return join(List.of(carrier.get()));
    }
    Optional<LotCode> lot = lot(goods);
    List<PutAwayTask> loose =
        scene.books().putAways().stream()
            .filter(task -> task.sku().filter(goods.product().sku()::equals).isPresent())
            .filter(task -> lot.isEmpty() || task.lot().isEmpty() || task.lot().equals(lot))
            .toList();
    if (loose.isEmpty()) {
      return nothingWaits(goods, lot);
    }
    LocationCode place = loose.getFirst().place();
    List<PutAwayTask> together = loose.stream().filter(task -> task.place().equals(place)).toList();
    if (together.stream().map(PutAwayTask::lot).distinct().count() > 1) {
      return mistaken(
          Text.of(PutAwayPhrase.WHICH_LOT, goods.product().name()), PutAwayPhrase.SCAN_ITS_LOT);
    }
    return join(together);
  }

  /// The lot; of goods kept by piece the serial number, which stands in its place.
  private static Optional<LotCode> lot(Sighting.Goods goods) {
    return goods.product().serialTracked()
        ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
        : goods.label().lot();
  }

  private Step<PutAwayState> nothingWaits(Sighting.Goods goods, Optional<LotCode> lot) {
    Books books = scene.books();
    Optional<HandlingUnit> carrier =
        books.putAways().stream()
            .filter(
                task ->
                    Held.parts(task, books).stream()
                        .anyMatch(part -> part.sku().equals(goods.product().sku())))
            .flatMap(task -> task.unit().stream())
            .findFirst();
    if (carrier.isPresent()) {
      return mistaken(
          Text.of(PutAwayPhrase.ON_UNIT, goods.product().name(), carrier.get()),
          PutAwayPhrase.SCAN_UNIT);
    }
    Optional<Balance> largest =
        books.of(goods.product().sku()).stream()
            .filter(pile -> pile.unit().isEmpty() && pile.condition() == Condition.AVAILABLE)
            .filter(pile -> pile.owner().isEmpty() && waiting(pile.location()))
            .filter(pile -> lot.isEmpty() || pile.lot().equals(lot))
            .max(Comparator.comparingLong(Balance::units));
    if (largest.isEmpty()) {
      return mistaken(
          Text.of(PutAwayPhrase.NOTHING_WAITS, goods.product().name()), PutAwayPhrase.MOVE_IT);
    }
    Balance pile = largest.get();
    return offered(
        new Offer(
            pile.sku(),
            goods.product().name(),
            pile.location(),
            pile.units(),
            pile.lot(),
            Optional.empty()));
  }

  private Step<PutAwayState> offered(Offer offer) {
    return new Step.Undecided<>(
        state.in(new Untasked(offer)),
        Said.of(
            Text.of(PutAwayPhrase.NO_TASK, offer.name(), offer.at()),
            Text.of(PutAwayPhrase.NO_TASK_REASON)));
  }

  /// What one scan takes along; it can be for several bins.
  Step<PutAwayState> join(List<PutAwayTask> tasks) {
    List<PutAwayTask> fresh = tasks.stream().filter(task -> !inHand(task)).toList();
    if (fresh.isEmpty()) {
      return inHand(tasks);
    }
    Optional<PutAwayTask> taken =
        fresh.stream().filter(task -> Held.taken(task, scene)).findFirst();
    if (taken.isPresent()) {
      return mistaken(taken(taken.get()), PutAwayPhrase.TAKE_ANOTHER);
    }
    Optional<PutAwayTask> expired =
        fresh.stream().filter(task -> !Held.expired(task, scene).isEmpty()).findFirst();
    if (expired.isPresent()) {
      return expired(state, expired.get(), scene);
    }
    List<Load> cart = new ArrayList<>(state.cart());
    fresh.forEach(task -> cart.add(Load.of(task.number())));
    Held first = new Held(Load.of(fresh.getFirst().number()), fresh.getFirst());
    long units = fresh.stream().mapToLong(PutAwayTask::left).sum();
    return new Step.Asked<>(
        state.with(cart),
        Said.of(
                Text.of(PutAwayPhrase.JOINED, first.name(scene.books())),
                goTo(first).orElseGet(() -> Text.of(PutAwayPhrase.SCAN_ANY_BIN)))
            .value(Text.of(CommonPhrase.PLUS, units)));
  }

  private boolean inHand(PutAwayTask task) {
    return state.cart().stream().anyMatch(load -> load.task().equals(task.number()));
  }

  private Step<PutAwayState> inHand(List<PutAwayTask> tasks) {
    Held held =
        Held.route(state, scene).stream()
            .filter(one -> tasks.contains(one.task()))
            .findFirst()
            .orElseThrow();
    Text said =
        held.target(scene)
            .map(bin -> Text.of(PutAwayPhrase.IN_HAND_GO, bin))
            .orElseGet(() -> Text.of(PutAwayPhrase.IN_HAND));
    return new Step.Asked<>(
        state.choosing(Optional.of(held.load().task())),
        Said.of(said, Text.of(PutAwayPhrase.SCAN_BIN_OR_MORE)));
  }

  private Optional<Text> goTo(Held held) {
    return held.target(scene).map(bin -> Text.of(PutAwayPhrase.GO_TO, bin));
  }

  static Text taken(PutAwayTask task) {
    return Text.of(PutAwayPhrase.TAKEN, task.heldBy().map(Operator::toString).orElse("?"));
  }

  static Step<PutAwayState> expired(PutAwayState state, PutAwayTask task, Scene scene) {
    return new Step.Undecided<>(
        state.in(new Expired(task.number())),
        Said.of(PutAwayCard.expired(task, scene), Text.of(PutAwayPhrase.EXPIRED_REASON)));
  }

  private Step<PutAwayState> mistaken(Text headline, PutAwayPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(headline, Text.of(detail)));
  }
}
