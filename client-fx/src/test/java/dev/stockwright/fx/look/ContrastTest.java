package dev.stockwright.fx.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.fx.harness.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// H51: contrast by WCAG 2.2, computed from the colours in the sheet itself.
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3.0;

  private static final String LIGHT = ".root";
  private static final String DARK = ".root:dark, .root.dark";
  private static final String SUN = ".root.sun";

  private final Sheet sheet = Sheet.of(Colours.class, "colours.css");

  private record Pair(String text, String ground) {}

  @Test
  void h51EveryTextAndEveryBorderIsReadableInAllThemes() {
    Map<String, Double> themes = new LinkedHashMap<>();
    themes.put(LIGHT, TEXT);
    themes.put(DARK, TEXT);
    themes.put(SUN, 7.0);
    List<String> tooLow = new ArrayList<>();
    for (Map.Entry<String, Double> theme : themes.entrySet()) {
      Map<String, Color> colors = sheet.colours(theme.getKey());
      for (Map.Entry<Pair, Double> pair : pairs().entrySet()) {
        double least = pair.getValue() < TEXT ? pair.getValue() : theme.getValue();
        double contrast =
            contrast(color(colors, pair.getKey().text()), color(colors, pair.getKey().ground()));
        if (contrast < least) {
          tooLow.add(theme.getKey() + " " + pair + " " + contrast);
        }
      }
    }
    assertEquals(List.of(), tooLow);
  }

  @Test
  void eachThemeDefinesTheSameNames() {
    assertEquals(sheet.colours(LIGHT).keySet(), sheet.colours(DARK).keySet());
    assertEquals(sheet.colours(LIGHT).keySet(), sheet.colours(SUN).keySet());
  }

  @Test
  void theSumIsRight() {
    assertEquals(21, contrast(Color.BLACK, Color.WHITE), 0.01);
    assertEquals(1, contrast(Color.RED, Color.RED), 0.01);
    assertTrue(contrast(Color.web("#777777"), Color.WHITE) < TEXT, "a known failure is found");
  }

  private static Map<Pair, Double> pairs() {
    Map<Pair, Double> pairs = new HashMap<>();
    for (String ground : List.of("bg", "surface", "sunken", "act-soft")) {
      pairs.put(new Pair("ink", ground), TEXT);
      pairs.put(new Pair("muted", ground), TEXT);
    }
    for (String ground : List.of("bg", "surface", "act-soft")) {
      pairs.put(new Pair("act-fg", ground), TEXT);
    }
    pairs.put(new Pair("on-act", "act"), TEXT);
    pairs.put(new Pair("on-plate", "plate"), TEXT);
    pairs.put(new Pair("on-plate-dim", "plate"), TEXT);
    pairs.put(new Pair("plate-mark", "plate"), SHAPE);
    for (String signal : List.of("accept", "attention", "reject", "system")) {
      pairs.put(new Pair("on-" + signal, signal), TEXT);
      pairs.put(new Pair("ink", signal + "-soft"), TEXT);
      pairs.put(new Pair(signal + "-fg", signal + "-soft"), TEXT);
      pairs.put(new Pair(signal + "-fg", "surface"), TEXT);
    }
    for (String ground : List.of("bg", "surface", "sunken")) {
      pairs.put(new Pair("edge", ground), SHAPE);
    }
    for (String ground : List.of("bg", "surface")) {
      pairs.put(new Pair("focus", ground), SHAPE);
    }
    return pairs;
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
