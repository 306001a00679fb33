package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.receiving.ReceivingState.Closing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.FaultWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.LastGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Nothing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list below: what is expected, the lines of the open document, what has not come, or what can
/// be wrong with goods.
record ReceivingRows(ReceivingState state, Scene scene) {
  /// More documents than this are found by their number.
  private static final int DOCUMENTS_MAX = 20;

  List<Row> rows() {
    if (state.phase() instanceof FaultWanted) {
      return scene.books().reasons("damage").stream().map(ReceivingRows::row).toList();
    }
    if (state.phase() instanceof Closing closing) {
      return Closings.missing(state, scene).stream().map(each -> row(each, closing)).toList();
    }
    return switch (state.against()) {
      case Nothing nothing -> expected();
      case Order order ->
          scene.books().order(order.number()).map(ReceivingRows::lines).orElse(List.of());
      case Delivery delivery ->
          Deliveries.notice(scene, delivery.number()).map(ReceivingRows::lines).orElse(List.of());
    };
  }

  private static Row row(Reason reason) {
    return new Row(
        Icon.DAMAGED,
        Text.of(CommonPhrase.AS_IS, reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Input.Because(reason.code().code())));
  }

  private static Row row(Closings.Missing missing, Closing closing) {
    boolean cancelled = closing.cancelled().contains(missing.sku());
    return new Row(
        cancelled ? Icon.CLOSE : Icon.NEXT,
        Text.of(CommonPhrase.AS_IS, missing.name()),
        Optional.of(
            Text.of(cancelled ? ReceivingPhrase.CANCEL_REST : ReceivingPhrase.EXPECT_LATER)),
        Optional.of(Text.of(CommonPhrase.MINUS, missing.units())),
        Optional.of(new Input.Point(missing.sku().code())));
  }

  /// What comes next by its day, whatever kind of document it is; first the orders that want what
  /// was received last without one.
  private List<Row> expected() {
    record Expected(Optional<LocalDate> day, Reference number, String supplier, boolean wanted) {}
    List<Expected> all = new ArrayList<>();
    scene
        .books()
        .notices()
        .forEach(
            each ->
                all.add(new Expected(each.expectedOn(), each.number(), each.supplier(), false)));
    scene
        .books()
        .orders()
        .forEach(
            each ->
                all.add(
                    new Expected(each.expectedOn(), each.number(), each.supplier(), wants(each))));
    return all.stream()
        .sorted(
            Comparator.comparing((Expected each) -> !each.wanted())
                .thenComparing(each -> each.day().orElse(LocalDate.MAX)))
        .limit(DOCUMENTS_MAX)
        .map(
            each ->
                new Row(
                    Icon.DOCUMENT,
                    Text.of(CommonPhrase.AS_IS, each.number()),
                    Optional.of(Text.of(CommonPhrase.AS_IS, each.supplier())),
                    each.day().map(day -> Text.of(CommonPhrase.AS_IS, day)),
                    Optional.of(new Input.Point(each.number().code()))))
        .toList();
  }

  private boolean wants(OpenOrder order) {
    return state.last().isPresent()
        && state.last().get() instanceof LastGoods goods
        && order.line(goods.load().sku()).filter(line -> line.open() > 0).isPresent();
  }

  private static List<Row> lines(OpenOrder order) {
    return order.lines().stream()
        .sorted(Comparator.comparing(line -> line.open() == 0))
        .map(ReceivingRows::line)
        .toList();
  }

  private static Row line(OrderLine line) {
    return shown(
        line.open() == 0 ? Icon.DONE : Icon.PRODUCT,
        line.name(),
        Text.of(CommonPhrase.AS_IS, line.sku()),
        Optional.of(Text.of(CommonPhrase.FRACTION, line.received(), line.ordered())));
  }

  /// Handling units whole, then loose goods; without figures where they are not told.
  private static List<Row> lines(Notice notice) {
    Map<HandlingUnit, List<Notice.Line>> units = new LinkedHashMap<>();
    List<Notice.Line> loose = new ArrayList<>();
    for (Notice.Line line : notice.lines()) {
      line.unit()
          .ifPresentOrElse(
              unit -> units.computeIfAbsent(unit, any -> new ArrayList<>()).add(line),
              () -> loose.add(line));
    }
    record Shown(boolean done, Row row) {}
    List<Shown> rows = new ArrayList<>();
    units.forEach(
        (unit, lines) -> {
          boolean done = lines.stream().allMatch(Deliveries::done);
          Text goods = Text.of(CommonPhrase.AS_IS, lines.getFirst().name());
          rows.add(
              new Shown(
                  done, shown(done ? Icon.DONE : Icon.UNIT, unit.code(), goods, Optional.empty())));
        });
    for (Notice.Line line : loose) {
      boolean done = Deliveries.done(line);
      Optional<Text> figure =
          line.announced()
              .map(of -> Text.of(CommonPhrase.FRACTION, line.received().orElse(0L), of));
      Text sku = Text.of(CommonPhrase.AS_IS, line.sku());
      rows.add(new Shown(done, shown(done ? Icon.DONE : Icon.PRODUCT, line.name(), sku, figure)));
    }
    return rows.stream().sorted(Comparator.comparing(Shown::done)).map(Shown::row).toList();
  }

  private static Row shown(Icon icon, String head, Text detail, Optional<Text> value) {
    return new Row(
        icon, Text.of(CommonPhrase.AS_IS, head), Optional.of(detail), value, Optional.empty());
  }
}
