package dev.stockwright.server.http;

import dev.stockwright.server.queries.ReferralQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.CommandId;
import java.util.List;

/// Questions about refused work that was referred to a supervisor, and about mismatches.
final class ReferralRoutes {
  private static final String REFERRALS = "/api/v1/referrals";
  private static final String REFERRAL = "/api/v1/referrals/{referral}";
  private static final String OUTCOME = "/api/v1/referrals/{referral}/outcome";
  private static final String MISMATCHES = "/api/v1/mismatches";

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              REFERRALS,
              "Refused work referred to a supervisor, the newest first",
              ReferralQueries.ReferralItem.class,
              "warehouse",
              "state=waiting|recorded|rejected"),
          AskPath.one(
              REFERRAL,
              "One referral, with the refused command",
              ReferralQueries.ReferralItem.class,
              "warehouse"),
          AskPath.one(
              OUTCOME,
              "What has become of a referral, for who has referred it",
              ReferralQueries.OutcomeItem.class,
              "warehouse"),
          AskPath.page(
              MISMATCHES,
              "Scans that did not belong to the work, the newest first",
              ReferralQueries.MismatchItem.class,
              "warehouse",
              "activity",
              "noted_by"));

  private final Seen seen;
  private final ReferralQueries referrals;

  ReferralRoutes(Seen seen, ReferralQueries referrals) {
    this.seen = seen;
    this.referrals = referrals;
  }

  List<Route> routes() {
    return List.of(
        Route.get(REFERRALS, this::list),
        Route.get(REFERRAL, this::one),
        Route.get(OUTCOME, this::outcome),
        Route.get(MISMATCHES, this::mismatches));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.REFERRALS);
    return Reply.json(
        Json.page(
            referrals.list(
                scope, request.query("state"), request.limit(), request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.REFERRALS);
    CommandId id = request.path("referral", CommandId::of);
    return referrals
        .find(scope, id)
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("referral", id.toString()));
  }

  private Reply outcome(Request request) {
    var scope = seen.scope(request, Question.OUTCOMES);
    CommandId id = request.path("referral", CommandId::of);
    return referrals
        .outcome(scope, id)
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("referral", id.toString()));
  }

  private Reply mismatches(Request request) {
    var scope = seen.scope(request, Question.REFERRALS);
    return Reply.json(
        Json.page(
            referrals.mismatches(
                scope,
                request.query("activity"),
                request.query("noted_by"),
                request.limit(),
                request.query("after"))));
  }
}
