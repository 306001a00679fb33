package dev.stockwright.devices.tryout;

import dev.stockwright.devices.command.Options;
import dev.stockwright.devices.scanner.ProfileText;
import dev.stockwright.devices.scanner.ScannerPreset;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.TestPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The command: reads its options and runs what they ask for.
public final class ScannerCommand {
  static final int DONE = 0;
  static final int WRONG_USE = 2;
  static final int NOTHING_CAME = 3;

  private static final String HELP =
      """
      Usage: stockwright scanner PATH [--baud N|auto] [--lane NAME] [--profile FILE] [--preset NAME]
                                 [--watch] [--seconds N] [--json] [--record FILE]
             stockwright scanner --codes FILE.png|FILE.svg
             stockwright scanner --presets

      Asks for four test codes, one at a time, and finds from them how the scanner at PATH is set.
      Enter skips a code that the scanner cannot read; q ends.

        --codes FILE     writes the page with the test codes, to be printed or shown
        --presets        lists what scanners of known makers are likely to be set to
        --baud N         the speed; auto tries the usual ones while you scan. Without it 9600 is
                         tried first and the others when what comes cannot be read
        --lane NAME      where the scanner works (default 1)
        --preset NAME    begins with the settings of a maker
        --profile FILE   where the profile is written; --watch reads it
        --watch          shows each scan with its bytes instead, until q or the end of --seconds
        --seconds N      ends after N seconds
        --json           one JSON object a line
        --record FILE    keeps the raw bytes; stockwright simulate replay plays them again
        --help           this text

      Choose the path under /dev/serial/by-id on Linux; on Windows it is COM3 and the like.
      Exit codes: 0 a profile was found, or scans were seen; 2 wrong use; 3 nothing came, or the
      scanner is not there.
      """;

  private static final Set<String> FLAGS = Set.of("--watch", "--json", "--presets");
  private static final Set<String> VALUES =
      Set.of("--baud", "--lane", "--profile", "--preset", "--seconds", "--record", "--codes");

  private ScannerCommand() {}

