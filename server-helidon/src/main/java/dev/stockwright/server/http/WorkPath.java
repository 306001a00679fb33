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
              ReferralPaths.ALL,
              ReorderPaths.ALL,
              ReplenishPaths.ALL,
              ShippingPaths.ALL,
              SystemPaths.ALL,
              TaskPaths.ALL,
              TillPaths.ALL,
              TransferPaths.ALL)
          .flatMap(List::stream)
          .toList();

  /// The names in braces.
  List<String> variables() {
    return AskPath.variables(path);
  }
}
