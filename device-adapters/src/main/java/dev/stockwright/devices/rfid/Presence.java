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

  private final PresenceRules rules;
  private final long windowMillis;
  private final Map<String, PresentTag> tags = new HashMap<>();
  private final TagRow present = new TagRow();
  private final TagRow gone = new TagRow();
  private final Deque<PresentTag> windows = new ArrayDeque<>();

  Presence(PresenceRules rules, Duration window) {
    this.rules = rules;
    windowMillis = window.toMillis();
  }

  void heard(TagIdentity identity, TagSighting sighting, ReadPoint point) {
    long millis = sighting.last().toEpochMilli();
    PresentTag tag = tags.get(identity.key());
    if (tag == null) {
      tag = begin(identity);
    }
    if (tag.windowEnds == 0) {
      (tag.at == null && tag.lastMillis != 0 ? gone : present).remove(tag);
      present.add(tag);
      tag.windowEnds = millis + windowMillis;
      windows.add(tag);
    }
    tag.lastMillis = Math.max(tag.lastMillis, millis);
    tag.at(point, sighting).heard(sighting, millis);
  }

  private PresentTag begin(TagIdentity identity) {
    if (tags.size() >= rules.maxTags()) {
      forgetOne();
    }
    PresentTag tag = new PresentTag(identity);
    tags.put(identity.key(), tag);
    present.add(tag);
    return tag;
  }

  private void forgetOne() {
    PresentTag first = gone.oldest();
    TagRow row = first == null ? present : gone;
    PresentTag oldest = row.oldest();
    if (oldest != null) {
      row.remove(oldest);
      tags.remove(oldest.tag.key());
      if (oldest.windowEnds != 0) {
        windows.remove(oldest);
      }
    }
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
      close(windows.removeFirst(), now, events);
    }
    depart(now, events);
    long forgotten = millis - rules.forgottenAfter().toMillis();
    PresentTag oldest = gone.oldest();
    while (oldest != null && oldest.lastMillis < forgotten) {
      gone.remove(oldest);
      tags.remove(oldest.tag.key());
      oldest = gone.oldest();
    }
    return events;
  }

  private void depart(Instant now, List<TagEvent> events) {
    long silentSince = now.toEpochMilli() - rules.departedAfter().toMillis();
    PresentTag oldest = present.oldest();
    while (oldest != null && oldest.lastMillis <= silentSince && oldest.windowEnds == 0) {
      present.remove(oldest);
      gone.add(oldest);
      TagAtPlace at = oldest.at;
      if (at != null) {
        events.add(new Departed(now, oldest.tag, at.inWindow(), at.point));
      }
      oldest.at = null;
      oldest.left = null;
      oldest = present.oldest();
    }
  }

  private void close(PresentTag tag, Instant now, List<TagEvent> events) {
    tag.windowEnds = 0;
    TagAtPlace here = tag.at;
    TagAtPlace best = null;
    for (TagAtPlace place : tag.places()) {
      if (place.heardInWindow()
          && (here == null || better(tag, place, here))
          && (best == null || place.mean() > best.mean())) {
        best = place;
      }
    }
    if (best != null) {
      TagSighting heard = best.inWindow();
      if (here == null) {
        events.add(new Arrived(now, tag.tag, heard, best.point));
      } else {
        events.add(new Moved(now, tag.tag, heard, here.point, best.point));
        moved(tag, here, best);
      }
      tag.at = best;
    }
    for (TagAtPlace place : tag.places()) {
      place.closeWindow();
    }
  }

  private static void moved(PresentTag tag, TagAtPlace from, TagAtPlace to) {
    boolean back = tag.left == to && tag.lastMillis - tag.leftMillis < BACK_MILLIS * 2;
    tag.returns = back ? Math.min(MOST_RETURNS, tag.returns + 1) : 0;
    tag.left = from;
    tag.leftMillis = tag.lastMillis;
    for (TagAtPlace place : tag.places()) {
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
