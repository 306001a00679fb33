package dev.stockwright.simulator.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A serial line made by socat: a scanner's driver opens [#device], we write as the gun.
public final class SerialLine implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/socat"),
          Path.of("/usr/local/bin/socat"),
          Path.of("/opt/homebrew/bin/socat"));

  private final Path device;
  private final Process socat;
  private final OutputStream gun;

  private SerialLine(Path device, Process socat, OutputStream gun) {
    this.device = device;
    this.socat = socat;
    this.gun = gun;
  }

  /// Whether socat is installed; without it there is no line.
  public static boolean possible() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  public static SerialLine in(Path folder) {
    Path device = folder.resolve("scanner-line");
    Path gunEnd = folder.resolve("gun-line");
    Path says = folder.resolve("socat.log");
    String end = "PTY,raw,echo=0,link=";
    try {
      Process socat =
          new ProcessBuilder("socat", "-d", "-d", end + device, end + gunEnd)
              .redirectErrorStream(true)
              .redirectOutput(says.toFile())
              .start();
      // The links are there before the ends are raw.
      Waiting.until(() -> "a serial line of socat", Duration.ofSeconds(20), () -> begun(says));
      return new SerialLine(device, socat, Files.newOutputStream(gunEnd));
    } catch (IOException e) {
      throw new UncheckedIOException("starting socat", e);
    }
  }

  private static boolean begun(Path says) {
    try {
      return Files.readString(says).contains("starting data transfer loop");
    } catch (IOException e) {
      throw new UncheckedIOException("reading what socat says", e);
    }
  }

  public String device() {
    return device.toString();
  }

  /// The gun sends.
  public void send(String text) {
    try {
      gun.write(text.getBytes(StandardCharsets.ISO_8859_1));
      gun.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to the serial line", e);
    }
  }

  @Override
  public void close() {
    socat.destroy();
    socat.onExit().join();
    try {
      gun.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
