package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CodePhrase;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListRow.Cell;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the server lists, as rows in words; the cells stand as the columns of
/// [dev.stockwright.desktop.lists.ListKind].
final class ListRows {
  private static final List<String> SEVERITIES = List.of("critical", "warning", "notice");

  private final ClientCore client;

  ListRows(ClientCore client) {
    this.client = client;
  }

  ListRow task(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "number"),
        List.of(
            Cell.of(text(sent, "number")),
            coded(sent, "kind"),
            coded(sent, "state"),
            number(sent, "priority"),
            Cell.of(text(sent, "place")),
            Cell.of(text(sent, "to_place")),
            Cell.of(product(sent)),
            number(sent, "quantity"),
            time(sent, "due_at"),
            Cell.of(text(sent, "held_by"))));
  }

  ListRow movement(Event.StockMoved moved) {
    return new ListRow(
        Long.toString(moved.n()),
        List.of(
            time(moved.at()),
            Cell.of(name(moved.sku())),
            Cell.of(moved.from().code()),
            Cell.of(moved.to().code()),
            Cell.of(client.wording().number(moved.quantity()), moved.quantity()),
            Cell.of(reason(moved.reason().code())),
            Cell.of(moved.by().code()),
            Cell.of(moved.reference().map(Reference::code).orElse(""))));
  }

  ListRow variance(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "count") + "/" + text(sent, "line"),
        List.of(
            Cell.of(text(sent, "count")),
            Cell.of(text(sent, "bin")),
            Cell.of(product(sent)),
            number(sent, "expected"),
            number(sent, "counted"),
            signed(sent, "variance"),
            Cell.of(text(sent, "counters")),
            time(sent, "counted_at")));
  }

  static FloorLists.Variance subject(Map<String, Object> sent) {
    return new FloorLists.Variance(
        new Reference(text(sent, "count")),
        (int) whole(sent, "line").orElse(0L).longValue(),
        new LocationCode(text(sent, "bin")));
  }

  ListRow transfer(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "number"),
        List.of(
            Cell.of(text(sent, "number")),
            Cell.of(text(sent, "from_warehouse")),
            Cell.of(text(sent, "to_warehouse")),
            coded(sent, "state"),
            number(sent, "in_transit"),
            time(sent, text(sent, "expected_at").isEmpty() ? "needed_by" : "expected_at"),
            Cell.of(text(sent, "requested_by"))));
  }

  ListRow alert(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "number"),
        List.of(
            Cell.of(code(text(sent, "severity")), SEVERITIES.indexOf(text(sent, "severity"))),
            coded(sent, "kind"),
            Cell.of(text(sent, "sentence")),
            Cell.of(product(sent)),
            time(sent, "opened_at")));
  }

  ListRow referral(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "referral"),
        List.of(
            time(sent, "referred_at"),
            coded(sent, "command"),
            Cell.of(text(sent, "sentence")),
            Cell.of(text(sent, "note")),
            Cell.of(text(sent, "worked_by"))));
  }

  ListRow mismatch(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "id"),
        List.of(
            time(sent, "happened_at"),
            Cell.of(text(sent, "noted_by")),
            coded(sent, "activity"),
            Cell.of(text(sent, "document")),
            Cell.of(text(sent, "expected")),
            Cell.of(text(sent, "scanned"))));
  }

  /// What was left at the dock for a supervisor.
  ListRow left(String id, Map<String, Object> sent) {
    boolean over = text(sent, "mistaken").equals(Mismatch.OVER_RECEIPT);
    String document = text(sent, "document");
    String scanned = text(sent, "scanned");
    String why =
        over
            ? say(FloorPhrase.LEFT_OVER_WHY, text(sent, "expected"), name(scanned), document)
            : document.isEmpty() ? scanned : say(FloorPhrase.LEFT_CODE, scanned, document);
    boolean aside = over || text(sent, "expected").equals(Mismatch.ASIDE);
    return new ListRow(
        id,
        List.of(
            time(sent, "happened_at"),
            Cell.of(say(over ? FloorPhrase.LEFT_OVER : FloorPhrase.LEFT_UNKNOWN)),
            Cell.of(why),
            Cell.of(say(aside ? FloorPhrase.LEFT_ASIDE : FloorPhrase.LEFT_THERE)),
            Cell.of(text(sent, "noted_by"))));
  }

  private String say(FloorPhrase phrase, Object... parts) {
    return client.wording().say(Text.of(phrase, parts));
  }

  private String name(String sku) {
    return name(new Sku(sku));
  }

  ListRow unmatched(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "number"),
        List.of(
            Cell.of(text(sent, "number")),
            time(sent, "opened_at"),
            Cell.of(text(sent, "opened_by")),
            Cell.of(text(sent, "party")),
            number(sent, "products"),
            number(sent, "units"),
            number(sent, "received")));
  }

  /// What somebody received and nobody has made a receipt of.
  ListRow loose(Map<String, Object> sent) {
    return new ListRow(
        "loose-" + text(sent, "receiver"),
        List.of(
            Cell.of(client.wording().say(Text.of(FloorPhrase.NO_RECEIPT))),
            time(sent, "last"),
            Cell.of(text(sent, "receiver")),
            Cell.of(""),
            number(sent, "products"),
            number(sent, "units"),
            number(sent, "units")));
  }

  UnmatchedGoods.Unmatched subject(String row, Map<String, Object> sent) {
    return new UnmatchedGoods.Unmatched(
        row,
        Optional.of(text(sent, "receiver")).filter(who -> !who.isEmpty()).map(Operator::new),
        whole(sent, "products").orElse(0L),
        whole(sent, "units").orElse(0L));
  }

  /// An order that goods may have come for, as an answer to choose.
  Decision.Option proposal(Map<String, Object> sent) {
    long products = whole(sent, "products").orElse(0L);
    Text fits =
        whole(sent, "units")
            .map(
                units ->
                    Text.of(
                        FloorPhrase.MATCH_FITS,
                        products,
                        units,
                        whole(sent, "left_over").orElse(0L)))
            .orElseGet(() -> Text.of(FloorPhrase.MATCH_FITS_BLIND, products));
    String number = text(sent, "number");
    return new Decision.Option(
        number,
        client.wording().say(Text.of(FloorPhrase.MATCH_OPTION, number, text(sent, "supplier"))),
        client.wording().say(fits));
  }

  ListRow staged(Map<String, Object> sent) {
    return new ListRow(
        String.join(
            "/",
            text(sent, "place"),
            text(sent, "sku"),
            text(sent, "lot"),
            text(sent, "handling_unit"),
            text(sent, "condition")),
        List.of(
            Cell.of(text(sent, "place")),
            Cell.of(product(sent)),
            number(sent, "quantity"),
            Cell.of(text(sent, "lot")),
            Cell.of(text(sent, "handling_unit")),
            coded(sent, "condition")));
  }

  /// The same as what releases it.
  static OpenPutAway release(WarehouseCode here, Map<String, Object> sent) {
    return new OpenPutAway(
        here,
        new Sku(text(sent, "sku")),
        new LocationCode(text(sent, "place")),
        new Quantity(whole(sent, "quantity").orElse(1L)),
        Optional.of(text(sent, "lot")).filter(code -> !code.isEmpty()).map(LotCode::new),
        Optional.of(text(sent, "handling_unit"))
            .filter(code -> !code.isEmpty())
            .map(HandlingUnit::new),
        Optional.of(Condition.of(text(sent, "condition"))));
  }

  ListRow journey(Map<String, Object> sent) {
    return new ListRow(
        text(sent, "warehouse") + "/" + text(sent, "n"),
        List.of(
            time(sent, text(sent, "occurred_at").isEmpty() ? "at" : "occurred_at"),
            Cell.of(product(sent)),
            Cell.of(text(sent, "from")),
            Cell.of(text(sent, "to")),
            number(sent, "quantity"),
            Cell.of(text(sent, "lot")),
            Cell.of(text(sent, "handling_unit")),
            Cell.of(reason(text(sent, "reason"))),
            Cell.of(text(sent, "by"))));
  }

  private String product(Map<String, Object> sent) {
    String name = text(sent, "name");
    String sku = text(sent, "sku");
    if (!name.isEmpty() || sku.isEmpty()) {
      return name.isEmpty() ? text(sent, "code") : name;
    }
    return name(new Sku(sku));
  }

  String name(Sku sku) {
    return client.catalogue().product(sku).map(Product::name).orElse(sku.code());
  }

  /// The house's name of a reason, or the reason as it says itself.
  private String reason(String code) {
    return client
        .desk()
        .flatMap(
            desk ->
                desk.work().reasons("adjust").stream()
                    .filter(reason -> reason.code().code().equals(code))
                    .findFirst())
        .map(reason -> reason.name())
        .orElse(code.replace('_', ' '));
  }

  private Cell coded(Map<String, Object> sent, String field) {
    return Cell.of(code(text(sent, field)));
  }

  private String code(String code) {
    return CodePhrase.of(code)
        .map(phrase -> client.wording().say(Text.of(phrase)))
        .orElse(code.replace('_', ' '));
  }

  private Cell number(Map<String, Object> sent, String field) {
    return whole(sent, field)
        .map(value -> Cell.of(client.wording().number(value), value))
        .orElseGet(() -> Cell.of(""));
  }

  private Cell signed(Map<String, Object> sent, String field) {
    return whole(sent, field)
        .map(value -> Cell.of((value > 0 ? "+" : "") + client.wording().number(value), value))
        .orElseGet(() -> Cell.of(""));
  }

  private Cell time(Map<String, Object> sent, String field) {
    String at = text(sent, field);
    return at.isEmpty() ? Cell.of("") : time(Instant.parse(at));
  }

  private Cell time(Instant at) {
    return Cell.of(client.wording().moment(at), at.toEpochMilli());
  }

  private static Optional<Long> whole(Map<String, Object> sent, String field) {
    return sent.get(field) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  static String text(Map<String, Object> sent, String field) {
    return switch (sent.get(field)) {
      case null -> "";
      case Number number -> Long.toString(number.longValue());
      case Object value -> value.toString();
    };
  }
}
