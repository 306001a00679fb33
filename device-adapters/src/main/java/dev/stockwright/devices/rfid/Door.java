package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.TagEvent.Ignored;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.TagEvent.Reason;
import dev.stockwright.devices.rfid.Verdict.NoPass;
import dev.stockwright.devices.rfid.Verdict.Passed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One door: the tags in it, those that were in it a moment ago, and which way they went.
final class Door {
  /// Tags in one door at a time, at most; the one that came first goes first.
  private static final int MOST_VISITS = 10_000;

  /// A visit that came to nothing is part of the next one within this time.
  private static final long KEPT_MILLIS = 20_000;

  /// How often a tag that is heard on and on is looked at.
  private static final long LOOK_MILLIS = 2_000;

  /// A tag that has been faint for so long after its peak has passed, though it is still heard.
  private static final long SETTLED_MILLIS = 6_000;

  private static final long RELEASED_MILLIS = 500;

  private static final int COMPANIONS = 3;

  /// A pass that is decided.
  private record Passage(Direction direction, long change, long first, long last) {}

  final Place place;
  private final DoorRules rules;
  private final PassJudge judge;
  private final Map<String, Visit> visits = new LinkedHashMap<>();
  private final Map<String, Visit> before = new LinkedHashMap<>();
  private final Deque<Passage> passages = new ArrayDeque<>();
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
      if (earlier != null && earlier.open) {
        visit.continues(earlier, sighting.first().toEpochMilli() - rules.longest().toMillis());
      }
      visit.lookAgain = sighting.first().toEpochMilli() + LOOK_MILLIS;
      if (visits.size() >= MOST_VISITS) {
        visits.remove(visits.keySet().iterator().next());
      }
      visits.put(tag.key(), visit);
    }
    visit.heard(sighting, inside);
  }

  /// How loud the tag was here from one time to another, counts and loudness together.
  double power(String key, long from, long to) {
    double power = 0;
    Visit visit = visits.get(key);
    if (visit != null) {
      power += visit.trace.power(from, to);
    }
    Visit earlier = before.get(key);
    if (earlier != null) {
      power += earlier.trace.power(from, to);
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
    Iterator<Visit> all = visits.values().iterator();
    while (all.hasNext()) {
      Visit visit = all.next();
      long silent = millis - visit.lastMillis();
      boolean over = end || silent >= rules.doubtfulQuiet().toMillis();
      if (over || (silent >= quiet && visit.doubted.isEmpty())) {
        Verdict verdict = decide(visit, others);
        if (verdict.sure() || over) {
          tell(events, now, visit, verdict);
          all.remove();
          keep(visit, verdict);
        } else {
          visit.doubted = Optional.of(verdict);
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
    boolean passed = verdict instanceof Passed && verdict.sure();
    if (passed || tooLong) {
      tell(events, now, visit, verdict);
      visit.trace = visit.trace.since(visit.trace.last() - rules.longest().toMillis() / 4);
      visit.told = true;
    }
  }

  private Verdict decide(Visit visit, Doors others) {
    PassTrace trace = visit.trace;
    Verdict verdict = judge.judge(trace, companions(trace));
    if (rules.excluded().contains(visit.tag.key())) {
      return PassJudge.no(Reason.EXCLUDED, verdict.evidence(), true);
    }
    double here = trace.power(trace.first(), trace.last());
    if (others.louderElsewhere(place, visit.tag.key(), trace.first(), trace.last(), here)) {
      return PassJudge.no(Reason.OTHER_DOOR, verdict.evidence(), false);
    }
    return verdict;
  }

  /// Those that surely passed while this one was heard, if all of them went the same way.
  private Optional<Companions> companions(PassTrace trace) {
    List<Passage> with =
        passages.stream()
            .filter(other -> other.first <= trace.last() && other.last >= trace.first())
            .toList();
    if (with.size() < COMPANIONS
        || with.stream().map(Passage::direction).distinct().count() != 1) {
      return Optional.empty();
    }
    long[] changes = with.stream().mapToLong(Passage::change).sorted().toArray();
    return Optional.of(
        new Companions(
            with.getFirst().direction,
            changes[changes.length / 2],
            with.stream().mapToLong(Passage::first).min().orElseThrow(),
            with.stream().mapToLong(Passage::last).max().orElseThrow()));
  }

  private void tell(List<TagEvent> events, Instant now, Visit visit, Verdict verdict) {
    switch (verdict) {
      case Passed passed -> {
        Passed told = gate.map(here -> here.checked(visit, passed)).orElse(passed);
        events.add(
            new Pass(now, visit.tag, visit.heard(), place, told.direction(), told.evidence()));
        if (told.sure() && told.direction() != Direction.UNDECIDED) {
          passages.add(
              new Passage(
                  told.direction(), told.change(), visit.trace.first(), visit.trace.last()));
        }
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
    visit.open =
        verdict instanceof NoPass none
            && none.reason() != Reason.TURNED_BACK
            && none.reason() != Reason.EXCLUDED;
    before.put(visit.tag.key(), visit);
    if (before.size() > MOST_VISITS) {
      before.remove(before.keySet().iterator().next());
    }
  }

  private void forget(long now) {
    before.values().removeIf(visit -> now - visit.lastMillis() > KEPT_MILLIS);
    passages.removeIf(passage -> now - passage.last > KEPT_MILLIS);
  }
}
