package dev.stockwright.desktop;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The file in which a program hands a sign-in over: read once and removed at once, whatever is in
/// it.
final class SignInFile {
  private static final int BYTES_MAX = 4_096;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SignInFile() {}

  /// Throws [FloorUnfit] when it is not there, is open to others, or holds no sign-in.
  static Credentials take(Path file) {
    try {
      boolean open = openToOthers(file);
      String text = Files.size(file) > BYTES_MAX ? "" : Files.readString(file);
      Files.delete(file);
      if (open) {
        throw new FloorUnfit(
            "The sign-in file " + file + " could be read by others; give it mode 0600.");
      }
      return read(file, text);
    } catch (IOException e) {
      throw new FloorUnfit("The sign-in file " + file + " cannot be read: " + e, e);
    }
  }

  private static boolean openToOthers(Path file) throws IOException {
    boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
    return posix && !OWNER.containsAll(Files.getPosixFilePermissions(file));
  }

  private static Credentials read(Path file, String text) {
    try {
      if (Wire.jsonb().type(Object.class).fromJson(text) instanceof Map<?, ?> fields
          && fields.get("user") instanceof String user
          && fields.get("password") instanceof String password) {
        return new Credentials.Password(user, password);
      }
    } catch (RuntimeException notJson) {
      // Said below, without the content.
    }
    throw new FloorUnfit(
        "The sign-in file " + file + " holds no {\"user\": ..., \"password\": ...}.");
  }
}
