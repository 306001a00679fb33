package dev.stockwright.simulator.walk;

import static dev.stockwright.simulator.walk.Scene.no;
import static dev.stockwright.simulator.walk.Scene.reason;

import dev.stockwright.protocol.AlertCommand.AcknowledgeAlert;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.EscalateAlert;
import dev.stockwright.protocol.AlertCommand.RemoveAlertRule;
import dev.stockwright.protocol.AlertCommand.ResolveAlert;
import dev.stockwright.protocol.AlertCommand.ReviewAlerts;
import dev.stockwright.protocol.AlertCommand.SetAlertRule;
import dev.stockwright.protocol.AlertCommand.SnoozeAlert;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReorderCommand.ApproveProposals;
import dev.stockwright.protocol.ReorderCommand.ChangeProposal;
import dev.stockwright.protocol.ReorderCommand.RejectProposal;
import dev.stockwright.protocol.ReorderCommand.RemoveReorderRule;
import dev.stockwright.protocol.ReorderCommand.ReviewReorder;
import dev.stockwright.protocol.ReorderCommand.SetReorderRule;
import dev.stockwright.protocol.SystemCommand.DropChannel;
import dev.stockwright.protocol.SystemCommand.RetryMessage;
import dev.stockwright.protocol.SystemCommand.RunJob;
import dev.stockwright.protocol.SystemCommand.SetChannel;
import dev.stockwright.protocol.SystemCommand.Timing;
import dev.stockwright.protocol.SystemCommand.TryChannel;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Alerts, reordering, and whom the system tells. None of it moves goods.
final class WatchIdeas {
  private WatchIdeas() {}

  static void into(Map<Class<? extends Command>, Idea> ideas) {
    ideas.put(SetAlertRule.class, WatchIdeas::rule);
    ideas.put(RemoveAlertRule.class, WatchIdeas::unrule);
    ideas.put(AcknowledgeAlert.class, WatchIdeas::acknowledge);
    ideas.put(SnoozeAlert.class, WatchIdeas::snooze);
    ideas.put(EscalateAlert.class, WatchIdeas::escalate);
    ideas.put(ResolveAlert.class, WatchIdeas::resolve);
    ideas.put(ReviewAlerts.class, WatchIdeas::review);
    ideas.put(SetReorderRule.class, WatchIdeas::reorder);
    ideas.put(RemoveReorderRule.class, WatchIdeas::reorderNoMore);
    ideas.put(ReviewReorder.class, WatchIdeas::reviewReorder);
    ideas.put(ChangeProposal.class, WatchIdeas::change);
    ideas.put(ApproveProposals.class, WatchIdeas::approve);
    ideas.put(RejectProposal.class, WatchIdeas::reject);
    ideas.put(SetChannel.class, WatchIdeas::channel);
    ideas.put(DropChannel.class, WatchIdeas::drop);
    ideas.put(TryChannel.class, WatchIdeas::tryOut);
    ideas.put(RetryMessage.class, WatchIdeas::retry);
    ideas.put(RunJob.class, WatchIdeas::run);
  }

  private static Covers covers(Scene scene) {
    int kind = (int) scene.dice.from(0, 9);
    if (kind < 5) {
      return Covers.of(scene.site(), scene.plain());
    }
    return kind < 7
        ? new Covers(Optional.of(scene.site()), no(), no(), Optional.of("C"), no())
        : kind < 9
            ? new Covers(no(), Optional.of(scene.plain()), no(), no(), no())
            : Covers.everything();
  }

  private static Optional<Attempt> rule(Scene scene) {
    long low = scene.dice.from(1, 25);
    long over = scene.dice.from(60, 150);
    Watch watch =
        new Watch(
            Optional.of(low),
            scene.dice.maybe(60, low + scene.dice.from(0, 10)),
            scene.dice.maybe(60, over),
            no(),
            scene.dice.percent(60),
            scene.dice.maybe(40, scene.dice.from(0, 3650)));
    return Optional.of(Attempt.of(new SetAlertRule(covers(scene), watch)).sure());
  }

