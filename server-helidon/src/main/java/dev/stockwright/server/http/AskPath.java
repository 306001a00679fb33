package dev.stockwright.server.http;

import dev.stockwright.vocabulary.InvalidValue;
import io.helidon.http.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A question that can be asked by HTTP, for the OpenAPI document.
///
/// @param parameters of the query; a list that goes on has `limit` and `after` besides. One that is
///     a word of a few is written `name=this|that`, and any other word is refused
/// @param item what one thing of the answer looks like
/// @param list a page of such things, or one alone
record AskPath(
    String path,
    String summary,
    List<String> parameters,
    Class<? extends Record> item,
    boolean list) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
  private static final Pattern BAR = Pattern.compile("[|]");

  AskPath {
    parameters = List.copyOf(parameters);
  }

  /// Its parameters by name.
  List<String> names() {
    return parameters.stream().map(AskPath::name).toList();
  }

  /// What a parameter may be; empty when it may be anything.
  static List<String> words(String parameter) {
    int is = parameter.indexOf('=');
    return is < 0 ? List.of() : BAR.splitAsStream(parameter.substring(is + 1)).toList();
  }

  static String name(String parameter) {
    int is = parameter.indexOf('=');
    return is < 0 ? parameter : parameter.substring(0, is);
  }

  /// The same action, for those who ask for a word that there is: any other one would silently
  /// find nothing.
  static Route checked(Route route) {
    return all().stream()
        .filter(ask -> route.method().equals(Method.GET) && ask.path().equals(route.path()))
        .findFirst()
        .map(
            ask ->
                new Route(
                    route.method(),
                    route.path(),
                    route.access(),
                    request -> {
                      ask.parameters().forEach(each -> check(each, request));
                      return route.action().act(request);
                    }))
        .orElse(route);
  }

  private static void check(String parameter, Request request) {
    List<String> words = words(parameter);
    String name = name(parameter);
    if (!words.isEmpty() && request.query(name).filter(word -> !words.contains(word)).isPresent()) {
      throw new InvalidValue(
          "invalid_" + name,
          name + " is none of " + String.join(", ", words) + "; use one of them");
    }
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
            ReferralRoutes.ASKS,
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
