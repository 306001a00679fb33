package dev.stockwright.server.feed;

import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stretch of events of one warehouse as the text of one `events` frame, encoded once and shared
/// by everybody who is sent it. Immutable.
final class EncodedEvents {
  private static final String TAIL = "]}";

  private final long first;
  private final long last;
  private final String frame;
  private final int[] starts;
  private final int bytes;

  private EncodedEvents(long first, String frame, int[] starts, int bytes) {
    this.first = first;
    this.last = first + starts.length - 1;
    this.frame = frame;
    this.starts = starts;
    this.bytes = bytes;
  }

  /// Encodes events whose numbers follow each other, as few frames of at most `bytesMax` bytes; an
  /// event that is larger by itself has its own.
  static List<EncodedEvents> of(WarehouseCode warehouse, List<Event> events, int bytesMax) {
    String head = head(warehouse);
    List<EncodedEvents> stretches = new ArrayList<>(1);
    StringBuilder text = new StringBuilder(head);
    int[] starts = new int[events.size()];
    int count = 0;
    int bytes = head.length() + TAIL.length();
    long first = events.getFirst().n();
    for (Event event : events) {
      byte[] json = Wire.EVENT.bytes(event);
      if (count > 0 && bytes + json.length + 1 > bytesMax) {
        stretches.add(stretch(first, text, starts, count, bytes));
        text = new StringBuilder(head);
        bytes = head.length() + TAIL.length();
        count = 0;
        first = event.n();
      }
      if (count > 0) {
        text.append(',');
      }
      starts[count++] = text.length();
      text.append(new String(json, StandardCharsets.UTF_8));
      bytes += json.length + 1;
    }
    stretches.add(stretch(first, text, starts, count, bytes));
    return stretches;
  }

  private static EncodedEvents stretch(
      long first, StringBuilder text, int[] starts, int count, int bytes) {
    return new EncodedEvents(
        first, text.append(TAIL).toString(), Arrays.copyOf(starts, count), bytes);
  }

  private static String head(WarehouseCode warehouse) {
    return "{\"type\":\"events\",\"warehouse\":\"" + warehouse + "\",\"events\":[";
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  int count() {
    return starts.length;
  }

  /// Length in UTF-8, at most a few bytes too high.
  int bytes() {
    return bytes;
  }

  /// The whole frame.
  String frame() {
    return frame;
  }

  /// The frame without the events up to `n`.
  String frameAfter(long n) {
    if (n < first) {
      return frame;
    }
    int cut = starts[(int) (n + 1 - first)];
    return frame.substring(0, starts[0]) + frame.substring(cut);
  }

  /// The stretches as one frame, without the events up to `n`.
  static String joined(List<EncodedEvents> stretches, long n) {
    EncodedEvents begin = stretches.getFirst();
    if (stretches.size() == 1) {
      return begin.frameAfter(n);
    }
    StringBuilder text = new StringBuilder();
    String opening = begin.frameAfter(n);
    text.append(opening, 0, opening.length() - TAIL.length());
    for (EncodedEvents next : stretches.subList(1, stretches.size())) {
      text.append(',').append(next.frame, next.starts[0], next.frame.length() - TAIL.length());
    }
    return text.append(TAIL).toString();
  }
}
