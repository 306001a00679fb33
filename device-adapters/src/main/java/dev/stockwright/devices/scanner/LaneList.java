package dev.stockwright.devices.scanner;

import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scanners of one workplace, each at its lane, read from words. Pure.
///
/// A word is `LANE=PATH`, `LANE=PATH@BAUD`, a path alone, which gets the next free number as its
/// lane, or the name of a profile file ending in `.scanner`, which says its lane itself.
public final class LaneList {
  /// What the name of a profile file ends with.
  public static final String PROFILE_ENDING = ".scanner";

  private static final Pattern WORD =
      Pattern.compile("(?:(?<lane>[A-Za-z0-9-]*)=)?(?<path>.+?)(?:@(?<baud>\\d+))?");

  /// What came of reading the words.
  public sealed interface Reading {
    record Read(List<ScannerProfile> profiles) implements Reading {}

    /// @param sentences what is wrong, for people
    record Wrong(List<String> sentences) implements Reading {}
  }

  private final List<ScannerProfile> profiles = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private LaneList() {}

  /// Reads the words.
  ///
  /// @param textOfFile the text of a file by its name; nothing where it cannot be read
  public static Reading read(List<String> words, Function<String, Optional<String>> textOfFile) {
    LaneList list = new LaneList();
    List<String> alone = new ArrayList<>();
    for (String word : words) {
      Matcher matcher = WORD.matcher(word);
      if (word.endsWith(PROFILE_ENDING)) {
        list.file(word, textOfFile.apply(word));
      } else if (!matcher.matches()) {
        list.faults.add("\"" + word + "\" is no scanner. Write LANE=PATH or LANE=PATH@BAUD.");
      } else if (matcher.group("lane") == null) {
        alone.add(word);
      } else {
        list.port(matcher.group("lane"), word, matcher);
      }
    }
    alone.forEach(list::numbered);
    return list.reading();
  }

  private void file(String name, Optional<String> text) {
    if (text.isEmpty()) {
      faults.add("The scanner profile " + name + " cannot be read. Correct its name.");
      return;
    }
    switch (ProfileText.read(text.get())) {
      case ProfileText.Reading.Read(ScannerProfile profile) -> profiles.add(profile);
      case ProfileText.Reading.Wrong(List<String> sentences) ->
          sentences.forEach(sentence -> faults.add(name + ": " + sentence));
    }
  }

  private void numbered(String word) {
    int number = 1;
    while (taken(Integer.toString(number))) {
      number++;
    }
    Matcher matcher = WORD.matcher(word);
    if (matcher.matches()) {
      port(Integer.toString(number), word, matcher);
    }
  }

  private boolean taken(String lane) {
    return profiles.stream().anyMatch(profile -> profile.lane().equals(lane));
  }

  private void port(String lane, String word, Matcher matcher) {
    String path = matcher.group("path");
    Optional<String> baud = Optional.ofNullable(matcher.group("baud"));
    try {
      ScannerProfile profile = ScannerProfile.serial(lane, path);
      int speed = Integer.parseInt(baud.orElse("9600"));
      profile = profile.withLine(new Line.Serial(path, speed, 8, 1, Parity.NONE));
      profile.settings();
      profiles.add(profile);
    } catch (IllegalArgumentException e) {
      faults.add(
          "\""
              + word
              + "\" is no scanner: a lane has up to 32 letters, digits and hyphens, and a speed"
              + " lies between 300 and 4000000 baud.");
    }
  }

  private Reading reading() {
    faults.addAll(clashes(profiles));
    return faults.isEmpty()
        ? new Reading.Read(List.copyOf(profiles))
        : new Reading.Wrong(List.copyOf(faults));
  }

  /// Sentences about scanners that cannot work side by side.
  static List<String> clashes(List<ScannerProfile> profiles) {
    List<String> clashes = new ArrayList<>();
    Map<String, String> laneOfPath = new HashMap<>();
    Map<String, String> pathOfLane = new HashMap<>();
    for (ScannerProfile profile : profiles) {
      String path = profile.line() instanceof Line.Serial serial ? serial.path() : "the keyboard";
      String other = laneOfPath.putIfAbsent(path, profile.lane());
      if (other != null) {
        clashes.add(
            "Lanes %s and %s both name %s. Give each lane a scanner of its own."
                .formatted(other, profile.lane(), path));
      }
      String before = pathOfLane.putIfAbsent(profile.lane(), path);
      if (before != null) {
        clashes.add(
            "Lane %s has two scanners, %s and %s. Give each a lane of its own."
                .formatted(profile.lane(), before, path));
      }
    }
    return clashes;
  }
}
