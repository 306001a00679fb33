package dev.stockwright.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<ScriptedServer> servers = new ArrayList<>();

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSecondStartFindsTheSamePeopleAndLoadsNothingAgain() throws Exception {
    Ready first = run(TODAY);
    assertEquals(770, servers.getFirst().accepted.size());
    assertEquals(13, first.signIns().size());
    assertEquals(ProcessHandle.current().pid(), first.pid());
    Ready second = run(TODAY.plusDays(30));
    assertEquals(first.signIns(), second.signIns());
    assertEquals(0, servers.getLast().accepted.size());
  }

  private Ready run(LocalDate today) throws Exception {
    printed.reset();
    Ready ready;
    Path file = folder.resolve("ready.json");
    try (Demo demo = demo()) {
      demo.start(folder, 0, false, today);
      ready = Wire.jsonb().type(Ready.class).fromJson(Files.readString(file));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals("http://localhost:" + servers.getLast().port(), ready.url());
      assertEquals(
          1,
          lines().stream().filter(("Stockwright is ready: " + ready.url())::equals).count(),
          () -> lines().toString());
      for (SignIn signIn : ready.signIns()) {
        assertFalse(lines().toString().contains(signIn.password()), "a password was printed");
      }
    }
    assertFalse(Files.exists(file), "ready.json must go when the demo stops");
    assertFalse(Files.exists(folder.resolve("postgres").resolve("postmaster.pid")));
    return ready;
  }

  @Test
  void aPortInUseIsSaidAndNothingIsLeftRunning() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Demo demo = demo()) {
      DemoUnfit unfit =
          assertThrows(
              DemoUnfit.class, () -> demo.start(folder, taken.getLocalPort(), false, TODAY));
      assertTrue(
          String.valueOf(unfit.getMessage()).startsWith("Port " + taken.getLocalPort()),
          unfit.getMessage());
    }
    assertFalse(Files.exists(folder.resolve("postgres")));
  }

  @Test
  void aSecondDemoOnTheSameFolderIsToldWhoHasIt() {
    try (DemoFolder first = DemoFolder.take(folder);
        Demo second = demo()) {
      assertTrue(Files.exists(first.path("demo.lock")));
      DemoUnfit unfit = assertThrows(DemoUnfit.class, () -> second.start(folder, 0, false, TODAY));
      assertTrue(
          String.valueOf(unfit.getMessage())
              .contains("process " + ProcessHandle.current().pid() + ")"),
          unfit.getMessage());
    }
  }

  @Test
  void aFolderThatLostItsSignInsIsNotStartedWithWrongOnes() throws Exception {
    Files.writeString(folder.resolve("loaded.txt"), "");
    Files.createDirectories(folder.resolve("postgres"));
    try (Demo demo = demo()) {
      DemoUnfit unfit = assertThrows(DemoUnfit.class, () -> demo.start(folder, 0, false, TODAY));
      assertTrue(String.valueOf(unfit.getMessage()).contains("sign-ins.json"), unfit.getMessage());
    }
  }

  @Test
  void whatAKilledDemoLeftIsRemoved() throws Exception {
    Files.writeString(folder.resolve("ready.json"), "{}");
    DemoFolder.take(folder).close();
    assertFalse(Files.exists(folder.resolve("ready.json")));
  }

  @Test
  void optionsAreReadAndWrongOnesAreNamed() {
    DemoOptions options =
        DemoOptions.of(new String[] {"--no-window", "--port", "0", "--data=/tmp/x"});
    assertEquals(
        new DemoOptions(false, 0, java.util.Optional.of(Path.of("/tmp/x")), false), options);
    for (String[] wrong :
        new String[][] {{"--prot", "1"}, {"--port"}, {"--port", "70000"}, {"--port", "-1"}}) {
      assertThrows(DemoUnfit.class, () -> DemoOptions.of(wrong), () -> String.join(" ", wrong));
    }
  }

  private Demo demo() {
    return new Demo(
        Path.of("..").toAbsolutePath().normalize(),
        (database, at, port, people) -> {
          ScriptedServer server = new ScriptedServer(port);
          server.people.addAll(people);
          servers.add(server);
          return server;
        },
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
