package dev.stockwright.server.http;

import dev.stockwright.server.queries.CatalogQueries;
import dev.stockwright.server.queries.PlaceQueries;
import dev.stockwright.server.security.Question;
import java.util.List;
import java.util.Optional;

/// Questions about master data, whole and with versions.
final class CatalogRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.one(
              "/api/v1/products/{sku}", "One product, whole", CatalogQueries.ProductCard.class),
          AskPath.page(
              "/api/v1/barcodes",
              "Codes and what they stand for",
              CatalogQueries.BarcodeCard.class,
              "sku"),
          AskPath.one(
              "/api/v1/barcodes/{barcode}",
              "What a code stands for",
              CatalogQueries.BarcodeCard.class),
          AskPath.page(
              "/api/v1/categories",
              "Categories and how many products each has",
              CatalogQueries.CategoryItem.class),
          AskPath.page(
              "/api/v1/suppliers",
              "Suppliers, by a part of the name",
              CatalogQueries.SupplierItem.class,
              "name"),
          AskPath.one(
              "/api/v1/suppliers/{supplier}", "One supplier", CatalogQueries.SupplierItem.class),
          AskPath.page(
              "/api/v1/customers",
              "Customers, by a part of the name",
              CatalogQueries.CustomerItem.class,
              "name"),
          AskPath.one(
              "/api/v1/customers/{customer}", "One customer", CatalogQueries.CustomerItem.class),
          AskPath.page(
              "/api/v1/reasons", "Reason codes", CatalogQueries.ReasonItem.class, "used_for"),
          AskPath.page(
              "/api/v1/settings", "Settings", CatalogQueries.SettingItem.class, "warehouse"),
          AskPath.one(
              "/api/v1/warehouses/{warehouse}",
              "One warehouse, whole",
              PlaceQueries.WarehouseCard.class),
          AskPath.page("/api/v1/zones", "Zones", PlaceQueries.ZoneItem.class, "warehouse"),
          AskPath.page(
              "/api/v1/warehouses/{warehouse}/locations",
              "Locations of a warehouse, whole",
              PlaceQueries.LocationCard.class,
              "zone",
              "location_kind=bin|dock|staging|cart|packing",
              "closed=true|false"),
          AskPath.one(
              "/api/v1/warehouses/{warehouse}/locations/{location}",
              "One location, whole",
              PlaceQueries.LocationCard.class),
          AskPath.page(
              "/api/v1/minimums",
              "Products with a minimum",
              PlaceQueries.MinimumItem.class,
              "warehouse"));

  private final Seen seen;
  private final CatalogQueries catalog;
  private final PlaceQueries places;

  CatalogRoutes(Seen seen, CatalogQueries catalog, PlaceQueries places) {
    this.seen = seen;
    this.catalog = catalog;
    this.places = places;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/products/{sku}", r -> one(r, "product", "sku", catalog::product)),
        Route.get("/api/v1/barcodes", this::barcodes),
        Route.get(
            "/api/v1/barcodes/{barcode}", r -> one(r, "barcode", "barcode", catalog::barcode)),
        Route.get("/api/v1/categories", this::categories),
        Route.get("/api/v1/suppliers", this::suppliers),
        Route.get(
            "/api/v1/suppliers/{supplier}", r -> one(r, "supplier", "supplier", catalog::supplier)),
        Route.get("/api/v1/customers", this::customers),
        Route.get(
            "/api/v1/customers/{customer}", r -> one(r, "customer", "customer", catalog::customer)),
        Route.get("/api/v1/reasons", this::reasons),
        Route.get("/api/v1/settings", this::settings),
        Route.get("/api/v1/warehouses/{warehouse}", this::warehouse),
        Route.get("/api/v1/zones", this::zones),
        Route.get("/api/v1/warehouses/{warehouse}/locations", this::locations),
        Route.get("/api/v1/warehouses/{warehouse}/locations/{location}", this::location),
        Route.get("/api/v1/minimums", this::minimums));
  }

  private interface Finding {
    Optional<? extends Record> find(String code);
  }

  private Reply one(Request request, String what, String name, Finding finding) {
    seen.check(request, Question.PRODUCTS);
    String code = request.path(name, text -> text);
    return reply(finding.find(code), what, code);
  }

  private static Reply reply(Optional<? extends Record> found, String what, String code) {
    return Reply.json(Json.one(found.orElseThrow(() -> Problem.unknown(what, code))));
  }

  private Reply barcodes(Request request) {
    seen.check(request, Question.PRODUCTS);
    return Reply.json(
        Json.page(catalog.barcodes(request.query("sku"), request.limit(), request.query("after"))));
  }

  private Reply categories(Request request) {
    seen.check(request, Question.PRODUCTS);
    return Reply.json(Json.page(catalog.categories(request.limit(), request.query("after"))));
  }

  private Reply suppliers(Request request) {
    seen.check(request, Question.PRODUCTS);
    return Reply.json(
        Json.page(
            catalog.suppliers(request.query("name"), request.limit(), request.query("after"))));
  }

  private Reply customers(Request request) {
    seen.check(request, Question.PRODUCTS);
    return Reply.json(
        Json.page(
            catalog.customers(request.query("name"), request.limit(), request.query("after"))));
  }

  private Reply reasons(Request request) {
    seen.check(request, Question.PRODUCTS);
    return Reply.json(
        Json.page(
            catalog.reasons(request.query("used_for"), request.limit(), request.query("after"))));
  }

  private Reply settings(Request request) {
    var scope = seen.scope(request, Question.SETTINGS);
    return Reply.json(Json.page(catalog.settings(scope, request.limit(), request.query("after"))));
  }

  private Reply warehouse(Request request) {
    var at = seen.place(request, "warehouse", Question.PLACES);
    String code = request.path("warehouse", text -> text);
    return reply(places.warehouse(at, code), "warehouse", code);
  }

  private Reply zones(Request request) {
    var scope = seen.scope(request, Question.PLACES);
    return Reply.json(Json.page(places.zones(scope, request.limit(), request.query("after"))));
  }

  private Reply locations(Request request) {
    var at = seen.place(request, "warehouse", Question.PLACES);
    return Reply.json(
        Json.page(
            places.locations(
                at,
                new PlaceQueries.Filter(
                    request.query("zone"),
                    request.query("location_kind"),
                    request.query("closed").filter("true"::equals).isPresent()),
                request.limit(),
                request.query("after"))));
  }

  private Reply location(Request request) {
    var at = seen.place(request, "warehouse", Question.PLACES);
    String code = request.path("location", text -> text);
    return reply(places.location(at, code), "location", code);
  }

  private Reply minimums(Request request) {
    var scope = seen.scope(request, Question.LOW_STOCK);
    return Reply.json(Json.page(places.minimums(scope, request.limit(), request.query("after"))));
  }
}
