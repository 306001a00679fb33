package dev.stockwright.server.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A question that can be asked by HTTP, for the OpenAPI document.
///
/// @param parameters of the query; a list that goes on has `limit` and `after` besides
/// @param item what one thing of the answer looks like
/// @param list a page of such things, or one alone
record AskPath(
    String path,
    String summary,
    List<String> parameters,
    Class<? extends Record> item,
    boolean list) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  AskPath {
    parameters = List.copyOf(parameters);
  }

  /// All of them but those in `openapi.json`.
  static List<AskPath> all() {
    return Stream.of(
            AdjustmentRoutes.ASKS,
            AlertRoutes.ASKS,
            CatalogRoutes.ASKS,
            CountRoutes.ASKS,
            KitRoutes.ASKS,
            OrderRoutes.ASKS,
            PickingRoutes.ASKS,
            PurchaseRoutes.ASKS,
            PutAwayRoutes.ASKS,
            QuestionRoutes.ASKS,
            ReceivingRoutes.ASKS,
            ReportRoutes.ASKS,
            SheetRoutes.ASKS,
            ShippingRoutes.ASKS,
            StockRoutes.ASKS,
            SystemRoutes.ASKS,
            TaskRoutes.ASKS,
            TillRoutes.ASKS,
            TransferRoutes.ASKS)
        .flatMap(List::stream)
        .toList();
  }

  static AskPath page(
      String path, String summary, Class<? extends Record> item, String... parameters) {
    return new AskPath(path, summary, List.of(parameters), item, true);
  }

  static AskPath one(
      String path, String summary, Class<? extends Record> item, String... parameters) {
    return new AskPath(path, summary, List.of(parameters), item, false);
  }

  /// The names in braces of a path.
  static List<String> variables(String path) {
    Matcher matcher = VARIABLE.matcher(path);
    return matcher.results().map(found -> found.group(1)).toList();
  }
}
