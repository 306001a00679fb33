package dev.stockwright.devices.scanner;

import dev.stockwright.devices.scanner.Seen.Bits;
import dev.stockwright.devices.scanner.Seen.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the test codes in what came, whatever stands around them and however they are garbled.
/// Pure.
final class Recogniser {
  private static final String GS = "\u001d";
  private static final String ENDINGS = "\r\n\t\u0003";
  private static final String LONG_BEGIN = "SW4-BEGIN";
  private static final String LONG_END = "SW4-END";

  /// How long what stands for a separator may be.
  private static final int SEPARATOR_MAX = 8;

  private static final List<Shape> SHAPES = shapes();

  /// One test code under one garble.
  private record Shape(TestCode code, Garble garble, Pattern pattern, Pattern aim) {}

  private Recogniser() {}

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    String[] gs1 = TestCode.GS1.content().split(GS, -1);
    for (Garble garble : Garble.ALL) {
      Pattern aim = Pattern.compile(garble.pattern("]") + "[A-Za-z].");
      String between = "(?<separator>(?s:.){0," + SEPARATOR_MAX + "}?)";
      shapes.add(
          shape(
              TestCode.LINES,
              garble,
              garble.pattern(LONG_BEGIN)
                  + "(?:(?<middle>(?s:.)*?)"
                  + garble.pattern(LONG_END)
                  + "|(?<cut>(?s:.)*?)(?=[\\r\\n\\t\\x03]*\\z))",
              aim));
      shapes.add(
          shape(
              TestCode.GS1,
              garble,
              garble.pattern(gs1[0]) + between + garble.pattern(gs1[1]),
              aim));
      shapes.add(shape(TestCode.LAYOUT, garble, garble.pattern(TestCode.LAYOUT.content()), aim));
      String ean = TestCode.EAN.content();
      shapes.add(
          shape(
              TestCode.EAN,
              garble,
              "(?<!%s)".formatted(garble.pattern("010"))
                  + garble.pattern(ean.substring(0, 12))
                  + "(?<check>"
                  + garble.pattern(ean.substring(12))
                  + ")?",
              aim));
    }
    return List.copyOf(shapes);
  }

  private static Shape shape(TestCode code, Garble garble, String pattern, Pattern aim) {
    return new Shape(code, garble, Pattern.compile(pattern), aim);
  }

  /// The test code in a scan, if there is one.
  static Optional<Seen> of(String came) {
    return of(came, Garble.NONE);
  }

  /// The same where it is known what becomes of the characters.
  static Optional<Seen> of(String came, Garble known) {
    Optional<Seen> seen = of(came, known, Bits.EIGHT);
    return seen.isPresent() || came.chars().noneMatch(c -> c >= 0x80 && c <= 0xFF)
        ? seen
        : of(sevenBits(came), known, bits(came));
  }

  private static String sevenBits(String came) {
    StringBuilder seven = new StringBuilder(came.length());
    came.chars().forEach(c -> seven.append((char) (c & 0x7F)));
    return seven.toString();
  }

  private static Bits bits(String came) {
    if (came.chars().allMatch(c -> Integer.bitCount(c) % 2 == 0)) {
      return Bits.SEVEN_EVEN;
    }
    return came.chars().allMatch(c -> Integer.bitCount(c) % 2 == 1)
        ? Bits.SEVEN_ODD
        : Bits.SEVEN_OTHER;
  }

  private static Optional<Seen> of(String came, Garble known, Bits bits) {
    List<Shape> shapes = new ArrayList<>();
    SHAPES.stream().filter(shape -> shape.garble().equals(known)).forEach(shapes::add);
    shapes.addAll(SHAPES);
    for (Shape shape : shapes) {
      Matcher matcher = shape.pattern().matcher(came);
      if (matcher.find()) {
        return Optional.of(seen(came, shape, matcher, bits));
      }
    }
    return Optional.empty();
  }

  /// Where test codes stand in a text in which there may be several, in order.
  static List<Span> spans(String came) {
    for (Garble garble : Garble.ALL) {
      List<Span> spans = new ArrayList<>();
      for (Shape shape : SHAPES) {
        Matcher matcher = shape.pattern().matcher(came);
        while (shape.garble().equals(garble) && matcher.find()) {
          spans.add(new Span(matcher.start(), matcher.end()));
        }
      }
      if (!spans.isEmpty()) {
        return apart(spans);
      }
    }
    return List.of();
  }

  private static List<Span> apart(List<Span> spans) {
    List<Span> apart = new ArrayList<>();
    spans.sort(Comparator.comparingInt(Span::start));
    for (Span span : spans) {
      if (apart.isEmpty() || span.start() >= apart.getLast().end()) {
        apart.add(span);
      }
    }
    return apart;
  }

  private static Seen seen(String came, Shape shape, Matcher matcher, Bits bits) {
    String before = came.substring(0, matcher.start());
    boolean stx = before.startsWith("\u0002");
    before = before.substring(stx ? 1 : 0);
    Optional<String> separator = Optional.empty();
    if (shape.code() == TestCode.GS1) {
      separator = Optional.of(matcher.group("separator"));
      before = before.endsWith(GS) ? before.substring(0, before.length() - 1) : before;
    }
    String aim = aim(before, shape.aim());
    String prefix = before.startsWith(aim) ? before.substring(aim.length()) : behind(before, aim);
    String after = came.substring(matcher.end());
    int end = after.length();
    while (end > 0 && ENDINGS.indexOf(after.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Seen(
        shape.code(),
        prefix,
        aim,
        separator,
        after.substring(0, end),
        after.substring(end),
        stx,
        flaw(shape, matcher),
        shape.garble(),
        bits);
  }

  /// At the beginning or right before the code.
  private static String aim(String before, Pattern pattern) {
    Matcher first = pattern.matcher(before);
    if (first.lookingAt()) {
      return first.group();
    }
    Matcher last = Pattern.compile("(?:" + pattern + ")\\z").matcher(before);
    return last.find() ? last.group() : "";
  }

  private static String behind(String before, String aim) {
    return before.substring(0, before.length() - aim.length());
  }

  private static Optional<Flaw> flaw(Shape shape, Matcher matcher) {
    return switch (shape.code()) {
      case EAN ->
          matcher.group("check") == null ? Optional.of(Flaw.CHECK_DIGIT_MISSING) : Optional.empty();
      case LINES -> {
        if (matcher.group("middle") == null) {
          yield Optional.of(Flaw.CUT);
        }
        yield breaks(matcher.group("middle")) == breaks(TestCode.LINES.content())
            ? Optional.empty()
            : Optional.of(Flaw.LINE_BREAKS_CHANGED);
      }
      case LAYOUT, GS1 -> Optional.empty();
    };
  }

  private static long breaks(String text) {
    return text.replace("\r\n", "\n").chars().filter(c -> c == '\r' || c == '\n').count();
  }
}
