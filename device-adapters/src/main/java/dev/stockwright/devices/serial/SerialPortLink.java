package dev.stockwright.devices.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A line through jSerialComm; the only class that sees that library.
///
/// Reads are semi-blocking: they return with the first bytes. The library rounds waits up to tenths
/// of a second, so short waits ask for the number of waiting bytes instead. An unplugged device
/// shows as -1, and its path disappears, which is looked at too because not every driver says it.
final class SerialPortLink implements SerialLink {
  private static final int POLL_MILLIS = 5;
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final int NO_SUCH_FILE = 2;
  private static final int WINDOWS_ACCESS_DENIED = 5;
  private static final int TRY_AGAIN = 11;
  private static final int NO_PERMISSION = 13;
  private static final int BUSY = 16;

  private final SerialPort port;
  private final String path;

  private SerialPortLink(SerialPort port, String path) {
    this.port = port;
    this.path = path;
  }

  static SerialLink open(SerialSettings settings) throws LinkFailure {
    String path = settings.path();
    if (gone(path)) {
      throw new LinkFailure(notThere(path));
    }
    try {
      SerialPort port = SerialPort.getCommPort(path);
      port.setComPortParameters(
          settings.baud(), settings.dataBits(), stopBits(settings), parity(settings));
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 200, 0);
      if (port.openPort(0)) {
        return new SerialPortLink(port, path);
      }
      throw new LinkFailure(whyNot(path, port.getLastErrorCode()));
    } catch (SerialPortInvalidPortException e) {
      throw new LinkFailure(notThere(path));
    } catch (LinkageError e) {
      throw new LinkFailure(Told.of(LineReason.NO_SERIAL_PORTS, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public int read(byte[] into, Duration wait) throws LinkFailure, InterruptedException {
    if (wait.compareTo(SHORT) < 0) {
      return readSoon(into, wait);
    }
    int length = port.readBytes(into, into.length);
    if (length < 0 || length == 0 && gone(path)) {
      throw new LinkFailure(unplugged());
    }
    return length;
  }

  private int readSoon(byte[] into, Duration wait) throws LinkFailure, InterruptedException {
    for (long waited = 0; waited < wait.toMillis(); waited += POLL_MILLIS) {
      int there = port.bytesAvailable();
      if (there > 0) {
        return port.readBytes(into, Math.min(there, into.length));
      }
      if (there < 0 || gone(path)) {
        throw new LinkFailure(unplugged());
      }
      Thread.sleep(POLL_MILLIS);
    }
    return 0;
  }

  @Override
  public void write(byte[] bytes, Duration wait) throws LinkFailure, InterruptedException {
    long waited = 0;
    for (int from = 0; from < bytes.length; ) {
      int length = port.writeBytes(bytes, bytes.length - from, from);
      if (length < 0 && port.getLastErrorCode() != TRY_AGAIN || gone(path)) {
        throw new LinkFailure(unplugged());
      }
      from += Math.max(0, length);
      if (length <= 0) {
        waited += POLL_MILLIS;
        Thread.sleep(POLL_MILLIS);
      }
      if (waited > wait.toMillis()) {
        throw new LinkFailure(Told.of(LineReason.NOT_TAKING, path));
      }
    }
  }

  @Override
  public void close() {
    port.closePort();
  }

  private static boolean gone(String path) {
    return path.startsWith("/") && !Files.exists(Path.of(path));
  }

  private Told unplugged() {
    return Told.of(LineReason.UNPLUGGED, path);
  }

  private static Told notThere(String path) {
    return Told.of(LineReason.NO_SCANNER, path);
  }

  /// The library says "no such file" also of a port that this very process has open.
  private static Told whyNot(String path, int error) {
    boolean windows = !path.startsWith("/");
    return switch (error) {
      case NO_SUCH_FILE -> windows || gone(path) ? notThere(path) : inUse(path);
      case NO_PERMISSION -> Told.of(LineReason.NOT_ALLOWED, path);
      case BUSY, TRY_AGAIN -> inUse(path);
      default ->
          windows && error == WINDOWS_ACCESS_DENIED
              ? inUse(path)
              : Told.of(LineReason.NOT_OPENED, path, error);
    };
  }

  private static Told inUse(String path) {
    return Told.of(LineReason.IN_USE, path);
  }

  private static int stopBits(SerialSettings settings) {
    return settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
  }

  private static int parity(SerialSettings settings) {
    return switch (settings.parity()) {
      case NONE -> SerialPort.NO_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
    };
  }
}
