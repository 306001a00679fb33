package dev.stockwright.server.http;

import dev.stockwright.protocol.PlaceCommand;
import java.util.List;

/// Where the commands of [PlaceCommand] are taken.
final class PlacePaths {
  static final List<WorkPath> ALL =
      List.of(
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
              "Below this the product is low there"));

  private PlacePaths() {}
}
