package dev.stockwright.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.desk.DeskSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
  @Test
  void laterPlacesWin(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("server.properties"),
            "http.port = 1001\nhttp-host = 10.0.0.1\ndesk.linger = 2ms\nlimit.body=1MiB\n");
    ServerSettings settings =
        ServerSettings.read(
            new String[] {"--config", file.toString(), "--desk.linger=7ms"},
            Map.of("STOCKWRIGHT_HTTP_PORT", "1002", "STOCKWRIGHT_DESK_LINGER", "3ms", "PATH", "x"));
    assertEquals(1002, settings.http().port());
    assertEquals("10.0.0.1", settings.http().host());
    assertEquals(Duration.ofMillis(7), settings.desk().linger());
    assertEquals(1 << 20, settings.limits().bodyBytes());
    assertEquals(1_024, settings.desk().batchMax());
  }

  @Test
  void aDeskWithoutSettingsIsTheStandardOne() {
    ServerSettings.Desk desk = ServerSettings.read(new String[0], Map.of()).desk();
    DeskSettings standard = DeskSettings.standard();
    assertEquals(standard.writers(), desk.writers());
    assertEquals(standard.batchMax(), desk.batchMax());
    assertEquals(standard.queueMax(), desk.queueMax());
    assertEquals(standard.linger(), desk.linger());
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlace(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("s.properties"), "http.prot = 1\n");
    assertTrue(message("--config", file.toString()).contains("http.prot"));
    assertTrue(message("--config", file.toString()).contains("s.properties"));
    assertTrue(message("--nonsense", "1").contains("nonsense"));
    SettingsUnfit variable =
        assertThrows(
            SettingsUnfit.class,
            () -> ServerSettings.read(new String[0], Map.of("STOCKWRIGHT_HTTP_PROT", "1")));
    assertTrue(String.valueOf(variable.getMessage()).contains("STOCKWRIGHT_HTTP_PROT"));
  }

  @ParameterizedTest
  @CsvSource({
    "http.port,70000",
    "http.port,-1",
    "http.port,x",
    "http.port,8080.5",
    "desk.linger,5",
    "desk.linger,-5s",
    "sign-in.session,tomorrow",
    "limit.body,1GiB",
    "log.format,xml",
    "database.url,mysql://x",
  })
  void aValueThatCannotBeUsedIsNamed(String key, String value) {
    String message = message("--" + key, value);
    assertTrue(message.contains(key), message);
  }

  @Test
  void aSecretIsNeverShown() {
    ServerSettings settings =
        ServerSettings.of(
            Map.of("database.url", "jdbc:postgresql://h/d", "database.password", "canary-secret"));
    assertFalse(settings.toString().contains("canary-secret"), settings.toString());
  }

  @Test
  void aFileThatIsNotThereIsSaidInASentence() {
    assertTrue(message("--config", "/nowhere/at/all").contains("/nowhere/at/all"));
  }

  @Test
  void theHelpNamesEverySetting() {
    for (Setting setting : Setting.values()) {
      assertTrue(ServerSettings.help().contains(setting.key()), setting.key());
      assertTrue(ServerSettings.help().contains(setting.variable()), setting.variable());
    }
  }

  private static String message(String... arguments) {
    return String.valueOf(
        assertThrows(SettingsUnfit.class, () -> ServerSettings.read(arguments, Map.of()))
            .getMessage());
  }
}
