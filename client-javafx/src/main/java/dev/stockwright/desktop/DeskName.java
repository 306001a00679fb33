package dev.stockwright.desktop;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.random.RandomGenerator;

/// The name of a desk that nobody has named: made once, then the same for ever, since the server
/// numbers a device's commands by it.
final class DeskName {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 6;

  private DeskName() {}

  /// Reads it from `folder`, or makes it there.
  static DeviceId in(Path folder, RandomGenerator random) {
    Path file = folder.resolve("device-name");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        return new DeviceId(Files.readString(file).strip());
      }
      StringBuilder name = new StringBuilder("DESK-");
      for (int i = 0; i < LENGTH; i++) {
        name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      Path fresh = Files.writeString(folder.resolve("device-name.new"), name);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return new DeviceId(name.toString());
    } catch (IOException e) {
      throw new FloorUnfit("The folder " + folder + " cannot be used: " + e, e);
    } catch (InvalidValue e) {
      throw new FloorUnfit(
          "The file " + file + " holds no name of a device; give one with --device.", e);
    }
  }
}
