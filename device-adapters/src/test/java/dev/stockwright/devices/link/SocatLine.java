package dev.stockwright.devices.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A serial line made by socat, with another address at its other end.
public final class SocatLine implements AutoCloseable {
  private final Path device;
  private final Process socat;

  private SocatLine(Path device, Process socat) {
    this.device = device;
    this.socat = socat;
  }

  /// The two ends of a line in a directory: `a` and `b`.
  public static SocatLine ends(Path directory) throws IOException, InterruptedException {
    Path other = directory.resolve("b");
    return to(directory, "PTY,link=" + other + ",raw,echo=0");
  }

  /// A line at `a` whose other end is any address of socat, such as `TCP:127.0.0.1:9100`.
  public static SocatLine to(Path directory, String address)
      throws IOException, InterruptedException {
    boolean here =
        Files.isExecutable(Path.of("/usr/bin/socat"))
            || Files.isExecutable(Path.of("/usr/local/bin/socat"))
            || Files.isExecutable(Path.of("/opt/homebrew/bin/socat"));
    Assumptions.assumeTrue(
        here, "socat is not installed, and without it there is no serial line to test with");
    Path device = directory.resolve("a");
    Path says = directory.resolve("socat.log");
    Process socat =
        new ProcessBuilder("socat", "-d", "-d", "PTY,link=" + device + ",raw,echo=0", address)
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();
    SocatLine line = new SocatLine(device, socat);
    // The links are there before the ends are raw, and before the other address is reached.
    while (!Files.readString(says).contains("starting data transfer loop")) {
      line.mustLive();
    }
    return line;
  }

  private void mustLive() throws IOException, InterruptedException {
    if (!socat.isAlive()) {
      throw new IOException("socat ended with " + socat.exitValue());
    }
    Thread.sleep(1);
  }

  public String device() {
    return device.toString();
  }

  public String otherEnd() {
    return device.resolveSibling("b").toString();
  }

  /// Pulls the cable; the device's path vanishes.
  public void unplug() {
    socat.destroy();
    socat.onExit().join();
  }

  @Override
  public void close() {
    unplug();
  }
}
