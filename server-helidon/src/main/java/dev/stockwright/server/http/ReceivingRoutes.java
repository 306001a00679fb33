package dev.stockwright.server.http;

import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.server.queries.ReceiptQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Receipts and returns, and the quality of what came.
final class ReceivingRoutes {
  static final List<WorkPath> COMMANDS =
      List.of(
          new WorkPath(
              "/api/v1/receipts/start",
              "start_receipt",
              ReceivingCommand.StartReceipt.class,
              "A delivery has come"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/receive",
              "receive_line",
              ReceivingCommand.ReceiveLine.class,
              "These goods are in"),
          new WorkPath(
              "/api/v1/receipts/receive-unit",
              "receive_unit",
              ReceivingCommand.ReceiveUnit.class,
              "A whole announced handling unit is in"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/take-back",
              "take_back_line",
              ReceivingCommand.TakeBackLine.class,
              "A line was wrong"),
          new WorkPath(
              "/api/v1/receipts/{receipt}/close",
              "close_receipt",
              ReceivingCommand.CloseReceipt.class,
              "Everything of this delivery or return is in"),
          new WorkPath(
              "/api/v1/returns/receive",
              "receive_return",
              ReceivingCommand.ReceiveReturn.class,
              "A customer has brought something back"),
          new WorkPath(
              "/api/v1/quality/hold",
              "hold_goods",
              ReceivingCommand.HoldGoods.class,
              "These goods may not be used for now"),
          new WorkPath(
              "/api/v1/quality/release",
              "release_goods",
              ReceivingCommand.ReleaseGoods.class,
              "They are fine"),
          new WorkPath(
              "/api/v1/quality/reject",
              "reject_goods",
              ReceivingCommand.RejectGoods.class,
              "They cannot be used"));

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
              "/api/v1/receipts/{receipt}/lines",
              "What was taken in",
              ReceiptQueries.ReceiptLine.class,
              "warehouse"));

  private final Seen seen;
  private final ReceiptQueries receipts;

  ReceivingRoutes(Seen seen, ReceiptQueries receipts) {
    this.seen = seen;
    this.receipts = receipts;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/receipts", this::list),
        Route.get("/api/v1/receipts/{receipt}", this::one),
        Route.get("/api/v1/receipts/{receipt}/lines", this::lines));
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
}