  private static Optional<Attempt> unrule(Scene scene) {
    return scene
        .look
        .any(
            scene.dice,
            """
            SELECT w.code, p.sku, r.count_class FROM alert_rule r
              LEFT JOIN warehouse w ON w.id = r.warehouse_id
              LEFT JOIN product p ON p.id = r.product_id
             WHERE r.location_id = 0 AND r.category = '' ORDER BY r.id
            """)
        .map(
            row ->
                Attempt.of(
                    new RemoveAlertRule(
                        new Covers(
                            Optional.of(row.text(0))
                                .filter(code -> !code.isEmpty())
                                .map(WarehouseCode::new),
                            Optional.of(row.text(1)).filter(code -> !code.isEmpty()).map(Sku::new),
                            no(),
                            Optional.of(row.text(2)).filter(code -> !code.isEmpty()),
                            no()))));
  }

  /// An alert: number, site, state.
  private static Optional<Look.Row> alert(Scene scene) {
    boolean any = scene.dice.percent(12);
    return scene.look.any(
        scene.dice,
        "SELECT a.number, w.code, a.state FROM alert a JOIN warehouse w ON w.id = a.warehouse_id"
            + " WHERE "
            + (any ? "true" : "a.state <> 'resolved'")
            + " ORDER BY a.id DESC LIMIT 10");
  }

  private static Attempt alive(Attempt attempt, Look.Row row) {
    return row.text(2).equals("resolved") ? attempt.wrong() : attempt.sure();
  }

  private static WarehouseCode site(Look.Row row) {
    return new WarehouseCode(row.text(1));
  }

  private static Reference number(Look.Row row) {
    return new Reference(row.text(0));
  }

  private static Optional<Attempt> acknowledge(Scene scene) {
    return alert(scene)
        .map(row -> alive(Attempt.of(new AcknowledgeAlert(site(row), number(row))), row));
  }

  private static Optional<Attempt> snooze(Scene scene) {
    return alert(scene)
        .map(
            row ->
                alive(
                    Attempt.of(
                        new SnoozeAlert(
                            site(row),
                            number(row),
                            scene.now().plus(Duration.ofMinutes(scene.dice.from(1, 600))))),
                    row));
  }

  private static Optional<Attempt> escalate(Scene scene) {
    return alert(scene)
        .map(
            row -> {
              Attempt attempt = Attempt.of(new EscalateAlert(site(row), number(row), no()));
              return row.text(2).equals("resolved") ? attempt.wrong() : attempt;
            });
  }

  private static Optional<Attempt> resolve(Scene scene) {
    return alert(scene)
        .map(
            row ->
                alive(
                    Attempt.of(
                        new ResolveAlert(site(row), number(row), reason("not_needed"), no())),
                    row));
  }

  private static Optional<Attempt> review(Scene scene) {
    return Optional.of(Attempt.of(new ReviewAlerts(scene.site())).sure());
  }

  private static Optional<Attempt> reorder(Scene scene) {
    long point = scene.dice.from(10, 200);
    boolean fixed = scene.dice.percent(50);
    return Optional.of(
        Attempt.of(
                new SetReorderRule(
                    scene.site(),
                    scene.plain(),
                    new Reference(scene.dice.one(List.of("ACME", "BOLT"))),
                    point,
                    fixed ? Optional.of(scene.dice.from(5, 50)) : no(),
                    fixed ? no() : Optional.of(point + scene.dice.from(1, 60)),
                    scene.dice.maybe(30, scene.dice.from(1, 10)),
                    scene.dice.maybe(30, scene.dice.from(1, 6)),
                    no()))
            .sure());
  }

  private static Optional<Attempt> reorderNoMore(Scene scene) {
    return scene.dice.percent(50)
        ? no()
        : scene
            .look
            .any(
                scene.dice,
                "SELECT p.sku, w.code FROM reorder_rule r JOIN warehouse w ON w.id = r.warehouse_id"
                    + " JOIN product p ON p.id = r.product_id ORDER BY 1, 2")
            .map(row -> Attempt.of(new RemoveReorderRule(site(row), new Sku(row.text(0)))).sure());
  }

