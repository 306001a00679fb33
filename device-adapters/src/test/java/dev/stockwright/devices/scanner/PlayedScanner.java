package dev.stockwright.devices.scanner;

import java.util.Map;
import java.util.function.UnaryOperator;

/// A scanner as somebody has set it, for tests: makes of a test code what it would send.
record PlayedScanner(
    String prefix,
    boolean aim,
    String gs,
    String suffix,
    String ending,
    boolean stx,
    UnaryOperator<String> garble) {
  private static final Map<TestCode, String> AIM_IDS =
      Map.of(
          TestCode.LAYOUT, "]C0", TestCode.GS1, "]C1", TestCode.EAN, "]E0", TestCode.LINES, "]Q1");

  static final PlayedScanner FACTORY =
      new PlayedScanner("", false, "\u001d", "", "\r", false, UnaryOperator.identity());

  String sends(TestCode code) {
    return sends((aim ? AIM_IDS.get(code) : "") + code.content());
  }

  String sends(String content) {
    String inside = prefix + content.replace("\u001d", gs) + suffix;
    return (stx ? "\u0002" : "") + garble.apply(inside) + ending;
  }

  PlayedScanner with(String otherPrefix, String otherSuffix) {
    return new PlayedScanner(otherPrefix, aim, gs, otherSuffix, ending, stx, garble);
  }

  PlayedScanner withAim() {
    return new PlayedScanner(prefix, true, gs, suffix, ending, stx, garble);
  }

  PlayedScanner withGs(String other) {
    return new PlayedScanner(prefix, aim, other, suffix, ending, stx, garble);
  }

  PlayedScanner ending(String other, boolean withStx) {
    return new PlayedScanner(prefix, aim, gs, suffix, other, withStx, garble);
  }

  PlayedScanner garbled(UnaryOperator<String> other) {
    return new PlayedScanner(prefix, aim, gs, suffix, ending, stx, other);
  }
}
