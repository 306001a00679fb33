package dev.stockwright.desktop;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.desktop.lists.LeftRow;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.protocol.ReferralCommand.NoteMismatch;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The exceptions: refused work that waits for a supervisor, barcodes that nobody knows, and goods
/// that stand aside because they are more than may come. What was noted and what a supervisor said
/// to it are both notes, so that nothing is ever taken away.
final class LeftGoods implements ListWork {
  private final ListDesk desk;
  private final ListRows words;
  private final Map<String, PackedProduct> linking = new ConcurrentHashMap<>();
  private final Map<String, Left> known = new ConcurrentHashMap<>();

  /// What stands aside.
  record Left(Optional<Reference> order, String scanned, String expected) {}

  LeftGoods(ListDesk desk, ListRows words) {
    this.desk = desk;
    this.words = words;
  }

  /// Refused work first.
  @Override
  public Reply<Page<ListRow>> read(WarehouseCode here) {
    Reply<Page<ListRow>> referred =
        ListDesk.all(
            after -> desk.client().queries().listing(Listing.REFERRALS, here, after),
            words::referral);
    Set<String> settled = new HashSet<>();
    Reply<Page<ListRow>> left =
        ListDesk.all(
            after -> desk.client().queries().listing(Listing.LEFT, here, after),
            sent -> row(sent, settled));
    if (referred instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> first)
        && left instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> second)) {
      List<ListRow> all = new ArrayList<>(first.items());
      List<OpenOrder> orders = desk.client().openOrders(here);
      second.items().stream()
          .filter(row -> LeftRow.is(row.id()) && !settled.contains(LeftRow.note(row.id())))
          .filter(row -> waits(row.id(), orders))
          .forEach(all::add);
      return new Reply.Ok<>(new Page<>(all, first.next()));
    }
    return referred instanceof Reply.Ok<Page<ListRow>> ? left : referred;
  }

  private ListRow row(Map<String, Object> sent, Set<String> settled) {
    String mistaken = ListRows.text(sent, "mistaken");
    if (mistaken.equals(Mismatch.SETTLED)) {
      settled.add(ListRows.text(sent, "document"));
    }
    boolean over = mistaken.equals(Mismatch.OVER_RECEIPT);
    if (!over && !mistaken.equals(Mismatch.UNKNOWN)) {
      return words.mismatch(sent);
    }
    String id = LeftRow.id(over, ListRows.text(sent, "id"));
    known.put(
        id,
        new Left(
            Optional.of(ListRows.text(sent, "document"))
                .filter(code -> !code.isEmpty())
                .map(Reference::new),
            ListRows.text(sent, "scanned"),
            ListRows.text(sent, "expected")));
    return words.left(id, sent);
  }

  /// Until the order is closed, or somebody has allowed it at the dock; until the barcode is known.
  private boolean waits(String row, List<OpenOrder> orders) {
    Left left = known.get(row);
    if (left == null) {
      return true;
    }
    if (LeftRow.unknown(row)) {
      return desk.client().catalogue().byBarcode(left.scanned()).isEmpty();
    }
    return orders.stream()
        .filter(order -> left.order().equals(Optional.of(order.number())))
        .flatMap(order -> order.line(new Sku(left.scanned())).stream())
        .anyMatch(line -> line.allowed() < line.ordered() + units(left));
  }

  private static long units(Left left) {
    try {
      return Math.max(1, Long.parseLong(left.expected()));
    } catch (NumberFormatException ofAnotherVersion) {
      return 1;
    }
  }

  /// Scans that did not belong to the work.
  Reply<Page<ListRow>> mismatches(WarehouseCode here) {
    Set<String> others = Set.of(Mismatch.UNKNOWN, Mismatch.OVER_RECEIPT, Mismatch.SETTLED);
    Set<String> left = new HashSet<>();
    Reply<Page<ListRow>> all =
        ListDesk.all(
            after -> desk.client().queries().listing(Listing.MISMATCHES, here, after),
            sent -> {
              ListRow row = words.mismatch(sent);
              if (others.contains(ListRows.text(sent, "mistaken"))) {
                left.add(row.id());
              }
              return row;
            });
    return all instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> page)
        ? new Reply.Ok<>(
            new Page<>(
                page.items().stream().filter(row -> !left.contains(row.id())).toList(),
                page.next()))
        : all;
  }

  /// A: goods that stand aside may come; a barcode was looked at.
  void settle(WarehouseCode here, String row) {
    Optional<Left> left = Optional.ofNullable(known.get(row));
    Optional<Reference> order = left.flatMap(Left::order);
    boolean over = row.equals(LeftRow.id(true, LeftRow.note(row)));
    if (over && order.isPresent()) {
      Command allow =
          new AllowOverReceipt(
              here,
              order.get(),
              new Sku(left.get().scanned()),
              new Quantity(units(left.get())),
              reason());
      desk.keep(List.of(allow, settled(here, row, "allowed", "-")), FloorPhrase.ALLOW_SENT);
    } else {
      desk.keep(List.of(settled(here, row, "seen", "-")), FloorPhrase.SEEN_SENT);
    }
  }

  /// Refused work and what was left are opened by the list itself.
  @Override
  public void open(WarehouseCode here, String row) {}

  /// The product was scanned that an unknown barcode stands for: asks whether it is so.
  @Override
  public void scanned(WarehouseCode here, Optional<String> row, Scan scan) {
    Optional<Left> left = row.flatMap(id -> Optional.ofNullable(known.get(id)));
    if (left.isEmpty()) {
      return;
    }
    String code = left.get().scanned();
    LocalDate today = LocalDate.ofInstant(desk.parts().clock().instant(), ZoneOffset.UTC);
    List<PackedProduct> products =
        new ScannedProduct(desk.client().catalogue()).all(ScanReader.read(scan, today));
    if (products.size() != 1) {
      desk.notice(
          products.isEmpty() ? FloorPhrase.LINK_NOT_KNOWN : FloorPhrase.LINK_SEVERAL,
          scan.raw().text(),
          code);
      return;
    }
    PackedProduct meant = products.getFirst();
    linking.put(row.orElseThrow(), meant);
    PackLevel pack = meant.pack();
    Decision question =
        new Decision(
            desk.say(FloorPhrase.LINK_ASKED, code, meant.product().name(), meant.product().sku()),
            pack.units() == 1
                ? desk.say(FloorPhrase.LINK_ONE)
                : desk.say(FloorPhrase.LINK_PACK, GoodsPhrase.packs(pack, 1), pack.units()),
            List.of(
                new Decision.Option(
                    LeftRow.LINK, desk.say(FloorPhrase.LINK), desk.say(FloorPhrase.LINK_THEN))));
    desk.parts()
        .bridge()
        .post(
            () -> {
              desk.model().notice().set("");
              desk.model().ask(ListKind.REFERRALS, row.orElseThrow(), question);
            });
  }

  /// It is so.
  @Override
  public void choose(WarehouseCode here, String row, String option) {
    Optional<Left> left = Optional.ofNullable(known.get(row));
    Optional<PackedProduct> meant = Optional.ofNullable(linking.remove(row));
    if (left.isEmpty() || meant.isEmpty()) {
      return;
    }
    String code = left.get().scanned();
    Sku sku = meant.get().product().sku();
    try {
      Command learn =
          new LearnBarcode(
              new Reference(code),
              sku,
              Optional.of(meant.get().pack().name()),
              Optional.of(meant.get().pack().units()),
              Optional.empty());
      desk.keep(
          List.of(learn, settled(here, row, "linked", sku.code())),
          FloorPhrase.LINK_SENT,
          code,
          meant.get().product().name());
    } catch (InvalidValue noCode) {
      desk.notice(FloorPhrase.LINK_NEVER, code);
    }
  }

  /// R: they may not come.
  void reject(WarehouseCode here, String row, String reason) {
    desk.keep(List.of(settled(here, row, "rejected", reason)), FloorPhrase.REJECT_SENT);
  }

  private ReasonCode reason() {
    return desk.client().desk().stream()
        .flatMap(at -> at.work().reasons("over_receipt").stream())
        .findFirst()
        .map(reason -> reason.code())
        .orElseGet(() -> new ReasonCode("other"));
  }

  private static Command settled(WarehouseCode here, String row, String how, String why) {
    return new NoteMismatch(
        here, Mismatch.RECEIVE, Optional.of(LeftRow.note(row)), Mismatch.SETTLED, how, why);
  }
}
