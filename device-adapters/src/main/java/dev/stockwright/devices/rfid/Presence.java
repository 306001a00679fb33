package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.TagEvent.Arrived;
import dev.stockwright.devices.rfid.TagEvent.Departed;
import dev.stockwright.devices.rfid.TagEvent.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where tags are: a window joins what is heard of a tag within half a second or so, and at its end
/// it is found out whether the tag arrived or moved. Bounded: the tags longest unheard are
/// forgotten first.
final class Presence {
  /// A tag that comes back to where it was within this time is likely between two antennas.
  private static final long BACK_MILLIS = 60_000;

  /// Each time that it does so the other place must stay better twice as long, up to this.
  private static final int MOST_RETURNS = 6;

  /// A place is not silent before this many of its usual gaps are over.
  private static final double USUAL_GAPS = 3;

  private static final long DUE_MILLIS = 250;

  private final PresenceRules rules;
  private final long windowMillis;
  private final Map<String, PresentTag> tags = new HashMap<>();
  private final Deque<PresentTag> windows = new ArrayDeque<>();

  /// Each tag once, by the time, in quarters of a second, at which it is looked at next: whether it
  /// departed, or can be forgotten.
  private final TreeMap<Long, List<PresentTag>> due = new TreeMap<>();

  Presence(PresenceRules rules, Duration window) {
    this.rules = rules;
    windowMillis = window.toMillis();
  }

  /// The tag of this identity, which may be new.
  PresentTag tag(TagIdentity identity, Instant now) {
    PresentTag known = tags.get(identity.key());
    if (known != null) {
      return known;
    }
    if (tags.size() >= rules.maxTags()) {
      forgetOne();
    }
    PresentTag tag = new PresentTag(identity);
    tag.lastMillis = now.toEpochMilli();
    tags.put(identity.key(), tag);
    lookAt(tag, tag.lastMillis + rules.departedAfter().toMillis());
    return tag;
  }

  void heard(PresentTag tag, TagSighting sighting, ReadPoint point) {
    long millis = sighting.last().toEpochMilli();
    if (tag.windowEnds == 0) {
      tag.windowEnds = millis + windowMillis;
      windows.add(tag);
    }
    tag.lastMillis = Math.max(tag.lastMillis, millis);
    tag.place(point, sighting.reader()).heard(sighting, millis);
  }

  private void lookAt(PresentTag tag, long millis) {
    due.computeIfAbsent(millis / DUE_MILLIS + 1, time -> new ArrayList<>()).add(tag);
  }

  /// The tag that was longest unheard, or nearly so, makes room.
  private void forgetOne() {
    while (!due.isEmpty()) {
      Map.Entry<Long, List<PresentTag>> first = due.firstEntry();
      PresentTag tag = first.getValue().removeLast();
      if (first.getValue().isEmpty()) {
        due.remove(first.getKey());
      }
      long time = nextLook(tag);
      if (time / DUE_MILLIS < first.getKey()) {
        forget(tag);
        return;
      }
      // It was heard since it was put there.
      lookAt(tag, Math.max(time, first.getKey() * DUE_MILLIS));
    }
  }

  private long nextLook(PresentTag tag) {
    return tag.lastMillis
        + (tag.at == null ? rules.forgottenAfter() : rules.departedAfter()).toMillis();
  }

  private void forget(PresentTag tag) {
    tags.remove(tag.tag.key());
    tag.forgotten = true;
  }

  int remembered() {
    return tags.size();
  }

  /// Closes the windows that are over and finds out who is gone.
  ///
  /// @param end true when nothing comes any more: all windows close
  List<TagEvent> at(Instant now, boolean end) {
    List<TagEvent> events = new ArrayList<>();
    long millis = now.toEpochMilli();
    while (!windows.isEmpty() && (end || windows.getFirst().windowEnds <= millis)) {
      PresentTag tag = windows.removeFirst();
      if (!tag.forgotten) {
        close(tag, now, events);
      }
    }
    while (!due.isEmpty() && due.firstKey() <= millis / DUE_MILLIS) {
      for (PresentTag tag : due.pollFirstEntry().getValue()) {
        look(tag, now, events);
      }
    }
    return events;
  }

  /// A tag's time has come: it was heard since, or it departed, or it is forgotten.
  private void look(PresentTag tag, Instant now, List<TagEvent> events) {
    long millis = now.toEpochMilli();
    TagAtPlace at = tag.at;
    if (at != null && tag.lastMillis + rules.departedAfter().toMillis() <= millis) {
      events.add(new Departed(now, tag.tag, at.inWindow(tag.tag), at.point));
      tag.at = null;
      tag.left = null;
    }
    if (tag.windowEnds == 0 && nextLook(tag) <= millis) {
      forget(tag);
    } else {
      lookAt(tag, Math.max(millis, nextLook(tag)));
    }
  }

  private void close(PresentTag tag, Instant now, List<TagEvent> events) {
    tag.windowEnds = 0;
    TagAtPlace here = tag.at;
    TagAtPlace best = null;
    for (TagAtPlace place = tag.places; place != null; place = place.next) {
      if (place.heardInWindow()
          && (here == null || better(tag, place, here))
          && (best == null || place.mean() > best.mean())) {
        best = place;
      }
    }
    if (best != null) {
      TagSighting heard = best.inWindow(tag.tag);
      if (here == null) {
        events.add(new Arrived(now, tag.tag, heard, best.point));
      } else {
        events.add(new Moved(now, tag.tag, heard, here.point, best.point));
        moved(tag, here, best);
      }
      tag.at = best;
    }
    for (TagAtPlace place = tag.places; place != null; place = place.next) {
      place.closeWindow();
    }
  }

  private static void moved(PresentTag tag, TagAtPlace from, TagAtPlace to) {
    boolean back = tag.left == to && tag.lastMillis - tag.leftMillis < BACK_MILLIS * 2;
    tag.returns = back ? Math.min(MOST_RETURNS, tag.returns + 1) : 0;
    tag.left = from;
    tag.leftMillis = tag.lastMillis;
    for (TagAtPlace place = tag.places; place != null; place = place.next) {
      place.betterSince = 0;
    }
  }

  /// True when a tag is at this place and no longer where it was.
  private boolean better(PresentTag tag, TagAtPlace place, TagAtPlace here) {
    if (place == here || place.reads() < rules.minReads()) {
      return false;
    }
    if (place.mean() <= here.mean() + head(tag.lastMillis, here)) {
      place.betterSince = 0;
      return false;
    }
    if (place.betterSince == 0) {
      place.betterSince = tag.lastMillis;
    }
    return tag.lastMillis - place.betterSince >= steady(tag, place);
  }

  /// How much louder another place must be than the one where the tag is.
  private double head(long now, TagAtPlace here) {
    double silent = Math.max(0, now - here.lastMillis() - USUAL_GAPS * here.usualGap());
    double start = rules.betterDb() - rules.slopeDbPerMs() * rules.holdoff().toMillis();
    return Math.min(rules.betterDb(), rules.slopeDbPerMs() * silent + start);
  }

  private long steady(PresentTag tag, TagAtPlace place) {
    long usual = rules.steady().toMillis();
    boolean back = tag.left == place && tag.lastMillis - tag.leftMillis < BACK_MILLIS;
    return back ? Math.min(BACK_MILLIS, usual << (2 + tag.returns)) : usual;
  }
}
