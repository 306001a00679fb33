package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.GateWindow.ClosedBy;
import dev.stockwright.devices.rfid.TagEvent.EmptyPass;
import dev.stockwright.devices.rfid.TagEvent.GateClosed;
import dev.stockwright.devices.rfid.Verdict.Passed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A door with a light barrier: something passes only while the barrier is broken, and something
/// passes even when no tag is heard. Owned by its [Door].
final class Gate {
  private static final int MOST_WINDOWS = 64;

  private static final long RELEASE_LASTS_MILLIS = 10_000;

  /// A window is remembered for so long after it closed, because tags that are put down within
  /// hearing are decided late.
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  /// From the barrier broken to all that was heard decided.
  private static final class Window {
    final Instant opened;
    Optional<Instant> closed = Optional.empty();
    ClosedBy by = ClosedBy.INPUT;
    int tags;
    int ignored;

    /// It was told, and stays only so that tags that are decided later know it.
    boolean told;

    Window(Instant opened) {
      this.opened = opened;
    }
  }

  private final Place place;
  private final DoorRules rules;
  private final List<Window> windows = new ArrayList<>();

  Gate(Place place, DoorRules rules) {
    this.place = place;
    this.rules = rules;
  }

  void changed(boolean broken, Instant at) {
    Window last = windows.isEmpty() ? null : windows.getLast();
    if (!broken) {
      if (last != null && last.closed.isEmpty()) {
        last.closed = Optional.of(at);
      }
      return;
    }
    if (last != null && last.closed.isEmpty()) {
      return;
    }
    // The gap between two legs of a pallet is none.
    if (last != null
        && last.by == ClosedBy.INPUT
        && !last.told
        && !last.closed.orElseThrow().plus(rules.settle()).isBefore(at)) {
      last.closed = Optional.empty();
      return;
    }
    if (windows.size() == MOST_WINDOWS) {
      windows.removeFirst();
    }
    windows.add(new Window(at));
  }

  /// True when the last window is closed and settled.
  boolean released(long now) {
    if (windows.isEmpty()) {
      return false;
    }
    Optional<Instant> closed = windows.getLast().closed;
    return closed.isPresent()
        && now >= closed.get().plus(rules.settle()).toEpochMilli()
        && now <= closed.get().toEpochMilli() + RELEASE_LASTS_MILLIS;
  }

  /// Nothing passes a barrier that was not broken: such a pass goes to a person.
  Passed checked(Visit visit, Passed passed) {
    if (windows.stream().anyMatch(window -> meets(window, visit))) {
      return passed;
    }
    PassEvidence evidence = passed.evidence().because("no_window");
    return new Passed(Direction.UNDECIDED, evidence, passed.sure(), passed.change());
  }

  /// A visit is decided.
  void told(Visit visit, boolean passed) {
    for (Window window : windows) {
      if (meets(window, visit)) {
        if (passed) {
          window.tags++;
        } else {
          window.ignored++;
        }
      }
    }
  }

  private boolean meets(Window window, Visit visit) {
    long from = window.opened.minus(rules.settle()).toEpochMilli();
    long to =
        window.closed.map(at -> at.plus(rules.settle()).toEpochMilli()).orElse(Long.MAX_VALUE);
    return visit.firstMillis() <= to && visit.lastMillis() >= from;
  }

  /// Closes what is open too long, and reports windows of which all is decided.
  ///
  /// @param open visits that are not decided
  List<TagEvent> at(Instant now, Collection<Visit> open, boolean end) {
    List<TagEvent> events = new ArrayList<>();
    for (Window window : windows) {
      if (window.closed.isEmpty()) {
        Instant latest = window.opened.plus(rules.maxOpen());
        if (end || !now.isBefore(latest)) {
          window.closed = Optional.of(latest.isBefore(now) ? latest : now);
          window.by = latest.isAfter(now) ? ClosedBy.END : ClosedBy.TIME;
        }
      }
    }
    for (Window window : windows) {
      if (!window.told && window.closed.isPresent() && over(window, now, open, end)) {
        window.told = true;
        events.add(report(window, now, open));
      }
    }
    windows.removeIf(
        window -> window.told && window.closed.orElse(now).plus(REMEMBERED).isBefore(now));
    return events;
  }

  private boolean over(Window window, Instant now, Collection<Visit> open, boolean end) {
    Instant settled = window.closed.orElseThrow().plus(rules.settle());
    // What lies near the gate is heard on and on, so there is a latest time.
    Instant latest = settled.plus(rules.doubtfulQuiet()).plus(rules.quiet());
    boolean decided =
        !now.isBefore(settled.plus(rules.quiet()))
            && open.stream().noneMatch(visit -> meets(window, visit));
    return end || decided || !now.isBefore(latest);
  }

  private TagEvent report(Window window, Instant now, Collection<Visit> open) {
    int undecided = (int) open.stream().filter(visit -> meets(window, visit)).count();
    GateWindow told = new GateWindow(place, window.opened, window.closed.orElseThrow(), window.by);
    int ignored = window.ignored + undecided;
    return window.tags == 0
        ? new EmptyPass(now, told, ignored)
        : new GateClosed(now, told, window.tags, ignored);
  }
}
