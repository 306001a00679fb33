package dev.stockwright.server.http;

import dev.stockwright.server.queries.CountQueries;
import dev.stockwright.server.queries.CountResults;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.security.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Questions about counts. Who counts is told what to count and what they said; what the books say
/// is told to those who decide.
final class CountRoutes {
  private static final Duration USUAL = Duration.ofDays(90);

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/counts",
              "Counts, newest first",
              CountQueries.CountItem.class,
              "warehouse",
              "state=requested|counting|counted|recount|review|completed|cancelled"),
          AskPath.one(
              "/api/v1/counts/{count}", "One count", CountQueries.CountItem.class, "warehouse"),
          AskPath.page(
              "/api/v1/counts/{count}/bins",
              "Its bins and who has visited them",
              CountQueries.BinItem.class,
              "warehouse",
              "state=open|counting|counted"),
          AskPath.page(
              "/api/v1/counts/{count}/entries",
              "What was said; who does not decide about counts sees their own",
              CountQueries.EntryItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/counts/{count}/lines",
              "What came out of it",
              CountResults.LineItem.class,
              "warehouse",
              "state=open|matched|adjusted|review|accepted|rejected|superseded"),
          AskPath.page(
              "/api/v1/count-reviews",
              "Lines that wait for a person",
              CountResults.LineItem.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/count-accuracy",
              "How well the books fit, by class",
              CountResults.Accuracy.class,
              "warehouse",
              "from",
              "to"),
          AskPath.page(
              "/api/v1/shrinkage",
              "What counts have changed, by product and reason",
              CountResults.Shrinkage.class,
              "warehouse",
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reconciliations",
              "Nights, newest first",
              CountResults.Night.class,
              "warehouse"));

  private final Seen seen;
  private final CountQueries counts;
  private final CountResults results;

  CountRoutes(Seen seen, CountQueries counts, CountResults results) {
    this.seen = seen;
    this.counts = counts;
    this.results = results;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/counts", this::list),
        Route.get("/api/v1/counts/{count}", this::one),
        Route.get("/api/v1/counts/{count}/bins", this::bins),
        Route.get("/api/v1/counts/{count}/entries", this::entries),
        Route.get("/api/v1/counts/{count}/lines", this::lines),
        Route.get("/api/v1/count-reviews", this::reviews),
        Route.get("/api/v1/count-accuracy", this::accuracy),
        Route.get("/api/v1/shrinkage", this::shrinkage),
        Route.get("/api/v1/reconciliations", this::nights));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.COUNTS);
    return Reply.json(
        Json.page(
            counts.list(scope, request.query("state"), request.limit(), request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.COUNTS);
    String number = number(request);
    return counts
        .find(scope, number)
        .map(count -> Reply.json(Json.one(count)))
        .orElseThrow(() -> Problem.unknown("count", number));
  }

  private static String number(Request request) {
    return request.path("count", text -> text);
  }

  private Reply bins(Request request) {
    var scope = seen.scope(request, Question.COUNTS);
    return Reply.json(
        Json.page(
            counts.bins(
                scope,
                number(request),
                request.query("state"),
                request.limit(),
                request.query("after"))));
  }

  /// What a colleague said would tell who counts again what to expect.
  private Reply entries(Request request) {
    var scope = seen.scope(request, Question.COUNTS);
    Optional<String> by =
        Rights.decides(request.who())
            ? Optional.empty()
            : Optional.of(request.who().operator().code());
    return Reply.json(
        Json.page(
            counts.entries(scope, number(request), by, request.limit(), request.query("after"))));
  }

  private Reply lines(Request request) {
    var scope = seen.scope(request, Question.COUNT_RESULTS);
    return Reply.json(
        Json.page(
            results.lines(
                scope,
                Optional.of(number(request)),
                request.query("state"),
                request.limit(),
                request.query("after"))));
  }

  private Reply reviews(Request request) {
    var scope = seen.scope(request, Question.COUNT_RESULTS);
    return Reply.json(
        Json.page(
            results.lines(
                scope,
                Optional.empty(),
                Optional.of("review"),
                request.limit(),
                request.query("after"))));
  }

  private Reply accuracy(Request request) {
    var scope = seen.scope(request, Question.COUNT_RESULTS);
    return Reply.json(
        Json.page(results.accuracy(scope, span(request), request.limit(), request.query("after"))));
  }

  private static CountResults.Span span(Request request) {
    Instant to = request.time("to").orElseGet(Instant::now);
    return new CountResults.Span(request.time("from").orElseGet(() -> to.minus(USUAL)), to);
  }

  private Reply shrinkage(Request request) {
    var scope = seen.scope(request, Question.COUNT_RESULTS);
    return Reply.json(
        Json.page(
            results.shrinkage(scope, span(request), request.limit(), request.query("after"))));
  }

  private Reply nights(Request request) {
    var scope = seen.scope(request, Question.COUNT_RESULTS);
    return Reply.json(Json.page(results.nights(scope, request.limit(), request.query("after"))));
  }
}
