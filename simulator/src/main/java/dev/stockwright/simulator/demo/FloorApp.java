package dev.stockwright.simulator.demo;

import dev.stockwright.protocol.Wire;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The floor app as a process of its own, with a simulated scanner. Its sign-in is handed over in a
/// file that only the owner can read and that the app removes when it has read it; what it prints
/// goes to `floor.log` in the demo's folder.
final class FloorApp implements AutoCloseable {
  private final Process process;

  private FloorApp(Process process) {
    this.process = process;
  }

  /// Whether a window can be shown on a machine with this environment.
  static boolean hasDisplay(Map<String, String> environment, String os) {
    String name = os.toLowerCase(Locale.ROOT);
    return name.startsWith("mac")
        || name.startsWith("windows")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /// @param home the project's folder
  /// @param devices simulated ones that it shows and uses
  /// @throws DemoUnfit when the app has not been built or cannot be started
  static FloorApp open(
      Path home, DemoFolder folder, URI server, SignIn signIn, List<DemoDevice> devices) {
    Path target = home.resolve("client-javafx").resolve("target");
    Path jar = target.resolve("client-javafx.jar");
    if (!Files.exists(jar)) {
      throw new DemoUnfit("The floor app is not built; start with ./stockwright floor");
    }
    String credentials =
        Wire.jsonb()
            .type(Credentials.class)
            .toJson(new Credentials(signIn.user(), signIn.password()));
    Path file = folder.write("floor-sign-in.json", credentials);
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.timezone=UTC",
            "-Dstockwright.home=" + home,
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx512m",
            "dev.stockwright.desktop.DesktopMain",
            "--server",
            server.toString(),
            "--sign-in-file",
            file.toString(),
            "--data",
            folder.path("floor").toString(),
            "--simulated-scanner"));
    for (DemoDevice device : devices) {
      command.add("--" + device.kind());
      // A reader says itself that it is simulated; a printer has no way to.
      command.add((device.kind().equals("printer") ? "simulated-printer=" : "") + device.address());
    }
    try {
      return new FloorApp(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.path("floor.log").toFile())
              .start());
    } catch (IOException e) {
      throw new DemoUnfit("The floor app cannot be started: " + e, e);
    }
  }

  /// Runs `then` when the app has ended.
  void onEnd(Runnable then) {
    Thread.ofVirtual()
        .name("floor-app-end")
        .start(
            () -> {
              process.onExit().join();
              then.run();
            });
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(3, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
