package dev.stockwright.server.security;

import dev.stockwright.server.config.SettingsUnfit;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The secret that is hashed with every password and PIN and is not in the database: whoever has
/// only the database cannot try PINs. A file `pepper` of 32 random bytes in hex, readable by its
/// owner only. Who loses it must give everybody a new password.
public final class Pepper {
  private static final int BYTES = 32;

  private final byte[] secret;
  private final boolean fresh;

  private Pepper(byte[] secret, boolean fresh) {
    this.secret = secret;
    this.fresh = fresh;
  }

  /// Reads it from `folder`, or makes it at the first start.
  ///
  /// @throws SettingsUnfit when the file is there and is no pepper, or cannot be written
  public static Pepper in(Path folder) {
    Path file = folder.resolve("pepper");
    try {
      return new Pepper(read(file), false);
    } catch (NoSuchFileException e) {
      return made(folder, file);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsUnfit("The file " + file + " cannot be read; bring it back from a backup");
    }
  }

  /// True when it has just been made, so that no older hash can fit it.
  public boolean fresh() {
    return fresh;
  }

  byte[] secret() {
    return secret.clone();
  }

  private static byte[] read(Path file) throws IOException {
    byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("pepper of " + secret.length + " bytes");
    }
    return secret;
  }

  private static Pepper made(Path folder, Path file) {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      Files.createDirectories(folder);
      PrivateFile.create(file, HexFormat.of().formatHex(secret) + "\n");
      return new Pepper(secret, true);
    } catch (FileAlreadyExistsException e) {
      return in(folder);
    } catch (IOException e) {
      throw new SettingsUnfit(
          "Cannot write " + file + "; check that the folder is ours and its disk is not full");
    }
  }
}