  /// Runs the command.
  ///
  /// @return the exit code
  public static int run(List<String> words, InputStream input, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(HELP);
      return DONE;
    }
    return switch (Options.read(words, FLAGS, VALUES)) {
      case Options.Reading.Wrong(String sentence) -> wrong(err, sentence);
      case Options.Reading.Read(Options options) -> {
        if (options.has("--presets")) {
          presets(out);
          yield DONE;
        }
        yield options.value("--codes").isPresent()
            ? codes(options, out, err)
            : tryOut(options, input, out, err);
      }
    };
  }

  private static int wrong(PrintStream err, String sentence) {
    err.println("scanner: " + sentence + "; try stockwright scanner --help");
    return WRONG_USE;
  }

  private static void presets(PrintStream out) {
    for (ScannerPreset preset : ScannerPreset.ALL) {
      out.println(
          "%-24s %s, %s%s"
              .formatted(
                  preset.code(),
                  preset.maker(),
                  preset.connection().words(),
                  preset.fromManual() ? "" : " (to be checked)"));
      out.println("    " + preset.switching());
    }
  }

  private static int codes(Options options, PrintStream out, PrintStream err) {
    String name = options.value("--codes").orElseThrow();
    String ending = name.toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
    if (!ending.matches("png|svg")) {
      return wrong(err, "--codes writes a file that ends in .png or .svg");
    }
    try {
      byte[] page =
          ending.equals("png") ? TestPage.png() : TestPage.svg().getBytes(StandardCharsets.UTF_8);
      Files.write(Path.of(name), page);
      out.println(
          "The test codes are in " + name + ". Print the page, or show it on a bright screen.");
      return DONE;
    } catch (IOException | InvalidPathException e) {
      return wrong(err, name + " cannot be written (" + e.getMessage() + ")");
    }
  }

  private static int tryOut(Options options, InputStream input, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (options.rest().size() != 1) {
      return wrong(err, "name the path of one scanner");
    }
    String baud = options.value("--baud").orElse("");
    if (!baud.matches("|auto|\\d{3,7}")) {
      return wrong(err, "--baud takes a number or auto");
    }
    Optional<String> badNumber = options.badNumber("--seconds");
    if (badNumber.isPresent()) {
      return wrong(err, badNumber.get());
    }
    Optional<String> noPlace =
        options.values().stream()
            .filter(given -> given.option().matches("--profile|--record"))
            .map(Options.Given::value)
            .filter(file -> !Files.isDirectory(Path.of(file).toAbsolutePath().resolveSibling(".")))
            .findFirst();
    if (noPlace.isPresent()) {
      return wrong(err, "there is no folder for " + noPlace.get());
    }
    switch (start(options)) {
      case ProfileText.Reading.Wrong(List<String> sentences) -> {
        return wrong(err, String.join(" ", sentences));
      }
      case ProfileText.Reading.Read(ScannerProfile start) -> {
        Telling telling = options.has("--json") ? new JsonTelling(out) : new PlainTelling(out);
        Plan plan =
            new Plan(
                start,
                baud.equals("auto"),
                baud.isEmpty()
                    && options.value("--profile").filter(ScannerCommand::exists).isEmpty(),
                options.number("--seconds"),
                options.value("--profile").map(Path::of),
                options.value("--record").map(Path::of));
        Keyboard keyboard = Keyboard.of(input);
        return options.has("--watch")
            ? new Watch(plan, telling, keyboard).run()
            : new WizardTalk(plan, telling, keyboard).run();
      }
    }
  }

  /// What to do.
  ///
  /// @param auto whether the speed is searched first
  /// @param autoLater whether it is searched when what comes cannot be read
  record Plan(
      ScannerProfile start,
      boolean auto,
      boolean autoLater,
      java.util.OptionalInt seconds,
      Optional<Path> profile,
      Optional<Path> record) {
    /// What is left of the time that the person gave.
    Optional<Duration> left(long beginNanos) {
      if (seconds.isEmpty()) {
        return Optional.empty();
      }
      Duration passed = Duration.ofNanos(System.nanoTime() - beginNanos);
      return Optional.of(Duration.ofSeconds(seconds.getAsInt()).minus(passed));
    }

    boolean isOver(long beginNanos) {
      return left(beginNanos).filter(left -> !left.isPositive()).isPresent();
    }
  }

  private static boolean exists(String file) {
    return Files.exists(Path.of(file));
  }

  /// What to begin with: the profile that is there, a preset, or 9600 8N1; then the options.
  private static ProfileText.Reading start(Options options) {
    String path = options.rest().getFirst();
    Optional<String> lane = options.value("--lane");
    try {
      ScannerProfile profile = ScannerProfile.serial(lane.orElse("1"), path);
      Optional<String> preset = options.value("--preset");
      if (preset.isPresent()) {
        Optional<ScannerPreset> known = ScannerPreset.of(preset.get());
        if (known.isEmpty()) {
          return fault("there is no preset " + preset.get() + ", see --presets");
        }
        profile = known.get().profile(lane.orElse("1"), path);
      }
      Optional<String> file = options.value("--profile").filter(ScannerCommand::exists);
      if (file.isPresent()) {
        switch (ProfileText.read(Files.readString(Path.of(file.get())))) {
          case ProfileText.Reading.Wrong wrong -> {
            return wrong;
          }
          case ProfileText.Reading.Read(ScannerProfile read) -> profile = at(read, path, lane);
        }
      }
      Optional<String> baud = options.value("--baud").filter(text -> !text.equals("auto"));
      if (baud.isPresent() && profile.line() instanceof Line.Serial line) {
        profile =
            profile.withLine(
                new Line.Serial(
                    line.path(),
                    Integer.parseInt(baud.get()),
                    line.dataBits(),
                    line.stopBits(),
                    line.parity()));
      }
      profile.settings();
      return new ProfileText.Reading.Read(profile);
    } catch (IllegalArgumentException e) {
      return fault("a lane has letters, digits and hyphens, a speed 300 to 4000000 baud");
    } catch (IOException e) {
      return fault("the profile " + e.getMessage() + " cannot be read");
    }
  }

  private static ScannerProfile at(ScannerProfile read, String path, Optional<String> lane) {
    Line.Serial line =
        switch (read.line()) {
          case Line.Serial serial ->
              new Line.Serial(
                  path, serial.baud(), serial.dataBits(), serial.stopBits(), serial.parity());
          case Line.Wedge() -> (Line.Serial) ScannerProfile.serial("1", path).line();
        };
    return new ScannerProfile(
        read.name(),
        lane.orElse(read.lane()),
        line,
        read.framing(),
        read.wrapping(),
        read.aimIds(),
        read.bounceWindow(),
        read.doubleReadWindow());
  }

  private static ProfileText.Reading fault(String sentence) {
    return new ProfileText.Reading.Wrong(List.of(sentence));
  }
}
