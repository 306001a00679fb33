package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.Nothing;
import dev.stockwright.client.workflow.receiving.ReceivingState.OldUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Deliveries that were announced, and handling units: whole ones that come with a notice, and new
/// ones that goods are put onto.
final class Deliveries {
  private Deliveries() {}

  static Optional<Notice> notice(Scene scene, Reference number) {
    return scene.books().notices().stream()
        .filter(notice -> notice.number().equals(number))
        .findFirst();
  }

  /// Lines of which everything has come.
  static long linesDone(Notice notice) {
    return notice.lines().stream().filter(Deliveries::done).count();
  }

  static boolean done(Notice.Line line) {
    return line.received().orElse(0L) >= line.announced().orElse(Long.MAX_VALUE);
  }

  /// The notice is what goods come for from now on.
  static Step<ReceivingState> open(ReceivingState state, Notice notice, Scene scene) {
    if (state.against() instanceof Delivery delivery) {
      if (delivery.number().equals(notice.number())) {
        return ReceivingWorkflow.mistaken(
            state,
            ReceivingWorkflow.said(
                ReceivingPhrase.OPEN_ALREADY, notice.number(), ReceivingPhrase.SCAN_GOODS));
      }
      if (delivery.begun()) {
        return unfinished(state, notice.number(), delivery);
      }
    }
    Said said =
        Said.of(
            Text.of(ReceivingPhrase.ORDER_OPEN, notice.number(), notice.supplier()),
            Text.of(ReceivingPhrase.SCAN_GOODS_OR_UNIT));
    return new Step.Asked<>(
        state.on(new Delivery(notice.number(), Commands.receiptNumber(scene), false)),
        notice.blind()
            ? said
            : said.value(Text.of(CommonPhrase.FRACTION, linesDone(notice), notice.lines().size())));
  }

  /// Another document while the receipt of a delivery is open.
  static Step<ReceivingState> unfinished(ReceivingState state, Reference other, Delivery delivery) {
    return ReceivingWorkflow.mistaken(
        state,
        Said.of(
            Text.of(WorkingPhrase.OTHER_JOB, other),
            Text.of(ReceivingPhrase.CLOSE_FIRST, delivery.number())));
  }

  static Step<ReceivingState> unit(ReceivingState state, Sighting.Unit seen, Scene scene) {
    HandlingUnit unit = seen.unit();
    if (state.onto().filter(unit::equals).isPresent()) {
      return new Step.Asked<>(
          state.onto(Optional.empty()),
          Said.of(Text.of(ReceivingPhrase.UNIT_CLOSED, unit), Text.of(ReceivingPhrase.NEXT_GOODS)));
    }
    Optional<EarlierReceipt> before = scene.books().received(unit);
    if (before.isPresent()) {
      return ReceivingWorkflow.mistaken(
          state, Said.of(Text.of(ReceivingPhrase.UNIT_IS_HERE, unit), came(before.get())));
    }
    return used(state, seen)
        .orElseGet(
            () ->
                announced(scene, unit)
                    .map(notice -> arrived(state, notice, unit, false, scene))
                    .orElseGet(() -> begin(state, unit)));
  }

  /// When it was received before, and by whom and where as far as this device knows.
  static Text came(EarlierReceipt before) {
    return before
        .who()
        .map(
            who ->
                before
                    .place()
                    .map(at -> Text.of(ReceivingPhrase.RECEIVED_BY_AT, before.moment(), who, at))
                    .orElseGet(() -> Text.of(ReceivingPhrase.RECEIVED_BY, before.moment(), who)))
        .or(
            () ->
                before.place().map(at -> Text.of(ReceivingPhrase.RECEIVED_AT, before.moment(), at)))
        .orElseGet(() -> Text.of(ReceivingPhrase.RECEIVED_ALREADY, before.moment()));
  }

  private static Optional<Step<ReceivingState>> used(ReceivingState state, Sighting.Unit seen) {
    return seen.known()
        .filter(unit -> !unit.contents().isEmpty())
        .map(unit -> ReceivingWorkflow.mistaken(state, used(unit)));
  }

