package dev.stockwright.fx.harness;

import dev.stockwright.fx.look.Colours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// A style sheet as text, and what it says of colours.
public record Sheet(String text) {
  private static final Pattern DEFINED = Pattern.compile("(-sw-[a-z-]+): (#[0-9A-Fa-f]{6});");
  private static final Pattern NAME = Pattern.compile("-sw-[a-z-]+");

  /// The sheet that lies beside `beside`.
  public static Sheet of(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new Sheet(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The colours that the first rule with this selector defines, by their names.
  public Map<String, Color> colours(String selector) {
    int start = text.indexOf("\n" + selector + " {");
    if (start < 0) {
      throw new IllegalArgumentException("no rule " + selector);
    }
    Map<String, Color> colours = new TreeMap<>();
    Matcher defined = DEFINED.matcher(text.substring(start, text.indexOf('}', start)));
    while (defined.find()) {
      colours.put(defined.group(1), Color.web(defined.group(2)));
    }
    return colours;
  }

  /// The names of colours that stand in it and not in the sheet of the colours.
  public Set<String> undefined() {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group());
    }
    names.removeAll(of(Colours.class, "colours.css").colours(".root").keySet());
    return names;
  }

  /// Its lines that say a colour instead of a name.
  public Set<String> bareColours() {
    Set<String> bare = new TreeSet<>();
    for (String line : text.lines().toList()) {
      if (line.matches(".*#[0-9A-Fa-f]{3,8}\\b.*")) {
        bare.add(line.strip());
      }
    }
    return bare;
  }
}
