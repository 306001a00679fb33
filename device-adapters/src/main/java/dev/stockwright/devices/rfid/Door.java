package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.TagEvent.Ignored;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.TagEvent.Reason;
import dev.stockwright.devices.rfid.Verdict.NoPass;
import dev.stockwright.devices.rfid.Verdict.Passed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One door: the tags in it, those that were in it a moment ago, and which way they went.
final class Door {
  /// Tags in one door at a time, at most; the one that came first goes first.
  private static final int MOST_VISITS = 4_000;

  /// A visit that came to nothing is part of the next one within this time.
  private static final long KEPT_MILLIS = 30_000;

  /// A tag that lay here is remembered for so long.
  private static final long LYING_MILLIS = 600_000;

  /// How often a tag that is heard on and on is looked at.
  private static final long LOOK_MILLIS = 2_000;

  /// A tag that has been faint for so long after its peak has passed, though it is still heard.
  private static final long SETTLED_MILLIS = 6_000;

  /// The silence that is enough behind a gate that is free again.
  private static final long RELEASED_MILLIS = 1_000;

  /// What is heard so soon after the beginning may have been there before.
  private static final long BEGIN_MILLIS = 2_000;

  /// A tag is in the door so long before and after it changes sides.
  private static final long AROUND_MILLIS = 1_000;

  final Place place;
  private final DoorRules rules;
  private final PassJudge judge;
  private final Map<String, Visit> visits = new LinkedHashMap<>();

  /// Visits that came to nothing, and may go on.
  private final Map<String, Visit> before = new LinkedHashMap<>();

  /// Visits that are decided, to be compared with other doors.
  private final Map<String, Visit> decided = new LinkedHashMap<>();

  /// Tags that lie here, with the time when they were last heard.
  private final Map<String, Long> lying = new LinkedHashMap<>();

  private final Votes votes = new Votes();
  private final Optional<Gate> gate;

  Door(Place place, Set<Role> roles, DoorRules rules, boolean gated) {
    this.place = place;
    this.rules = rules;
    judge = new PassJudge(rules, roles);
    gate = gated ? Optional.of(new Gate(place, rules)) : Optional.empty();
  }

  Optional<Gate> gate() {
    return gate;
  }

  void heard(TagIdentity tag, TagSighting sighting, boolean inside) {
    Visit visit = visits.get(tag.key());
    if (visit == null) {
      visit = new Visit(tag, sighting);
      Visit earlier = before.remove(tag.key());
      if (earlier != null) {
        visit.continues(earlier, sighting.first().toEpochMilli() - rules.longest().toMillis());
      }
      visit.lookAgain = sighting.first().toEpochMilli() + LOOK_MILLIS;
      bounded(visits, tag.key(), visit);
    }
    visit.heard(sighting, inside);
  }

  /// How loud the tag was here from one time to another, counts and loudness together.
  double power(String key, long from, long to) {
    double power = 0;
    for (Map<String, Visit> heard : List.of(visits, before, decided)) {
      Visit visit = heard.get(key);
      power += visit == null ? 0 : visit.trace.power(from, to);
    }
    return power;
  }

  /// Decides whatever can be decided now.
  ///
  /// @param end true when nothing comes any more
  List<TagEvent> at(Instant now, Doors others, boolean end) {
    List<TagEvent> events = new ArrayList<>();
    long millis = now.toEpochMilli();
    long quiet = quietMillis(millis);
    // First all that fell silent are heard, so that those of which little was heard can go with
    // the others.
    for (Visit visit : visits.values()) {
      boolean silent = end || millis - visit.lastMillis() >= quiet;
      if (silent && visit.verdict.isEmpty()) {
        visit.verdict = Optional.of(decide(visit, others));
      }
    }
    Iterator<Visit> all = visits.values().iterator();
    while (all.hasNext()) {
      Visit visit = all.next();
      if (visit.verdict.isPresent()) {
        boolean over = end || millis - visit.lastMillis() >= rules.doubtfulQuiet().toMillis();
        if (over || visit.verdict.get().sure()) {
          Verdict verdict = over ? decide(visit, others) : visit.verdict.get();
          tell(events, now, visit, verdict, others);
          all.remove();
          keep(visit, verdict);
        }
      } else if (millis >= visit.lookAgain) {
        visit.lookAgain = millis + LOOK_MILLIS;
        lookAt(visit, events, now, others);
      }
    }
    gate.ifPresent(here -> events.addAll(here.at(now, visits.values(), end)));
    forget(millis);
    return events;
  }

