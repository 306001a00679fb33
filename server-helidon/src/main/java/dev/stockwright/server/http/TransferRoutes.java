package dev.stockwright.server.http;

import dev.stockwright.server.queries.TransferQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Questions about transfers.
final class TransferRoutes {
  private static final String TRANSFERS = "/api/v1/transfers";
  private static final String TRANSFER = "/api/v1/transfers/{transfer}";
  private static final String IN_TRANSIT = "/api/v1/in-transit";
  private static final String LEAD_TIMES = "/api/v1/lead-times";

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              TRANSFERS,
              "Transfers, the newest first; late ones with late=true",
              TransferQueries.TransferItem.class,
              "warehouse",
              "state=requested|approved|packed|shipped|short|received|closed|refused|cancelled",
              "from",
              "to",
              "sku",
              "late=true|false"),
          AskPath.one(
              TRANSFER,
              "One transfer with its lines, contents and history",
              TransferQueries.TransferSheet.class,
              "warehouse"),
          AskPath.page(
              IN_TRANSIT,
              "What is on its way, by product",
              TransferQueries.TransitItem.class,
              "warehouse",
              "sku"),
          AskPath.page(
              LEAD_TIMES,
              "How long goods are on their way",
              TransferQueries.LeadItem.class,
              "warehouse"));

  private final Seen seen;
  private final TransferQueries transfers;

  TransferRoutes(Seen seen, TransferQueries transfers) {
    this.seen = seen;
    this.transfers = transfers;
  }

  List<Route> routes() {
    return List.of(
        Route.get(TRANSFERS, this::list),
        Route.get(TRANSFER, this::one),
        Route.get(IN_TRANSIT, this::inTransit),
        Route.get(LEAD_TIMES, this::leads));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.TRANSFERS);
    return Reply.json(
        Json.page(
            transfers.list(
                scope,
                new TransferQueries.Filter(
                    request.query("state"),
                    request.query("from"),
                    request.query("to"),
                    request.query("sku"),
                    request.query("late").filter("true"::equals).isPresent()),
                request.limit(),
                request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.TRANSFERS);
    String number = request.path("transfer", text -> text);
    return transfers
        .find(scope, number)
        .map(transfer -> Reply.json(Json.one(transfer)))
        .orElseThrow(() -> Problem.unknown("transfer", number));
  }

  private Reply inTransit(Request request) {
    var scope = seen.scope(request, Question.TRANSFERS);
    return Reply.json(
        Json.page(
            transfers.inTransit(
                scope, request.query("sku"), request.limit(), request.query("after"))));
  }

  private Reply leads(Request request) {
    var scope = seen.scope(request, Question.TRANSFERS);
    return Reply.json(Json.page(transfers.leads(scope, request.limit(), request.query("after"))));
  }
}
