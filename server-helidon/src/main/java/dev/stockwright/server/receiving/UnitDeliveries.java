package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.purchasing.Asn;
import dev.stockwright.server.purchasing.AsnBook;
import dev.stockwright.server.purchasing.PurchaseBook;
import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.purchasing.PurchaseRules;
import dev.stockwright.server.purchasing.TrackingRules;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes a whole announced handling unit in, by one scan.
final class UnitDeliveries {
  private final Work work;
  private final WarehouseCode warehouse;
  private final ReceiptBook book;
  private final PurchaseBook orders;
  private final AsnBook asns;
  private final Intake intake;

  UnitDeliveries(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new ReceiptBook(work, warehouse);
    this.orders = new PurchaseBook(work, warehouse);
    this.asns = new AsnBook(work, warehouse);
    this.intake = new Intake(work, warehouse, book);
  }

  Decision unit(ReceivingCommand.ReceiveUnit command) {
    Optional<Asn> asn = asns.bringing(command.unit());
    if (asn.isEmpty()) {
      return refuse(Arrivals.notAnnounced(command.unit(), warehouse, work));
    }
    Optional<Receipt> known =
        command.into().isPresent()
            ? command.into().flatMap(book::find)
            : book.openFor(asn.get().number());
    Optional<Refusal> wrong = wrongReceipt(command, known, asn.get());
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    Optional<PurchaseOrder> order = asn.get().purchaseOrder().flatMap(orders::find);
    List<Delivered> goods = goods(asn.get(), command);
    LocationCode at =
        command
            .location()
            .or(() -> known.map(Receipt::location))
            .orElseGet(() -> work.stock().receivingLocation(warehouse));
    Delivered.Place place =
        new Delivered.Place(
            at,
            command.unit().code(),
            condition(command, goods, asn.get()),
            command.damage().map(ReasonCode::code).orElse(""));
    boolean blind = known.map(Receipt::blind).orElse(asn.get().blind());
    wrong =
        wrongGoods(command, goods, place)
            .or(() -> order.flatMap(bought -> over(bought, goods, blind)))
            .or(() -> intake.wrongUnit(command.unit(), place))
            .or(() -> intake.noRoom(goods, place));
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    return new Decision.Act(
        take(command, asn.get(), order, goods, known.orElseGet(() -> open(asn.get(), at)), place));
  }

  private Receipt open(Asn asn, LocationCode at) {
    return book.open(
        new Receipt(
            0,
            book.newNumber(false),
            Receipt.Kind.ASN,
            true,
            asn.purchaseOrder(),
            Optional.of(asn.number()),
            at,
            asn.blind()),
        asn.supplier());
  }

  private List<Step> take(
      ReceivingCommand.ReceiveUnit command,
      Asn asn,
      Optional<PurchaseOrder> order,
      List<Delivered> goods,
      Receipt receipt,
      Delivered.Place place) {
    List<Step> steps = new ArrayList<>(intake.take(receipt, goods, place));
    asns.received(
        asn,
        asn.lines().stream()
            .filter(line -> line.handlingUnit().equals(command.unit().code()))
            .collect(Collectors.toMap(Asn.Line::line, Asn.Line::announced)));
    order.ifPresent(
        bought -> {
          byProduct(goods).forEach((sku, units) -> orders.received(bought, sku, units));
          steps.add(Work.note(warehouse, DocumentKind.PURCHASE_ORDER, bought.number(), "open"));
        });
    if (asn.state().equals("announced")) {
      asns.turn(asn, "arriving", "");
      steps.add(Work.note(warehouse, DocumentKind.ASN, asn.number(), "arriving"));
    }
    return steps;
  }

