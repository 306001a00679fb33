package dev.stockwright.simulator.demo;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.masterdata.site.Site;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The demo's site as it stands in a folder of CSV files. Days in the files count from `firstDay`,
/// so that nothing is out of date when the demo is young.
final class DemoSite {
  private final Path folder;
  private final LocalDate firstDay;

  DemoSite(Path folder, LocalDate firstDay) {
    this.folder = folder;
    this.firstDay = firstDay;
  }

  Site site() {
    return new Site(
        table("warehouses").stream()
            .map(
                row ->
                    new Site.Warehouse(
                        warehouse(row, "code"),
                        row.text("name"),
                        ZoneId.of(row.text("time_zone")),
                        new LocationCode(row.text("receiving_location"))))
            .toList(),
        table("locations").stream()
            .map(
                row ->
                    new Site.Location(
                        warehouse(row, "warehouse"),
                        new LocationCode(row.text("code")),
                        row.text("zone"),
                        Site.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT))))
            .toList(),
        table("products").stream()
            .map(
                row ->
                    new Site.Product(
                        new Sku(row.text("sku")),
                        row.text("name"),
                        row.text("unit"),
                        row.yes("lot_tracked"),
                        row.yes("serial_tracked")))
            .toList(),
        table("barcodes").stream()
            .map(
                row ->
                    new Site.Barcode(
                        row.text("code"),
                        new Sku(row.text("sku")),
                        Site.Pack.valueOf(row.text("pack").toUpperCase(Locale.ROOT)),
                        row.number("units")))
            .toList(),
        table("minimums").stream()
            .map(
                row ->
                    new Site.Minimum(
                        warehouse(row, "warehouse"),
                        new Sku(row.text("sku")),
                        row.number("quantity")))
            .toList(),
        purchaseOrders());
  }

  private List<Site.PurchaseOrder> purchaseOrders() {
    Map<String, List<Site.Line>> lines = new HashMap<>();
    for (CsvTable.Row row : table("purchase_order_lines")) {
      lines
          .computeIfAbsent(row.text("number"), number -> new ArrayList<>())
          .add(
              new Site.Line(
                  row.number("line"),
                  new Sku(row.text("sku")),
                  new Quantity(row.number("ordered")),
                  row.number("over_percent")));
    }
    return table("purchase_orders").stream()
        .map(
            row ->
                new Site.PurchaseOrder(
                    new Reference(row.text("number")),
                    warehouse(row, "warehouse"),
                    row.text("supplier"),
                    Optional.of(firstDay.plusDays(row.number("expected_in_days"))),
                    lines.getOrDefault(row.text("number"), List.of())))
        .toList();
  }

  /// What came in before the demo was opened: the stock on the shelves, then parts of some
  /// purchase orders. Always the same list, so that a load that was cut short goes on where it was.
  List<Command> receipts() {
    List<Command> receipts = new ArrayList<>();
    for (CsvTable.Row row : table("opening_stock")) {
      receipts.add(
          receipt(
              row,
              Optional.of(new LocationCode(row.text("location"))),
              row.optional("serial").map(SerialNumber::new),
              Optional.empty()));
    }
    for (CsvTable.Row row : table("receipts")) {
      receipts.add(
          receipt(
              row,
              Optional.empty(),
              Optional.empty(),
              Optional.of(new Reference(row.text("purchase_order")))));
    }
    return receipts;
  }

  private ReceiveGoods receipt(
      CsvTable.Row row,
      Optional<LocationCode> location,
      Optional<SerialNumber> serial,
      Optional<Reference> purchaseOrder) {
    return new ReceiveGoods(
        warehouse(row, "warehouse"),
        new Sku(row.text("sku")),
        new Quantity(row.number("quantity")),
        location,
        row.optional("lot").map(LotCode::new),
        row.optional("expires_in_days").map(days -> firstDay.plusDays(Integer.parseInt(days))),
        serial,
        Optional.empty(),
        Optional.empty(),
        purchaseOrder,
        Optional.of(new ReasonCode(purchaseOrder.isPresent() ? "receipt" : "opening_stock")));
  }

  /// Everybody who works there, with the sign-ins that are `known` and new ones for the others.
  List<Person> people(List<SignIn> known, Secrets secrets) {
    return table("people").stream()
        .map(
            row -> {
              String user = row.text("user");
              SignIn signIn =
                  known.stream()
                      .filter(one -> one.user().equals(user))
                      .findAny()
                      .orElseGet(
                          () ->
                              new SignIn(
                                  user,
                                  secrets.password(),
                                  secrets.badge(),
                                  secrets.pin(),
                                  row.text("role"),
                                  List.of(row.text("warehouses").split(" "))));
              return new Person(row.text("full_name"), signIn);
            })
        .toList();
  }

  private List<CsvTable.Row> table(String name) {
    return new CsvTable(folder.resolve(name + ".csv")).rows();
  }

  private static WarehouseCode warehouse(CsvTable.Row row, String column) {
    return new WarehouseCode(row.text(column));
  }
}
