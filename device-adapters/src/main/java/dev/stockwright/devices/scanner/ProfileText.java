package dev.stockwright.devices.scanner;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A [ScannerProfile] as the text of a small file: `key=value` lines as [Properties] reads them.
/// Pure.
public final class ProfileText {
  /// More characters than this are no profile.
  public static final int LENGTH_MAX = 16_384;

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "lane",
          "line",
          "path",
          "baud",
          "data_bits",
          "stop_bits",
          "parity",
          "ends",
          "gap_ms",
          "patience_ms",
          "max_bytes",
          "prefix",
          "suffix",
          "gs_substitute",
          "aim_ids",
          "bounce_ms",
          "double_read_ms");

  /// What came of reading a text.
  public sealed interface Reading {
    record Read(ScannerProfile profile) implements Reading {}

    /// @param sentences what is wrong, for people
    record Wrong(List<String> sentences) implements Reading {}
  }

  private final Properties properties;
  private final List<String> faults = new ArrayList<>();

  private ProfileText(Properties properties) {
    this.properties = properties;
  }

  /// The text of a profile; all keys, in a fixed order.
  public static String write(ScannerProfile profile) {
    StringBuilder text = new StringBuilder("# A scanner of Stockwright\n");
    line(text, "name", profile.name());
    line(text, "lane", profile.lane());
    switch (profile.line()) {
      case Line.Serial(String path, int baud, int dataBits, int stopBits, Parity parity) -> {
        line(text, "line", "serial");
        line(text, "path", path);
        line(text, "baud", Integer.toString(baud));
        line(text, "data_bits", Integer.toString(dataBits));
        line(text, "stop_bits", Integer.toString(stopBits));
        line(text, "parity", word(parity));
      }
      case Line.Wedge() -> line(text, "line", "wedge");
    }
    Framing framing = profile.framing();
    line(
        text,
        "ends",
        framing.marks().stream().sorted().map(ProfileText::word).collect(Collectors.joining(",")));
    line(text, "gap_ms", Long.toString(framing.gap().toMillis()));
    line(text, "patience_ms", Long.toString(framing.patience().toMillis()));
    line(text, "max_bytes", Integer.toString(framing.maxBytes()));
    line(text, "prefix", profile.wrapping().prefix());
    line(text, "suffix", profile.wrapping().suffix());
    line(text, "gs_substitute", profile.wrapping().gsSubstitute());
    line(text, "aim_ids", profile.aimIds() ? "yes" : "no");
    line(text, "bounce_ms", Long.toString(profile.bounceWindow().toMillis()));
    line(text, "double_read_ms", Long.toString(profile.doubleReadWindow().toMillis()));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' && i == 0 || c < ' ' || c >= 0x7F) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c == '\\' ? "\\\\" : String.valueOf(c));
      }
    }
    text.append('\n');
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// Reads the text of a profile. Only `lane` and, for a serial one, `path` must stand there.
  public static Reading read(String text) {
    if (text.length() > LENGTH_MAX) {
      return new Reading.Wrong(List.of("This is no scanner profile: it is too long."));
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      return new Reading.Wrong(
          List.of("The profile has a \\u without four hexadecimal digits behind it."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProfileText(properties).reading();
  }

  private Reading reading() {
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!KEYS.contains(key)) {
        faults.add("The profile has an unknown key \"" + VisibleText.of(key, 40) + "\".");
      }
    }
    String lane = properties.getProperty("lane", "");
    Optional<Line> line = line();
    Optional<Framing> framing = framing();
    Optional<Wrapping> wrapping =
        made(
            "prefix, suffix and gs_substitute have at most 32 characters of one byte",
            () -> new Wrapping(text("prefix"), text("suffix"), text("gs_substitute")));
    boolean aimIds = choice("aim_ids", Map.of("yes", true, "no", false), "no");
    Duration bounce = millis("bounce_ms", 250);
    Duration doubleRead = millis("double_read_ms", (int) DoubleReadGuard.WINDOW.toMillis());
    if (faults.isEmpty()) {
      Optional<ScannerProfile> profile =
          made(
              "name has 1 to 64 characters, lane up to 32 letters, digits and hyphens",
              () ->
                  new ScannerProfile(
                      properties.getProperty("name", "Scanner " + lane),
                      lane,
                      line.orElseThrow(),
                      framing.orElseThrow(),
                      wrapping.orElseThrow(),
                      aimIds,
                      bounce,
                      doubleRead));
      if (profile.isPresent()) {
        return new Reading.Read(profile.get());
      }
    }
    return new Reading.Wrong(List.copyOf(faults));
  }

  private Optional<Line> line() {
    if (choice("line", Map.of("serial", true, "wedge", false), "serial")) {
      Map<String, Parity> parities =
          Map.of("none", Parity.NONE, "odd", Parity.ODD, "even", Parity.EVEN);
      Line.Serial serial =
          new Line.Serial(
              text("path"),
              number("baud", 9600),
              number("data_bits", 8),
              number("stop_bits", 1),
              choice("parity", parities, "none"));
      return made(
          "a serial scanner needs path, baud from 300 to 4000000, data_bits 5 to 8 and stop_bits 1"
              + " or 2",
          () -> checked(serial));
    }
    return Optional.of(new Line.Wedge());
  }

  private static Line checked(Line.Serial serial) {
    ScannerProfile.serial("1", serial.path()).withLine(serial).settings();
    return serial;
  }

  private Optional<Framing> framing() {
    Framing usual = Framing.AUTOMATIC;
    Map<String, Mark> words =
        EnumSet.allOf(Mark.class).stream()
            .collect(Collectors.toMap(ProfileText::word, Function.identity()));
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (String word :
        properties.getProperty("ends", String.join(",", words.keySet())).split(",")) {
      Mark mark = words.get(word.strip());
      if (mark == null) {
        faults.add(
            "\"ends\" is a list of cr, lf, tab, stx_etx and silence, not \""
                + VisibleText.of(word, 40)
                + "\".");
      } else {
        marks.add(mark);
      }
    }
    Duration gap = millis("gap_ms", (int) usual.gap().toMillis());
    Duration patience = millis("patience_ms", (int) usual.patience().toMillis());
    int maxBytes = number("max_bytes", usual.maxBytes());
    return made(
        "gap_ms is at least 1, patience_ms not less than it, max_bytes from 1 to 65536",
        () -> {
          if (maxBytes > 65_536) {
            throw new IllegalArgumentException("max_bytes " + maxBytes);
          }
          return new Framing(marks, gap, patience, maxBytes);
        });
  }

  private String text(String key) {
    return properties.getProperty(key, "");
  }

  private Duration millis(String key, int usual) {
    return Duration.ofMillis(number(key, usual));
  }

  private int number(String key, int usual) {
    String text = properties.getProperty(key, Integer.toString(usual)).strip();
    if (text.matches("\\d{1,7}")) {
      return Integer.parseInt(text);
    }
    faults.add("\"" + key + "\" is a number, not \"" + VisibleText.of(text, 40) + "\".");
    return usual;
  }

  private <T> T choice(String key, Map<String, T> choices, String usual) {
    T chosen = choices.get(properties.getProperty(key, usual).strip());
    if (chosen != null) {
      return chosen;
    }
    faults.add(
        "\""
            + key
            + "\" is one of "
            + String.join(", ", new TreeSet<>(choices.keySet()))
            + ", not \""
            + VisibleText.of(text(key), 40)
            + "\".");
    return java.util.Objects.requireNonNull(choices.get(usual));
  }

  /// A value that checks itself, or a fault in the words of the file.
  private <T> Optional<T> made(String rule, java.util.function.Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      faults.add("Wrong values in the profile: " + rule + ".");
      return Optional.empty();
    }
  }
}