  private Optional<Refusal> wrongReceipt(
      ReceivingCommand.ReceiveUnit command, Optional<Receipt> receipt, Asn asn) {
    if (command.into().isEmpty()) {
      return Optional.empty();
    }
    if (receipt.isEmpty()) {
      return Optional.of(
          new DocumentRefusal.UnknownDocument(DocumentKind.RECEIPT, command.into().get()));
    }
    return ReceiptRules.open(receipt.get(), false)
        .or(
            () ->
                receipt.get().asn().filter(asn.number()::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        new DocumentRefusal.Mismatch(
                            "ASN of the receipt",
                            asn.number().code(),
                            receipt.get().asn().map(Reference::code).orElse("none"))));
  }

  /// The content of the unit, lots and pieces of a product that expire together side by side.
  private List<Delivered> goods(Asn asn, ReceivingCommand.ReceiveUnit command) {
    List<Asn.Line> lines =
        asn.lines().stream()
            .filter(line -> line.handlingUnit().equals(command.unit().code()))
            .toList();
    Map<Sku, ProductCard> cards =
        ProductCards.read(work.sql(), lines.stream().map(Asn.Line::sku).toList());
    record Same(Sku sku, Optional<java.time.LocalDate> expiry, String lot) {}
    Map<Same, List<Delivered.Pile>> piles = new LinkedHashMap<>();
    for (Asn.Line line : lines) {
      boolean piece = card(cards, line.sku()).tracking().serial();
      piles
          .computeIfAbsent(
              new Same(line.sku(), line.expiry(), piece ? "" : line.lot()),
              any -> new ArrayList<>())
          .add(new Delivered.Pile(line.lot(), line.announced()));
    }
    List<Delivered> goods = new ArrayList<>();
    piles.forEach(
        (same, each) -> goods.add(new Delivered(card(cards, same.sku()), each, same.expiry())));
    return goods;
  }

  /// One condition for the whole unit: what must be inspected holds everything on it back.
  private Condition condition(
      ReceivingCommand.ReceiveUnit command, List<Delivered> goods, Asn asn) {
    boolean inspected =
        work.setting(warehouse, "receiving.inspect." + asn.supplier())
            .filter("yes"::equals)
            .isPresent();
    return goods.stream()
        .map(
            each ->
                ReceiptRules.condition(
                    each.card(), command.condition(), command.damage(), inspected))
        .filter(condition -> condition != Condition.AVAILABLE)
        .findFirst()
        .orElse(Condition.AVAILABLE);
  }

  private Optional<Refusal> wrongGoods(
      ReceivingCommand.ReceiveUnit command, List<Delivered> goods, Delivered.Place place) {
    Optional<Refusal> wrong =
        intake
            .unknownPlace(place.at())
            .or(() -> command.damage().flatMap(why -> work.wrongReason(why, "damage")))
            .or(
                () ->
                    ReceiptRules.contradiction(
                        place.condition(),
                        command.damage(),
                        goods.stream().anyMatch(each -> each.card().inspected())));
    for (Delivered each : goods) {
      if (wrong.isPresent()) {
        return wrong;
      }
      wrong =
          Kits.refusal(work.sql(), List.of(each.card().sku()))
              .or(
                  () ->
                      TrackingRules.tooOld(
                          each.card(), each.expiry(), work.today(warehouse), place.condition()))
              .or(() -> intake.pieceHere(each));
    }
    return wrong;
  }

  private static Optional<Refusal> over(PurchaseOrder order, List<Delivered> goods, boolean blind) {
    return byProduct(goods).entrySet().stream()
        .flatMap(
            entry -> PurchaseRules.receive(order, entry.getKey(), entry.getValue(), blind).stream())
        .findFirst();
  }

  private static Map<Sku, Long> byProduct(List<Delivered> goods) {
    Map<Sku, Long> sums = new LinkedHashMap<>();
    goods.forEach(each -> sums.merge(each.card().sku(), each.units(), Long::sum));
    return sums;
  }

  private static Decision refuse(Refusal why) {
    return new Decision.Refuse(why);
  }

  /// A line of a notice refers to its product, so there is one.
  private static ProductCard card(Map<Sku, ProductCard> cards, Sku sku) {
    return Optional.ofNullable(cards.get(sku)).orElseThrow();
  }
}