  /// A unit that goods are on already: with what, and where.
  static Said used(KnownUnit unit) {
    String goods = unit.contents().getFirst().product().name();
    return Said.of(
        unit.at()
            .map(at -> Text.of(ReceivingPhrase.UNIT_USED_AT, unit.code(), goods, at))
            .orElseGet(() -> Text.of(ReceivingPhrase.UNIT_USED, unit.code(), goods)),
        Text.of(ReceivingPhrase.OTHER_UNIT));
  }

  static Optional<Notice> announced(Scene scene, HandlingUnit unit) {
    return scene.books().notices().stream()
        .filter(notice -> !notice.on(unit).isEmpty())
        .findFirst();
  }

  private static Step<ReceivingState> begin(ReceivingState state, HandlingUnit unit) {
    return new Step.Asked<>(
        state.onto(Optional.of(unit)),
        Said.of(
            Text.of(ReceivingPhrase.UNIT_BEGUN, unit), Text.of(ReceivingPhrase.SCAN_ONTO_UNIT)));
  }

  /// A whole announced unit has come.
  static Step<ReceivingState> arrived(
      ReceivingState state, Notice notice, HandlingUnit unit, boolean quarantine, Scene scene) {
    List<Notice.Line> lines = notice.on(unit);
    if (!notice.blind() && lines.stream().allMatch(Deliveries::done)) {
      return ReceivingWorkflow.mistaken(
          state,
          Said.of(
              Text.of(ReceivingPhrase.UNIT_IS_HERE, unit),
              Text.of(ReceivingPhrase.ALREADY_SET_ASIDE)));
    }
    Optional<Delivery> delivery = delivery(state, notice, scene);
    if (delivery.isEmpty()) {
      return state.against() instanceof Delivery other
          ? unfinished(state, notice.number(), other)
          : ReceivingWorkflow.mistaken(
              state,
              Said.of(
                  Text.of(WorkingPhrase.OTHER_JOB, notice.number()),
                  Text.of(WorkingPhrase.FINISH_FIRST)));
    }
    boolean old =
        lines.stream().anyMatch(line -> line.expiry().filter(scene.today()::isAfter).isPresent());
    if (old && !quarantine && state.fault().isEmpty()) {
      Deciding deciding = new Deciding(new OldUnit(unit), Answered.NOTHING);
      return new Step.Undecided<>(
          state.in(deciding), ReceivingQuestion.said(deciding.doubt(), state, scene));
    }
    boolean complete =
        !notice.blind()
            && notice.lines().stream().allMatch(line -> done(line) || lines.contains(line));
    return new Step.Recorded<>(
        state.on(delivery.get()).after(new LastUnit(unit)),
        Commands.unit(state, delivery.get(), unit, quarantine),
        said(notice, unit, lines, quarantine),
        complete,
        false);
  }

  /// The delivery that the unit belongs to: the open one, or one that can be opened now.
  private static Optional<Delivery> delivery(ReceivingState state, Notice notice, Scene scene) {
    Delivery fresh = new Delivery(notice.number(), Commands.receiptNumber(scene), false);
    return switch (state.against()) {
      case Nothing nothing -> Optional.of(fresh);
      case Order order ->
          order.begun() && notice.purchaseOrder().filter(order.number()::equals).isEmpty()
              ? Optional.empty()
              : Optional.of(fresh);
      case Delivery open ->
          open.number().equals(notice.number())
              ? Optional.of(open)
              : open.begun() ? Optional.empty() : Optional.of(fresh);
    };
  }

  private static Said said(
      Notice notice, HandlingUnit unit, List<Notice.Line> lines, boolean quarantine) {
    Text whole =
        notice.blind()
            ? Text.of(ReceivingPhrase.UNIT_RECEIVED, unit)
            : Text.of(ReceivingPhrase.UNIT_LINES, unit, lines.size());
    Said said =
        Said.of(
            quarantine ? Text.of(ReceivingPhrase.UNIT_QUARANTINE, unit) : whole,
            Text.of(ReceivingPhrase.NEXT_GOODS));
    return notice.blind()
        ? said
        : said.value(
            Receipt.plus(lines.stream().mapToLong(line -> line.announced().orElse(0L)).sum()));
  }
}
