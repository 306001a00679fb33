package dev.stockwright.desktop;

import dev.stockwright.desktop.look.Theme;
import dev.stockwright.desktop.stock.StockLayout;
import dev.stockwright.desktop.stock.StockQuery.Column;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How somebody left the screens of this desk. No work is in it: a file that is missing or damaged
/// means that nobody has chosen anything.
///
/// @param place of the window, of who has none of their own; absent before the first was closed
/// @param theme absent: as the system has it
/// @param stock the stock list, of who has arranged none
/// @param panes how wide they are, of who has moved none
/// @param lists how each person wants each list
/// @param people what else each person wants, see [Wishes]
record ScreenMemory(
    Optional<WindowPlace> place,
    Optional<Theme> theme,
    StockLayout stock,
    String panes,
    Map<String, String> lists,
    Map<String, String> people) {
  /// Nobody has chosen anything.
  static final ScreenMemory NONE =
      new ScreenMemory(
          Optional.empty(), Optional.empty(), StockLayout.USUAL, "", Map.of(), Map.of());

  private static final String LISTS = "lists.";
  private static final String PEOPLE = "people.";
  private static final Logger LOG = LoggerFactory.getLogger(ScreenMemory.class);

  ScreenMemory {
    lists = Map.copyOf(lists);
    people = Map.copyOf(people);
  }

  static ScreenMemory read(Path file) {
    if (!Files.exists(file)) {
      return NONE;
    }
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
      return new ScreenMemory(
          place(kept),
          constant(Theme.class, kept.getProperty("theme", "")),
          Optional.ofNullable(kept.getProperty("stock.columns"))
              .map(StockLayout::of)
              .orElseGet(() -> before(kept)),
          kept.getProperty("panes", ""),
          below(LISTS, kept),
          below(PEOPLE, kept));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read; the screens are as at first: {}", file, e.getMessage());
      return NONE;
    }
  }

  /// Replaces the file whole or not at all.
  void write(Path file) {
    Properties kept = new Properties();
    place.ifPresent(
        at -> {
          kept.setProperty("window.x", Double.toString(at.x()));
          kept.setProperty("window.y", Double.toString(at.y()));
          kept.setProperty("window.width", Double.toString(at.width()));
          kept.setProperty("window.height", Double.toString(at.height()));
          kept.setProperty("window.maximized", Boolean.toString(at.maximized()));
        });
    theme.ifPresent(chosen -> kept.setProperty("theme", code(chosen)));
    kept.setProperty("stock.columns", stock.text());
    kept.setProperty("panes", panes);
    lists.forEach((name, layout) -> kept.setProperty(LISTS + name, layout));
    people.forEach((name, wish) -> kept.setProperty(PEOPLE + name, wish));
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(beside)) {
        kept.store(out, "How the screens of this desk were left");
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("the screens' places are not kept: {}", e.toString());
    }
  }

  private static Map<String, String> below(String start, Properties kept) {
    return kept.stringPropertyNames().stream()
        .filter(name -> name.startsWith(start))
        .collect(Collectors.toMap(name -> name.substring(start.length()), kept::getProperty));
  }

  private static Optional<WindowPlace> place(Properties kept) {
    return kept.containsKey("window.width")
        ? Optional.of(
            new WindowPlace(
                number(kept, "window.x"),
                number(kept, "window.y"),
                number(kept, "window.width"),
                number(kept, "window.height"),
                Boolean.parseBoolean(kept.getProperty("window.maximized"))))
        : Optional.empty();
  }

  private static double number(Properties kept, String name) {
    double number = Double.parseDouble(kept.getProperty(name, ""));
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(name + " is " + number);
    }
    return number;
  }

  /// As it was written before columns could be moved.
  private static StockLayout before(Properties kept) {
    return new StockLayout(
        constant(Column.class, kept.getProperty("stock.sort", "")).orElse(StockLayout.USUAL.sort()),
        Boolean.parseBoolean(kept.getProperty("stock.descending", "false")),
        columns(kept.getProperty("stock.hidden", "")),
        StockLayout.USUAL.order(),
        Map.of());
  }

  private static Set<Column> columns(String codes) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    for (String code : codes.split(",")) {
      constant(Column.class, code).ifPresent(columns::add);
    }
    return columns;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> code(e).equals(code)).findFirst();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
