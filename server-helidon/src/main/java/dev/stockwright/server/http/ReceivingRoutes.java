package dev.stockwright.server.http;

import dev.stockwright.server.queries.MatchQueries;
import dev.stockwright.server.queries.ReceiptQueries;
import dev.stockwright.server.security.Duty;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Receipts and returns, and the quality of what came.
final class ReceivingRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/receipts",
              "Receipts and returns, newest first",
              ReceiptQueries.ReceiptItem.class,
              "warehouse",
              "state=open|closed",
              "kind=order|asn|unannounced|return",
              "purchase_order"),
          AskPath.one(
              "/api/v1/receipts/{receipt}",
              "One receipt or return",
              ReceiptQueries.ReceiptItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/unmatched/receipts",
              "Receipts without an order of which some goods are matched with none, newest first",
              MatchQueries.UnmatchedReceipt.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/unmatched/goods",
              "What people received without a document and nobody has made a receipt of",
              MatchQueries.LooseGoods.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/receipts/{receipt}/proposals",
              "The open orders that its unmatched goods may have come for, most overlap first",
              MatchQueries.Proposal.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/receipts/{receipt}/lines",
              "What was taken in",
              ReceiptQueries.ReceiptLine.class,
              "warehouse"));

  private final Seen seen;
  private final ReceiptQueries receipts;
  private final MatchQueries matches;

  ReceivingRoutes(Seen seen, ReceiptQueries receipts, MatchQueries matches) {
    this.seen = seen;
    this.receipts = receipts;
    this.matches = matches;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/receipts", this::list),
        Route.get("/api/v1/receipts/{receipt}", this::one),
        Route.get("/api/v1/receipts/{receipt}/lines", this::lines),
        Route.get("/api/v1/receipts/{receipt}/proposals", this::proposals),
        Route.get("/api/v1/unmatched/receipts", this::unmatched),
        Route.get("/api/v1/unmatched/goods", this::loose));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.RECEIPTS);
    var filter =
        new ReceiptQueries.Filter(
            request.query("state"), request.query("kind"), request.query("purchase_order"));
    return Reply.json(
        Json.page(receipts.receipts(scope, filter, request.limit(), request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.RECEIPTS);
    String number = request.path("receipt", text -> text);
    return receipts
        .receipt(scope, number)
        .map(receipt -> Reply.json(Json.one(receipt)))
        .orElseThrow(() -> Problem.unknown("receipt", number));
  }

  private Reply lines(Request request) {
    var scope = seen.scope(request, Question.RECEIPTS);
    return Reply.json(
        Json.page(
            receipts.lines(
                scope,
                request.path("receipt", text -> text),
                request.limit(),
                request.query("after"))));
  }

  private Reply unmatched(Request request) {
    var scope = seen.scope(request, Question.RECEIPTS);
    return Reply.json(
        Json.page(matches.unmatched(scope, request.limit(), request.query("after"))));
  }

  private Reply loose(Request request) {
    return Reply.json(Json.page(matches.loose(seen.scope(request, Question.RECEIPTS))));
  }

  private Reply proposals(Request request) {
    var scope = seen.scope(request, Question.RECEIPTS);
    boolean told = Duty.DECIDING.includes(request.who().role());
    String receipt = request.path("receipt", text -> text);
    return Reply.json(Json.page(matches.proposals(scope, receipt, told)));
  }
}
