package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How many element strings a second are read on one core, in full or by a yardstick. Run as a
/// program it prints the figures.
final class ElementStringTiming {
  private static final Pattern NAIVE =
      Pattern.compile("(01)(\\d{14})|(1[17])(\\d{6})|(3103)(\\d{6})|(10|21|30)([^\\u001d]{1,20})");

  private ElementStringTiming() {}

  public static void main(String[] args) {
    List<String> data = typical(1_000);
    for (int round = 0; round < 6; round++) {
      System.out.printf(
          "elements %,d/s  scan %,d/s  yardstick %,d/s%n",
          perSecond(ElementStringTiming::elements, data, 1_000),
          perSecond(ElementStringTiming::scan, data, 1_000),
          perSecond(ElementStringTiming::yardstick, data, 300));
    }
  }

  /// 01 with some of 10, 11, 17, 21, 30, 3103; separators where they are needed.
  static List<String> typical(int count) {
    RandomElements random = new RandomElements(42);
    return Stream.generate(() -> new Elements(random.typical(), List.of()))
        .map(elements -> elements.elementString(Opening.NONE))
        .limit(count)
        .toList();
  }

  static int elements(String data) {
    return ElementString.parse(data) instanceof Elements elements ? elements.list().size() : 0;
  }

  private static int scan(String data) {
    return Decoder.scan("]C1" + data).elements().list().size();
  }

  /// What one writes in five minutes: a regular expression, and nothing is checked.
  static int yardstick(String data) {
    Matcher matcher = NAIVE.matcher(data);
    int at = 0;
    int found = 0;
    while (at < data.length() && matcher.find(at)) {
      for (int group = 2; group <= 8; group += 2) {
        String value = matcher.group(group);
        found += value == null || value.isEmpty() ? 0 : 1;
      }
      at = matcher.end();
      at += at < data.length() && data.charAt(at) == ElementString.SEPARATOR ? 1 : 0;
    }
    return found;
  }

  /// The best of three rounds of so many milliseconds.
  static long perSecond(ToIntFunction<String> reader, List<String> data, int millis) {
    long best = 0;
    for (int round = 0; round < 3; round++) {
      long from = System.nanoTime();
      long read = 0;
      long found = 0;
      while (System.nanoTime() - from < millis * 1_000_000L / 3) {
        for (String text : data) {
          found += reader.applyAsInt(text);
        }
        read += data.size();
      }
      long nanos = System.nanoTime() - from;
      if (found < read) {
        throw new IllegalStateException("something was not read");
      }
      best = Math.max(best, read * 1_000_000_000L / nanos);
    }
    return best;
  }
}
