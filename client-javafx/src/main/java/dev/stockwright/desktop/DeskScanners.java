package dev.stockwright.desktop;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.scanner.DoubleReadGuard;
import dev.stockwright.devices.scanner.LaneList;
import dev.stockwright.devices.scanner.ProfileText;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which scanners this desk has and how each is set: what it was started with, and the profiles
/// that somebody has found with the wizard, which are kept in the desk's folder, one file a lane.
final class DeskScanners {
  /// The lane of all that types at this desk.
  static final String KEYBOARD_LANE = "keyboard";

  /// Scanners that type, while nobody has set them up.
  static final ScannerProfile UNSET_KEYBOARD =
      new ScannerProfile(
          "Keyboard scanner",
          KEYBOARD_LANE,
          new Line.Wedge(),
          Framing.AUTOMATIC,
          Wrapping.NONE,
          false,
          Duration.ofMillis(250),
          DoubleReadGuard.WINDOW);

  private static final Logger LOG = LoggerFactory.getLogger(DeskScanners.class);

  private final Path folder;

  DeskScanners(Path deskFolder) {
    this.folder = deskFolder.resolve("scanners");
  }

  /// The serial scanners, each at its lane. A kept profile wins over a plain path, since it was
  /// found at the same port; a profile file that was named wins over it.
  ///
  /// Throws [FloorUnfit] with a sentence when they cannot work side by side.
  List<ScannerProfile> at(FloorOptions options) {
    List<String> files = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    profileFiles(options).forEach(file -> files.add(file + LaneList.PROFILE_ENDING));
    for (String scanner : options.scanners()) {
      if (!scanner.endsWith(LaneList.PROFILE_ENDING)) {
        ports.add(scanner.matches(".*@\\d+") ? scanner : scanner + "@" + options.baud());
      }
    }
    List<String> words = new ArrayList<>(files);
    words.addAll(ports);
    List<ScannerProfile> named =
        switch (LaneList.read(words, DeskScanners::textOfWord)) {
          case LaneList.Reading.Read(List<ScannerProfile> profiles) -> profiles;
          case LaneList.Reading.Wrong(List<String> sentences) ->
              throw new FloorUnfit(String.join(" ", sentences));
        };
    return named.stream()
        .filter(profile -> profile.line() instanceof Line.Serial)
        .map(profile -> named.indexOf(profile) < files.size() ? profile : keptFor(profile))
        .toList();
  }

  /// Those of `--profile` and those that `--scanner` names.
  private static List<Path> profileFiles(FloorOptions options) {
    List<Path> files = new ArrayList<>(options.profiles());
    options.scanners().stream()
        .filter(word -> word.endsWith(LaneList.PROFILE_ENDING))
        .map(Path::of)
        .forEach(files::add);
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new FloorUnfit(
            "The scanner profile " + file + " cannot be read. Correct its name or its rights.");
      }
    }
    return files;
  }

  /// How scanners that type are set: a profile that was named, else one that was kept.
  Optional<ScannerProfile> keyboard(FloorOptions options) {
    return profileFiles(options).stream()
        .flatMap(file -> text(file).flatMap(DeskScanners::read).stream())
        .filter(profile -> profile.line() instanceof Line.Wedge)
        .findFirst()
        .or(() -> kept(KEYBOARD_LANE))
        .filter(profile -> profile.line() instanceof Line.Wedge);
  }

  private ScannerProfile keptFor(ScannerProfile named) {
    return kept(named.lane()).filter(kept -> samePort(kept, named)).orElse(named);
  }

  private static boolean samePort(ScannerProfile one, ScannerProfile other) {
    return one.line() instanceof Line.Serial first
        && other.line() instanceof Line.Serial second
        && first.path().equals(second.path());
  }

  private Optional<ScannerProfile> kept(String lane) {
    Path file = file(lane);
    return Files.exists(file) ? text(file).flatMap(DeskScanners::read) : Optional.empty();
  }

  /// Keeps a profile for the next start, whole or not at all.
  ///
  /// Throws [FloorUnfit] when it cannot be written.
  void keep(ScannerProfile profile) {
    Path file = file(profile.lane());
    try {
      Files.createDirectories(folder);
      Path fresh =
          Files.writeString(folder.resolve(profile.lane() + ".new"), ProfileText.write(profile));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FloorUnfit("The profile cannot be kept in " + file + ": " + e, e);
    }
  }

  private Path file(String lane) {
    return folder.resolve(lane + LaneList.PROFILE_ENDING);
  }

  /// Every file stands in the list with one more ending, so that any name will do.
  private static Optional<String> textOfWord(String word) {
    return text(Path.of(word.substring(0, word.length() - LaneList.PROFILE_ENDING.length())));
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.size(file) > ProfileText.LENGTH_MAX
          ? Optional.empty()
          : Optional.of(Files.readString(file));
    } catch (IOException e) {
      LOG.warn("the scanner profile {} cannot be read", file, e);
      return Optional.empty();
    }
  }

  private static Optional<ScannerProfile> read(String text) {
    return switch (ProfileText.read(text)) {
      case ProfileText.Reading.Read(ScannerProfile profile) -> Optional.of(profile);
      case ProfileText.Reading.Wrong(List<String> sentences) -> {
        LOG.warn("a kept scanner profile is not used: {}", sentences);
        yield Optional.empty();
      }
    };
  }
}
