package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.sync.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInFileTest {
  private static final String INES = "{\"user\":\"ines\",\"password\":\"p w\"}";
  @TempDir private Path folder;

  @Test
  void itIsReadOnceAndRemoved() throws IOException {
    Path file = file(INES, "rw-------");
    assertEquals(new Credentials.Password("ines", "p w"), SignInFile.take(file));
    assertFalse(Files.exists(file));
    assertThrows(FloorUnfit.class, () -> SignInFile.take(file));
  }

  @Test
  void oneThatOthersCanReadIsRefusedAndRemoved() throws IOException {
    Path file = file(INES, "rw-r--r--");
    FloorUnfit unfit = assertThrows(FloorUnfit.class, () -> SignInFile.take(file));
    assertTrue(String.valueOf(unfit.getMessage()).endsWith("give it mode 0600."));
    assertFalse(Files.exists(file));
  }

  @Test
  void whatIsNoSignInIsRefusedWithoutShowingIt() throws IOException {
    Path file = file("{\"user\":\"ines\",\"pass\":\"hunter2\"}", "rw-------");
    FloorUnfit unfit = assertThrows(FloorUnfit.class, () -> SignInFile.take(file));
    assertFalse(String.valueOf(unfit.getMessage()).contains("hunter2"));
    assertFalse(Files.exists(file));
  }

  @Test
  void aDeskKeepsTheNameThatWasMadeForIt() {
    Path desk = folder.resolve("desk");
    var name = DeskName.in(desk, new Random(1));
    assertEquals(name, DeskName.in(desk, new Random(2)));
    assertTrue(name.code().matches("DESK-[A-Z2-9]{6}"), name.code());
  }

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("sign-in.json"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }
}
