package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.config.SettingsUnfit;
import dev.stockwright.server.security.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  private final TestHouse house = TestHouse.shared();

  @Test
  void aPortInUseIsSaidInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SettingsUnfit unfit =
          assertThrows(
              SettingsUnfit.class,
              () ->
                  StockwrightServer.start(
                      house.settings(Map.of("http.port", "" + taken.getLocalPort())),
                      TestHouse.wiring(new ScriptedDesk())));
      assertTrue(
          String.valueOf(unfit.getMessage()).contains("port " + taken.getLocalPort()),
          unfit.getMessage());
    }
  }

  @Test
  void aDatabaseThatIsAwayEndsTheStartWithOneSentence(@TempDir Path folder) throws Exception {
    String said =
        serve(
            ServerMain.EXIT_DATABASE,
            Map.of(),
            "--data",
            folder.toString(),
            "--database.url",
            "jdbc:postgresql://127.0.0.1:1/x");
    assertTrue(said.startsWith("Stockwright did not start. PostgreSQL cannot be reached"), said);
  }

  @Test
  void settingsThatCannotBeUsedEndTheStartWithOneSentence(@TempDir Path folder) throws Exception {
    String said = serve(ServerMain.EXIT_SETTINGS, Map.of("STOCKWRIGHT_COLOUR", "red"));
    assertTrue(said.contains("STOCKWRIGHT_COLOUR"), said);
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertTrue(
        serve(ServerMain.EXIT_SETTINGS, Map.of(), "--data", file.resolve("sub").toString())
            .contains("data.folder"));
  }

  @Test
  void aPortInUseEndsTheStartWithOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var place = house.settings(Map.of()).database().orElseThrow();
      String said =
          serve(
              ServerMain.EXIT_SETTINGS,
              Map.of("STOCKWRIGHT_DATABASE_URL", place.url()),
              "--database.user",
              place.user(),
              "--http.host=127.0.0.1",
              "--port",
              "" + taken.getLocalPort(),
              "--data",
              house.folder().resolve("data").toString());
      assertTrue(said.contains("port " + taken.getLocalPort()), said);
    }
  }

  @Test
  void helpIsHelp() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        ServerMain.serve(
            new String[] {"--help"},
            Map.of(),
            TestHouse.wiring(new ScriptedDesk()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err);
    assertEquals(0, exit);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("STOCKWRIGHT_HTTP_PORT"));
  }

  @Test
  void aLostPepperIsNoticedBeforeNobodyCanSignIn(@TempDir Path folder) {
    SettingsUnfit unfit =
        assertThrows(
            SettingsUnfit.class,
            () ->
                StockwrightServer.start(
                    house.settings(Map.of("data.folder", folder.toString())),
                    TestHouse.wiring(new ScriptedDesk())));
    assertTrue(String.valueOf(unfit.getMessage()).contains("pepper"), unfit.getMessage());
  }

  @Test
  void theFirstSignInIsForItsOwnerOnlyAndWorks() throws Exception {
    Path file = house.folder().resolve("data/first-sign-in.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(house.folder().resolve("data/pepper"))));
    Caller.Heard in = house.caller().post("/api/v1/sessions", "", Files.readString(file));
    assertEquals(201, in.status(), in.body());
    assertEquals("admin", in.text("role"));
  }

  @Test
  void aPrivateFileIsNeverWrittenOver(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("secret");
    PrivateFile.create(file, "one");
    assertThrows(
        java.nio.file.FileAlreadyExistsException.class, () -> PrivateFile.create(file, "two"));
    assertEquals("one", Files.readString(file));
  }

  @Test
  void aServerThatStopsIsNotReadyAndThenGone() throws Exception {
    StockwrightServer second =
        StockwrightServer.start(
            house.settings(Map.of("http.drain", "1s")), TestHouse.wiring(new ScriptedDesk()));
    Caller caller = new Caller(second.url());
    assertEquals(200, caller.get("/health/ready", "").status());
    Thread closing = Thread.ofVirtual().start(second::close);
    int status = 200;
    while (status == 200) {
      status = caller.get("/health/ready", "").status();
    }
    assertEquals(503, status);
    closing.join();
    assertThrows(RuntimeException.class, () -> caller.get("/health/live", ""));
  }

  @Test
  void itsHealthAndFiguresAreThere() {
    Caller caller = house.caller();
    assertEquals(
        "{\"status\":\"up\",\"checks\":{\"database\":\"up\",\"disk\":\"up\",\"stopping\":false}}",
        caller.get("/health", "").body());
    assertEquals("{\"status\":\"up\"}", caller.get("/health/live", "").body());
    caller.post("/api/v1/commands", house.token("ana"), "[7]");
    String figures = caller.get("/metrics", "").body();
    for (String name :
        new String[] {
          "stockwright_http_requests_seconds_bucket",
          "stockwright_answers_total{outcome=\"refused_malformed\"}",
          "stockwright_desk_waiting",
          "stockwright_desk_silence_seconds",
          "stockwright_database_connections{pool=\"commands\",state=\"idle\"}",
          "stockwright_database_waiting{pool=\"reads\"}",
          "stockwright_sessions",
          "jvm_memory_used_bytes"
        }) {
      assertTrue(figures.contains(name), name);
    }
    assertFalse(figures.contains("HM-0500"));
  }

  private String serve(int exit, Map<String, String> environment, String... arguments)
      throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(
        exit,
        ServerMain.serve(
            arguments,
            environment,
            TestHouse.wiring(new ScriptedDesk()),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8)));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count(), said);
    return said;
  }
}
