package dev.stockwright.desktop;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A scanner at a pseudo-terminal of socat: the app opens [#device], the test pulls the trigger.
final class SerialGun implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/socat"),
          Path.of("/usr/local/bin/socat"),
          Path.of("/opt/homebrew/bin/socat"));

  private final Path device;
  private final Process socat;
  private final OutputStream line;

  private SerialGun(Path device, Process socat, OutputStream line) {
    this.device = device;
    this.socat = socat;
    this.line = line;
  }

  /// Whether socat is installed; without it there is no line.
  static boolean possible() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  static SerialGun in(Path folder) throws IOException {
    return in(folder, "scanner");
  }

  /// One of several, told apart by their names.
  static SerialGun in(Path folder, String name) throws IOException {
    Path device = folder.resolve(name + "-line");
    Path gunEnd = folder.resolve(name + "-gun");
    String end = "PTY,raw,echo=0,link=";
    Path says = folder.resolve(name + "-socat.log");
    Process socat =
        new ProcessBuilder("socat", "-d", "-d", end + device, end + gunEnd)
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();
    // The links are there before the ends are raw.
    while (!Files.readString(says).contains("starting data transfer loop")) {
      if (!socat.isAlive()) {
        throw new IOException("socat ended with " + socat.exitValue());
      }
      Thread.onSpinWait();
    }
    return new SerialGun(device, socat, Files.newOutputStream(gunEnd));
  }

  String device() {
    return device.toString();
  }

  /// Sends what a scanner sends for an EAN-13: AIM identifier, digits, carriage return.
  void scan(String ean) {
    send("]E0" + ean + "\r");
  }

  /// Sends bytes as they stand.
  void send(String bytes) {
    try {
      line.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      line.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to the serial line", e);
    }
  }

  @Override
  public void close() throws IOException {
    socat.destroy();
    socat.onExit().join();
    line.close();
  }
}
