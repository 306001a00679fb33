package dev.stockwright.server.http;

import dev.stockwright.server.queries.AlertQueries;
import dev.stockwright.server.queries.ReorderQueries;
import dev.stockwright.server.queries.WhyQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Questions about alerts and about what to buy.
final class AlertRoutes {
  private static final String WHY = "/api/v1/alert-why/{warehouse}/{sku}";
  private static final String TEST = "/api/v1/alert-test/{warehouse}/{sku}";
  private static final String BUY = "/api/v1/reorder-why/{warehouse}/{sku}";

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/alerts",
              "Open alerts, the most severe first",
              AlertQueries.AlertItem.class,
              "warehouse",
              "kind=low|out|over|expiring|late|review",
              "severity=critical|warning|notice",
              "sku",
              "snoozed=true|false"),
          AskPath.one(
              "/api/v1/alerts/{alert}", "One alert", AlertQueries.AlertItem.class, "warehouse"),
          AskPath.page(
              "/api/v1/alerts/{alert}/history",
              "What happened to an alert, oldest first",
              AlertQueries.AlertHappening.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/alert-rules",
              "The rules of alerts",
              AlertQueries.AlertRuleItem.class,
              "warehouse"),
          AskPath.one(WHY, "Why alerts of a product stand or do not", WhyQueries.Why.class),
          AskPath.one(
              TEST,
              "What a rule would have raised in the last days",
              WhyQueries.Tested.class,
              "low",
              "low_clear",
              "over",
              "over_clear",
              "out=true|false",
              "days"),
          AskPath.one(BUY, "How much of a product should be bought, and why", WhyQueries.Buy.class),
          AskPath.page(
              "/api/v1/proposals",
              "Proposals of what to buy, oldest first",
              ReorderQueries.ProposalItem.class,
              "warehouse",
              "state=open|approved|rejected|withdrawn"),
          AskPath.one(
              "/api/v1/proposals/{proposal}",
              "One proposal with its calculation",
              ReorderQueries.ProposalItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/reorder-runs",
              "What was calculated when, newest first",
              ReorderQueries.RunItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/reorder-runs/{run}",
              "How a run calculated each product",
              ReorderQueries.RunLine.class,
              "warehouse"));

  private static final long DAYS = 90;
  private static final long DAYS_MAX = 366;

  private final Seen seen;
  private final AlertQueries alerts;
  private final ReorderQueries reorders;
  private final WhyQueries why;

  AlertRoutes(Seen seen, AlertQueries alerts, ReorderQueries reorders, WhyQueries why) {
    this.seen = seen;
    this.alerts = alerts;
    this.reorders = reorders;
    this.why = why;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/alerts", this::open),
        Route.get("/api/v1/alerts/{alert}", this::alert),
        Route.get("/api/v1/alerts/{alert}/history", this::history),
        Route.get("/api/v1/alert-rules", this::rules),
        Route.get(WHY, this::why),
        Route.get(TEST, this::test),
        Route.get(BUY, this::buy),
        Route.get("/api/v1/proposals", this::proposals),
        Route.get("/api/v1/proposals/{proposal}", this::proposal),
        Route.get("/api/v1/reorder-runs", this::runs),
        Route.get("/api/v1/reorder-runs/{run}", this::run));
  }

  private Reply open(Request request) {
    var scope = seen.scope(request, Question.ALERTS);
    var filter =
        new AlertQueries.Filter(
            request.query("kind"),
            request.query("severity"),
            request.query("sku"),
            request.query("snoozed").filter("true"::equals).isPresent());
    return Reply.json(
        Json.page(alerts.open(scope, filter, request.limit(), request.query("after"))));
  }

  private Reply alert(Request request) {
    var scope = seen.scope(request, Question.ALERTS);
    String number = request.path("alert", text -> text);
    return alerts
        .find(scope, number)
        .map(alert -> Reply.json(Json.one(alert)))
        .orElseThrow(() -> Problem.unknown("alert", number));
  }

  private Reply history(Request request) {
    var scope = seen.scope(request, Question.ALERTS);
    String number = request.path("alert", text -> text);
    return Reply.json(
        Json.page(alerts.history(scope, number, request.limit(), request.query("after"))));
  }

  private Reply rules(Request request) {
    var scope = seen.scope(request, Question.ALERTS);
    return Reply.json(Json.page(alerts.rules(scope, request.limit(), request.query("after"))));
  }

  private Reply why(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.ALERTS);
    Sku sku = request.path("sku", Sku::new);
    return why.why(seen.scope(request, Question.ALERTS), warehouse, sku)
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("product", sku.code()));
  }

  private Reply test(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.ALERTS);
    Sku sku = request.path("sku", Sku::new);
    long low = number(request, "low").orElse(0L);
    long over = number(request, "over").orElse(0L);
    Limits limits =
        Limits.of(
            low,
            Math.max(low, number(request, "low_clear").orElse(low)),
            over,
            Math.min(over, number(request, "over_clear").orElse(over)),
            request.query("out").filter("true"::equals).isPresent());
    long days = Math.min(DAYS_MAX, number(request, "days").orElse(DAYS));
    var since = InstantSource.system().instant().minus(Duration.ofDays(days));
    return Reply.json(
        Json.one(why.test(seen.scope(request, Question.ALERTS), warehouse, sku, limits, since)));
  }

  private Reply buy(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.REORDERING);
    Sku sku = request.path("sku", Sku::new);
    return why.buy(seen.scope(request, Question.REORDERING), warehouse, sku)
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("reorder rule", sku.code()));
  }

  private Reply proposals(Request request) {
    var scope = seen.scope(request, Question.REORDERING);
    String state = request.query("state").orElse("open");
    return Reply.json(
        Json.page(reorders.proposals(scope, state, request.limit(), request.query("after"))));
  }

  private Reply proposal(Request request) {
    var scope = seen.scope(request, Question.REORDERING);
    String number = request.path("proposal", text -> text);
    return reorders
        .find(scope, number)
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("proposal", number));
  }

  private Reply runs(Request request) {
    var scope = seen.scope(request, Question.REORDERING);
    return Reply.json(Json.page(reorders.runs(scope, request.limit(), request.query("after"))));
  }

  private Reply run(Request request) {
    var scope = seen.scope(request, Question.REORDERING);
    long run = amount("run", request.path("run", text -> text));
    return Reply.json(
        Json.page(reorders.lines(scope, run, request.limit(), request.query("after"))));
  }

  private static Optional<Long> number(Request request, String name) {
    return request.query(name).map(text -> amount(name, text));
  }

  private static long amount(String name, String text) {
    if (!text.matches("[0-9]{1,12}")) {
      throw new InvalidValue("invalid_" + name, name + " " + text + " is no whole number");
    }
    return Long.parseLong(text);
  }
}
