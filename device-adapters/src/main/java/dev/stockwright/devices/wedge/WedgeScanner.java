package dev.stockwright.devices.wedge;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.ScanDelivery;
import dev.stockwright.devices.ScanListener;
import dev.stockwright.devices.ScanSource;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// All scanners that type at one desk, as one source of scans: nobody can tell one keyboard from
/// another. It is not known before its first scan; from then on it is ready, and degraded after
/// three bursts in a row that were no scan. Any thread may hand over what the detector heard.
public final class WedgeScanner implements ScanSource {
  /// Its usual name.
  public static final DeviceId KEYBOARD = new DeviceId("keyboard");

  private static final int REFUSED_MAX = 3;
  private static final Duration BOUNCE_WINDOW = Duration.ofMillis(250);

  private final DeviceId source;
  private final ScanDelivery delivery;
  private int refusedInARow;

  public WedgeScanner(DeviceId source, InstantSource clock) {
    this.source = source;
    this.delivery = new ScanDelivery(source, false, BOUNCE_WINDOW, clock);
  }

  /// Takes a scan that was typed.
  public void scanned(Heard.Scanned scan) {
    Scan.Raw data = raw(scan.text());
    judge(ScanReader.noise(data));
    delivery.read(raw(scan.typed()), data);
  }

  /// Takes a burst that was no scan.
  public void refused(Heard.Refused burst) {
    judge(true);
    delivery.refuse(burst.code(), burst.told(), raw(burst.typed()));
  }

  /// The bytes that a scanner with a line would have sent: UTF-8, unless the characters are bytes
  /// of UTF-8 already, typed one by one.
  public static Scan.Raw raw(String text) {
    boolean bytes = text.chars().allMatch(c -> c <= 0xFF);
    byte[] single = text.getBytes(StandardCharsets.ISO_8859_1);
    return new Scan.Raw(bytes && isUtf8(single) ? single : text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private synchronized void judge(boolean unreadable) {
    refusedInARow = unreadable ? refusedInARow + 1 : 0;
    if (refusedInARow == 0) {
      delivery.state(DeviceState.READY, Told.of(LineReason.TYPES_HERE));
    } else if (refusedInARow >= REFUSED_MAX) {
      delivery.state(DeviceState.DEGRADED, Told.of(LineReason.TYPES_UNREADABLE));
    }
  }

  @Override
  public DeviceId source() {
    return source;
  }

  @Override
  public DeviceHealth health() {
    return delivery.health();
  }

  @Override
  public void start(ScanListener listener) {
    delivery.start(listener);
    delivery.state(DeviceState.CONFIGURED, Told.of(LineReason.NONE_TYPED));
  }

  @Override
  public void close() {
    delivery.close();
    delivery.state(DeviceState.CONFIGURED, Told.of(LineReason.CLOSED));
  }
}
