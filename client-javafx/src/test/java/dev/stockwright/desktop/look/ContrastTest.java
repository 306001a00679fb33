package dev.stockwright.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// Contrast by WCAG 2.2, computed from the colours in the sheet itself.
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("(-sw-[a-z-]+): (#[0-9A-Fa-f]{6});");

  @Test
  void everyPairOfTextAndGroundIsReadableInBothThemes() throws IOException {
    List<String> tooLow = new ArrayList<>();
    for (String theme : List.of(".root {", ".root:dark {")) {
      Map<String, Color> colors = colors(theme);
      pairs()
          .forEach(
              (pair, least) -> {
                double contrast =
                    contrast(color(colors, pair.text()), color(colors, pair.ground()));
                if (contrast < least) {
                  tooLow.add(theme + " " + pair + " " + contrast);
                }
              });
    }
    assertEquals(List.of(), tooLow);
  }

  @Test
  void theSumIsRight() {
    assertEquals(21, contrast(Color.BLACK, Color.WHITE), 0.01);
    assertEquals(1, contrast(Color.RED, Color.RED), 0.01);
    assertTrue(contrast(Color.web("#777777"), Color.WHITE) < 4.5, "a known failure is found");
  }

  private record Pair(String text, String ground) {}

  private static Map<Pair, Double> pairs() {
    Map<Pair, Double> pairs = new HashMap<>();
    for (String ground : List.of("bg", "surface", "sunken", "act-soft")) {
      pairs.put(new Pair("ink", ground), 4.5);
      pairs.put(new Pair("muted", ground), 4.5);
    }
    for (String ground : List.of("bg", "surface", "act-soft")) {
      pairs.put(new Pair("act-fg", ground), 4.5);
    }
    pairs.put(new Pair("on-act", "act"), 4.5);
    pairs.put(new Pair("on-plate", "plate"), 4.5);
    pairs.put(new Pair("on-plate-dim", "plate"), 4.5);
    for (String signal : List.of("accept", "attention", "reject", "system")) {
      pairs.put(new Pair("on-" + signal, signal), 4.5);
      pairs.put(new Pair("ink", signal + "-soft"), 4.5);
      pairs.put(new Pair(signal + "-fg", signal + "-soft"), 4.5);
      pairs.put(new Pair(signal + "-fg", "surface"), 4.5);
    }
    for (String ground : List.of("bg", "surface")) {
      pairs.put(new Pair("edge", ground), 3.0);
      pairs.put(new Pair("focus", ground), 3.0);
    }
    return pairs;
  }

  private static Map<String, Color> colors(String block) throws IOException {
    String sheet;
    try (InputStream in = Look.class.getResourceAsStream("stockwright.css")) {
      sheet = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    int start = sheet.indexOf(block);
    assertTrue(start >= 0, block);
    Map<String, Color> colors = new HashMap<>();
    Matcher token = TOKEN.matcher(sheet.substring(start, sheet.indexOf('}', start)));
    while (token.find()) {
      colors.put(token.group(1), Color.web(token.group(2)));
    }
    return colors;
  }

  private static Color color(Map<String, Color> colors, String name) {
    return Objects.requireNonNull(colors.get("-sw-" + name), name);
  }

  private static double contrast(Color a, Color b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
