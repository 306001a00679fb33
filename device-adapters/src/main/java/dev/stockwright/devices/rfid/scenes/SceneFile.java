package dev.stockwright.devices.rfid.scenes;

import dev.stockwright.devices.rfid.scenes.DockScene.Course;
import dev.stockwright.devices.rfid.scenes.DockScene.Input;
import dev.stockwright.devices.rfid.scenes.DockScene.Read;
import dev.stockwright.devices.rfid.scenes.DockScene.Step;
import dev.stockwright.devices.rfid.scenes.DockScene.Truth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A scene as text, a line for each step:
///
/// ```
/// # a remark
/// 1200 1 30340242201d8840009efdf7 -54.5        read: milliseconds, antenna, EPC, dBm
/// 1500 input 1 on                              input: milliseconds, number, on or off
/// truth 30340242201d8840009efdf7 1 in pallet   what it truly did: EPC, door, course, sort
/// ```
///
/// Lines need no order; courses are `in`, `out`, `turned_back`, `passed_by`, `stationary`.
public final class SceneFile {
  /// Longest line.
  private static final int LINE = 300;

  /// More than a day is a mistake.
  private static final int MOST_MILLIS = 86_400_000;

  private static final int MOST_EPC_DIGITS = 124;

  private SceneFile() {}

  /// What was read: a scene or what is wrong with the text.
  public sealed interface Answer {}

  public record Accepted(DockScene scene) implements Answer {}

  /// @param line 1 and up
  /// @param message for people: what stands there and what may
  public record Refused(int line, String message) implements Answer {}

  /// Why a line is refused; never leaves this class.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    final String why;

    Wrong(String message) {
      super(message, null, false, false);
      why = message;
    }
  }

  public static Answer read(String name, List<String> lines) {
    List<Step> steps = new ArrayList<>();
    List<Truth> truths = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          read(line, steps, truths);
        } catch (Wrong wrong) {
          return new Refused(i + 1, wrong.why);
        }
      }
    }
    if (steps.isEmpty()) {
      return new Refused(
          Math.max(1, lines.size()),
          "There is no read in this scene; a line is: milliseconds antenna EPC dBm.");
    }
    steps.sort(Comparator.comparing(Step::offset));
    return new Accepted(new DockScene(name, steps, truths));
  }

  private static void read(String line, List<Step> steps, List<Truth> truths) {
    if (line.length() > LINE) {
      throw new Wrong("This line is longer than " + LINE + " characters.");
    }
    String[] words = line.split("\\s+", -1);
    if (words[0].equals("truth")) {
      need(words, 5, "truth EPC door course sort");
      truths.add(
          new Truth(epc(words[1]), number(words[2], "door", 1, 99), course(words[3]), words[4]));
    } else if (words.length > 1 && words[1].equals("input")) {
      need(words, 4, "milliseconds input number on|off");
      steps.add(new Input(offset(words[0]), number(words[2], "input", 1, 65_535), on(words[3])));
    } else {
      need(words, 4, "milliseconds antenna EPC dBm");
      steps.add(
          new Read(
              offset(words[0]),
              number(words[1], "antenna", 1, 65_535),
              epc(words[2]),
              rssi(words[3])));
    }
  }

  private static void need(String[] words, int count, String form) {
    if (words.length != count) {
      throw new Wrong(
          "There are "
              + words.length
              + " words here; such a line has "
              + count
              + ": "
              + form
              + ".");
    }
  }

  private static Duration offset(String word) {
    return Duration.ofMillis(number(word, "time in milliseconds", 0, MOST_MILLIS));
  }

  private static int number(String word, String what, int least, int most) {
    if (word.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(word);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Wrong(
        "\"" + word + "\" is no " + what + "; it is a number from " + least + " to " + most + ".");
  }

  private static String epc(String word) {
    if (!word.matches("[0-9a-fA-F]{1," + MOST_EPC_DIGITS + "}")) {
      throw new Wrong(
          "\"" + word + "\" is no EPC; it is 1 to " + MOST_EPC_DIGITS + " hexadecimal digits.");
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private static double rssi(String word) {
    if (word.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,3})?")) {
      double dbm = Double.parseDouble(word);
      if (dbm >= -128 && dbm <= 127) {
        return dbm;
      }
    }
    throw new Wrong(
        "\"" + word + "\" is no signal strength; it is a number of dBm such as -54 or -54.5.");
  }

  private static boolean on(String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new Wrong("\"" + word + "\" is no state of an input; it is on or off.");
    };
  }

  private static Course course(String word) {
    for (Course course : Course.values()) {
      if (word(course).equals(word)) {
        return course;
      }
    }
    throw new Wrong(
        "\"" + word + "\" is no course; it is in, out, turned_back, passed_by or stationary.");
  }

  private static String word(Course course) {
    return course.name().toLowerCase(Locale.ROOT);
  }

  /// The lines of a scene; [#read] gives it back.
  public static List<String> write(DockScene scene) {
    List<String> lines = new ArrayList<>();
    lines.add("# Simulated scene " + scene.name() + ": milliseconds antenna EPC dBm");
    for (Truth truth : scene.truths()) {
      lines.add(
          "truth "
              + truth.epc()
              + " "
              + truth.door()
              + " "
              + word(truth.course())
              + " "
              + truth.kind().replaceAll("\\s", "-"));
    }
    for (Step step : scene.steps()) {
      lines.add(
          switch (step) {
            case Read read ->
                read.offset().toMillis()
                    + " "
                    + read.antenna()
                    + " "
                    + read.epc()
                    + " "
                    + BigDecimal.valueOf(read.rssi()).stripTrailingZeros().toPlainString();
            case Input input ->
                input.offset().toMillis()
                    + " input "
                    + input.port()
                    + " "
                    + (input.on() ? "on" : "off");
          });
    }
    return lines;
  }
}