  private static Optional<Attempt> reviewReorder(Scene scene) {
    return Optional.of(Attempt.of(new ReviewReorder(scene.site(), List.of())).sure());
  }

  private static Optional<Look.Row> proposal(Scene scene) {
    boolean any = scene.dice.percent(12);
    return scene.look.any(
        scene.dice,
        "SELECT r.number, w.code, r.state FROM proposal r JOIN warehouse w"
            + " ON w.id = r.warehouse_id WHERE "
            + (any ? "true" : "r.state = 'open'")
            + " ORDER BY r.id DESC LIMIT 10");
  }

  private static Attempt undecided(Attempt attempt, Look.Row row) {
    return row.text(2).equals("open") ? attempt : attempt.wrong();
  }

  private static Optional<Attempt> change(Scene scene) {
    return proposal(scene)
        .map(
            row ->
                undecided(
                    Attempt.of(
                        new ChangeProposal(
                            site(row), number(row), new Quantity(scene.dice.from(1, 90)))),
                    row));
  }

  private static Optional<Attempt> approve(Scene scene) {
    return proposal(scene)
        .map(
            row ->
                undecided(Attempt.of(new ApproveProposals(site(row), List.of(number(row)))), row));
  }

  private static Optional<Attempt> reject(Scene scene) {
    return proposal(scene)
        .map(
            row ->
                undecided(
                    Attempt.of(new RejectProposal(site(row), number(row), reason("not_needed"))),
                    row));
  }

  private static Optional<Attempt> channel(Scene scene) {
    Optional<Look.Row> known =
        scene.dice.percent(50)
            ? no()
            : scene.look.any(
                scene.dice, "SELECT name, version FROM channel WHERE NOT dropped ORDER BY name");
    boolean stale = known.isPresent() && scene.dice.percent(20);
    Attempt attempt =
        Attempt.of(
            new SetChannel(
                known.map(row -> new Reference(row.text(0))).orElseGet(() -> scene.fresh("CH")),
                "email",
                "floor@example.com",
                no(),
                scene.dice.maybe(40, scene.site()),
                scene.dice.maybe(50, Timing.always()),
                scene.dice.percent(20),
                known.map(row -> row.number(1) + (stale ? 2 : 0))));
    return Optional.of(stale ? attempt.wrong() : attempt.sure());
  }

  private static Optional<Reference> aChannel(Scene scene) {
    return scene
        .look
        .any(scene.dice, "SELECT name FROM channel WHERE NOT dropped ORDER BY name")
        .map(row -> new Reference(row.text(0)));
  }

  private static Optional<Attempt> drop(Scene scene) {
    return scene.dice.percent(60)
        ? no()
        : aChannel(scene).map(name -> Attempt.of(new DropChannel(name)).sure());
  }

  private static Optional<Attempt> tryOut(Scene scene) {
    return aChannel(scene).map(name -> Attempt.of(new TryChannel(name)));
  }

  /// Whoever sends messages could not: here nobody does, so a message fails by hand.
  private static Optional<Attempt> retry(Scene scene) {
    scene.look.rows(
        "UPDATE message SET state = 'failed', ended_at = made_at, error = 'no connection' WHERE id"
            + " = (SELECT id FROM message WHERE state = 'waiting' ORDER BY made_at, subject LIMIT"
            + " 1) RETURNING id");
    return scene
        .look
        .any(
            scene.dice,
            "SELECT id::text, state FROM message ORDER BY state, made_at, subject LIMIT 4")
        .map(
            row -> {
              Attempt attempt = Attempt.of(new RetryMessage(number(row)));
              return row.text(1).equals("failed") ? attempt : attempt.wrong();
            });
  }

  private static Optional<Attempt> run(Scene scene) {
    boolean known = scene.dice.percent(80);
    Attempt attempt = Attempt.of(new RunJob(new Reference(known ? "reconcile" : "no-such-job")));
    return Optional.of(known ? attempt.sure() : attempt.wrong());
  }
}
