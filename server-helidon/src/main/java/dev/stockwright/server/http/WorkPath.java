package dev.stockwright.server.http;

import dev.stockwright.protocol.WorkCommand;
import java.util.List;
import java.util.stream.Stream;

/// Where a command of an activity is taken by HTTP. The body is the command without its kind; what
/// stands in braces in the path is a field of it as well.
///
/// @param kind its wire name
/// @param summary for the OpenAPI document
record WorkPath(String path, String kind, Class<? extends WorkCommand> type, String summary) {
  /// All of them.
  static final List<WorkPath> ALL =
      Stream.of(
              AdjustmentPaths.ALL,
              AlertPaths.ALL,
              CatalogPaths.ALL,
              CountPaths.ALL,
              CountPlanPaths.ALL,
              MovePaths.ALL,
              OrderPaths.ALL,
              PickingPaths.ALL,
              PlacePaths.ALL,
              PurchasePaths.ALL,
              PutAwayPaths.ALL,
              ReceivingPaths.ALL,
              ReorderPaths.ALL,
              ReplenishPaths.ALL,
              ShippingPaths.ALL,
              SystemPaths.ALL,
              TaskPaths.ALL,
              TillPaths.ALL,
              TransferPaths.ALL)
          .flatMap(List::stream)
          .toList();
      List.of(
          new WorkPath(
              "/api/v1/products/{sku}/save",
              "save_product",
              CatalogCommand.SaveProduct.class,
              "A product, new or changed"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/save",
              "save_barcode",
              CatalogCommand.SaveBarcode.class,
              "What a code stands for"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/learn",
              "learn_barcode",
              CatalogCommand.LearnBarcode.class,
              "What an unknown code stands for"),
          new WorkPath(
              "/api/v1/barcodes/{barcode}/remove",
              "remove_barcode",
              CatalogCommand.RemoveBarcode.class,
              "A code stands for nothing any more"),
          new WorkPath(
              "/api/v1/suppliers/{supplier}/save",
              "save_supplier",
              CatalogCommand.SaveSupplier.class,
              "A supplier, new or changed"),
          new WorkPath(
              "/api/v1/customers/{customer}/save",
              "save_customer",
              CatalogCommand.SaveCustomer.class,
              "A customer, new or changed"),
          new WorkPath(
              "/api/v1/reasons/{reason}/save",
              "save_reason",
              CatalogCommand.SaveReason.class,
              "A reason code, new or changed"),
          new WorkPath(
              "/api/v1/settings/{setting}/save",
              "save_setting",
              CatalogCommand.SaveSetting.class,
              "A setting, of one warehouse or all"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/open",
              "open_warehouse",
              PlaceCommand.OpenWarehouse.class,
              "A new site"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/change",
              "change_warehouse",
              PlaceCommand.ChangeWarehouse.class,
              "A site becomes another in some respect"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/zones/{zone_code}/save",
              "save_zone",
              PlaceCommand.SaveZone.class,
              "A zone, new or changed"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/locations/{location}/save",
              "save_location",
              PlaceCommand.SaveLocation.class,
              "A location, new or changed"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/locations/{location}/lock",
              "lock_location",
              PlaceCommand.LockLocation.class,
              "Nothing in, nothing out, or neither"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/locations/{location}/unlock",
              "unlock_location",
              PlaceCommand.UnlockLocation.class,
              "Goods come and go there again"),
          new WorkPath(
              "/api/v1/warehouses/{warehouse}/minimums/{sku}/save",
              "save_minimum",
              PlaceCommand.SaveMinimum.class,
              "Below this the product is low there"),
          new WorkPath(
              "/api/v1/tasks/take",
              "take_task",
              TaskCommand.TakeTask.class,
              "Give me my next task, or this one"),
          new WorkPath(
              "/api/v1/tasks/{task}/keep",
              "keep_task",
              TaskCommand.KeepTask.class,
              "I am still at it"),
          new WorkPath(
              "/api/v1/tasks/{task}/skip", "skip_task", TaskCommand.SkipTask.class, "Not now"),
          new WorkPath(
              "/api/v1/tasks/{task}/return",
              "return_task",
              TaskCommand.ReturnTask.class,
              "Back into the queue"),
          new WorkPath(
              "/api/v1/tasks/{task}/hand-over",
              "hand_over_task",
              TaskCommand.HandOverTask.class,
              "To another person"),
          new WorkPath(
              "/api/v1/tasks/{task}/rank",
              "rank_task",
              TaskCommand.RankTask.class,
              "How urgent it is"),
          new WorkPath(
              "/api/v1/tasks/{task}/cancel",
              "cancel_task",
              TaskCommand.CancelTask.class,
              "It need not be done any more"));
              tasks(),
              OrderRoutes.COMMANDS,
              TillRoutes.COMMANDS,
              PickingRoutes.COMMANDS,
              ShippingRoutes.COMMANDS)
          .flatMap(List::stream)
          .toList();
      Stream.of(tasks(), TransferPaths.ALL).flatMap(List::stream).toList();

  private static List<WorkPath> tasks() {
    return List.of(
        new WorkPath(
            "/api/v1/tasks/take",
            "take_task",
            TaskCommand.TakeTask.class,
            "Give me my next task, or this one"),
        new WorkPath(
            "/api/v1/tasks/{task}/keep",
            "keep_task",
            TaskCommand.KeepTask.class,
            "I am still at it"),
        new WorkPath(
            "/api/v1/tasks/{task}/skip", "skip_task", TaskCommand.SkipTask.class, "Not now"),
        new WorkPath(
            "/api/v1/tasks/{task}/return",
            "return_task",
            TaskCommand.ReturnTask.class,
            "Back into the queue"),
        new WorkPath(
            "/api/v1/tasks/{task}/hand-over",
            "hand_over_task",
            TaskCommand.HandOverTask.class,
            "To another person"),
        new WorkPath(
            "/api/v1/tasks/{task}/rank",
            "rank_task",
            TaskCommand.RankTask.class,
            "How urgent it is"),
        new WorkPath(
            "/api/v1/tasks/{task}/cancel",
            "cancel_task",
            TaskCommand.CancelTask.class,
            "It need not be done any more"));
  }

  /// The names in braces.
  List<String> variables() {
    return AskPath.variables(path);
  }
}