  /// Behind a gate that is free again, a shorter silence is enough.
  private long quietMillis(long now) {
    long usual = rules.quiet().toMillis();
    return gate.isPresent() && gate.get().released(now) ? Math.min(usual, RELEASED_MILLIS) : usual;
  }

  /// A tag that does not fall silent: it waits, or it lies here, or it was put down here.
  private void lookAt(Visit visit, List<TagEvent> events, Instant now, Doors others) {
    long span = visit.trace.last() - visit.trace.first();
    boolean tooLong = span >= rules.longest().toMillis();
    boolean settled =
        span >= SETTLED_MILLIS + rules.quiet().toMillis()
            && SignalShape.of(visit.trace).faintSince() >= SETTLED_MILLIS;
    if (!tooLong && !settled) {
      return;
    }
    Verdict verdict = decide(visit, others);
    if (verdict instanceof Passed && verdict.sure()) {
      tell(events, now, visit, verdict, others);
      keep(visit.ended(), verdict);
      long rest = settled ? SETTLED_MILLIS : LOOK_MILLIS;
      visit.trace = visit.trace.since(visit.trace.last() - rest);
    } else if (tooLong) {
      tell(events, now, visit, verdict, others);
      bounded(lying, visit.tag.key(), visit.trace.last());
      visit.trace = visit.trace.since(visit.trace.last() - rules.longest().toMillis() / 2);
    }
  }

  private Verdict decide(Visit visit, Doors others) {
    PassTrace trace = visit.trace;
    String key = visit.tag.key();
    boolean beginning = trace.first() < others.began() + BEGIN_MILLIS;
    PassJudge.Around around = new PassJudge.Around(key, votes, lying.containsKey(key), beginning);
    Verdict verdict = judge.judge(trace, around);
    if (rules.excluded().contains(key)) {
      return PassJudge.no(Reason.EXCLUDED, verdict.evidence(), true);
    }
    // What counts is where it was loudest when it was in the door.
    boolean passed = verdict instanceof Passed;
    long change = verdict instanceof Passed pass ? pass.change() : 0;
    long from = passed ? change - AROUND_MILLIS : trace.first();
    long to = passed ? change + AROUND_MILLIS : trace.last();
    boolean again =
        verdict instanceof Passed pass && others.passedLately(key, pass.direction(), trace.last());
    if (again || others.louderElsewhere(place, key, from, to, trace.power(from, to))) {
      return PassJudge.no(Reason.OTHER_DOOR, verdict.evidence(), false);
    }
    return verdict;
  }

  private void tell(
      List<TagEvent> events, Instant now, Visit visit, Verdict verdict, Doors others) {
    switch (verdict) {
      case Passed passed -> {
        Passed told = gate.map(here -> here.checked(visit, passed)).orElse(passed);
        others.passed(visit.tag.key(), told.direction(), visit.trace.last());
        events.add(
            new Pass(now, visit.tag, visit.heard(), place, told.direction(), told.evidence()));
      }
      case NoPass none -> {
        if (!visit.told) {
          events.add(
              new Ignored(now, visit.tag, visit.heard(), place, none.reason(), none.evidence()));
        }
      }
    }
    gate.ifPresent(here -> here.told(visit, verdict instanceof Passed));
    visit.told = true;
  }

  /// What came to nothing may be the beginning of something, and what passed is still compared with
  /// other doors.
  private void keep(Visit visit, Verdict verdict) {
    boolean open =
        verdict instanceof NoPass none
            && none.reason() != Reason.TURNED_BACK
            && none.reason() != Reason.EXCLUDED;
    bounded(open ? before : decided, visit.tag.key(), visit);
    if (verdict instanceof NoPass none && none.reason() == Reason.STATIONARY && verdict.sure()) {
      bounded(lying, visit.tag.key(), visit.lastMillis());
    }
  }

  private static <T> void bounded(Map<String, T> map, String key, T value) {
    map.remove(key);
    map.put(key, value);
    if (map.size() > MOST_VISITS) {
      map.remove(map.keySet().iterator().next());
    }
  }

  private void forget(long now) {
    before.values().removeIf(visit -> now - visit.lastMillis() > KEPT_MILLIS);
    decided.values().removeIf(visit -> now - visit.lastMillis() > KEPT_MILLIS);
    lying.values().removeIf(last -> now - last > LYING_MILLIS);
    votes.forget(now - KEPT_MILLIS);
  }
}
