package dev.stockwright.server.alerts;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at what time alone changes, for one command at work: rules that levels have not been told
/// yet, snoozes that are over, alerts that nobody looks at, lots, bins and documents.
final class AlertReview {
  /// So many alerts at most are raised by one command; the next one goes on.
  static final int RAISED_MAX = 500;

  private static final long ESCALATE_MINUTES = 60;

  private final Work work;
  private final AlertBook book;

  AlertReview(Work work, AlertBook book) {
    this.work = work;
    this.book = book;
  }

  /// Does a part of what there is to do, and tells of it; nothing when all is as it should be.
  List<Step> run(WarehouseCode warehouse) {
    List<Step> steps = new ArrayList<>();
    RuleBook rules = new RuleBook(work);
    if (rules.goOn(warehouse)) {
      steps.add(Work.note(warehouse, DocumentKind.ALERT_RULE, new Reference("all"), "told"));
    }
    book.slept(warehouse).forEach(alert -> steps.add(book.wake(alert)));
    escalate(warehouse, steps);
    compare(warehouse, steps);
    return steps;
  }

  private void escalate(WarehouseCode warehouse, List<Step> steps) {
    long minutes = work.setting(warehouse, "alerts.escalate_minutes", ESCALATE_MINUTES);
    for (int severity = 1; severity <= 3; severity++) {
      Optional<Duration> patience = EscalationRules.patience(severity, minutes);
      if (patience.isPresent()) {
        String why = "Nobody has looked at it for " + patience.get().toMinutes() + " minutes.";
        book.unseen(warehouse, severity, work.now().minus(patience.get())).stream()
            .map(alert -> book.escalate(alert, why))
            .forEach(steps::add);
      }
    }
  }

  /// What should stand against what stands.
  private void compare(WarehouseCode warehouse, List<Step> steps) {
    Map<String, Alert> open = new HashMap<>();
    Map<String, Alert> quiet = new HashMap<>();
    for (Alert alert : book.standing(warehouse)) {
      (alert.state().equals(AlertBook.RESOLVED) ? quiet : open).put(alert.cause(), alert);
    }
    Conditions.Found found = new Conditions(work).find(warehouse, open.keySet());
    int raised = 0;
    for (NewAlert wanted : found.wanted()) {
      boolean stands = open.remove(wanted.cause()) != null;
      boolean known = quiet.remove(wanted.cause()) != null || stands;
      if (!known && raised < RAISED_MAX) {
        raised++;
        book.raise(wanted).ifPresent(steps::add);
      }
    }
    if (found.all()) {
      open.values().forEach(alert -> steps.add(book.settle(alert, "It is over.")));
      quiet.values().forEach(book::unquiet);
    }
  }
}
