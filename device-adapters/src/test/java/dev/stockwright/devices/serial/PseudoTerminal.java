package dev.stockwright.devices.serial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A serial line made by socat: the scanner under test opens [#device], the test writes as the gun.
public final class PseudoTerminal implements AutoCloseable {
  private final Path device;
  private final Process socat;
  private final OutputStream gun;

  private PseudoTerminal(Path device, Process socat, OutputStream gun) {
    this.device = device;
    this.socat = socat;
    this.gun = gun;
  }

  public static void assumeThatSocatIsHere() {
    boolean here =
        Files.isExecutable(Path.of("/usr/bin/socat"))
            || Files.isExecutable(Path.of("/usr/local/bin/socat"))
            || Files.isExecutable(Path.of("/opt/homebrew/bin/socat"));
    Assumptions.assumeTrue(
        here, "socat is not installed, and without it there is no serial line to test with");
  }

  public static PseudoTerminal in(Path directory) throws IOException, InterruptedException {
    Path device = directory.resolve("dev");
    Path gunEnd = directory.resolve("gun");
    Path says = directory.resolve("socat.log");
    String end = "PTY,raw,echo=0,link=";
    Process socat =
        new ProcessBuilder("socat", "-d", "-d", end + device, end + gunEnd)
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();
    // The links are there before the ends are raw: what is written meanwhile may be echoed, or keep
    // socat from making them raw for ever.
    while (!Files.readString(says).contains("starting data transfer loop")) {
      if (!socat.isAlive()) {
        throw new IOException("socat ended with " + socat.exitValue());
      }
      Thread.sleep(1);
    }
    return new PseudoTerminal(device, socat, Files.newOutputStream(gunEnd));
  }

  public String device() {
    return device.toString();
  }

  public void sends(String text) throws IOException {
    sends(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void sends(byte[] bytes) throws IOException {
    gun.write(bytes);
    gun.flush();
  }

  /// Pulls the cable; the device's path vanishes.
  public void unplug() {
    socat.destroy();
    socat.onExit().join();
  }

  @Override
  public void close() throws IOException {
    unplug();
    gun.close();
  }
}
