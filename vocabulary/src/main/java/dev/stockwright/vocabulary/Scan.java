package dev.stockwright.vocabulary;

import java.time.Instant;
import java.util.HexFormat;

/// One thing a device saw, uninterpreted: the raw bytes of one frame without its framing.
///
/// @param raw the bytes as they came, AIM identifier and GS (0x1D) included; never trimmed
/// @param data the bytes that are meant: the raw ones without the prefix and suffix that the
///     scanner is set to, and with GS where it sends a substitute; mostly the same
/// @param source which scanner, such as `scanner-1`
/// @param at when the last byte came, by the device's clock
public record Scan(Raw raw, Raw data, DeviceId source, Instant at) {

  /// A scan whose bytes are meant as they came.
  public Scan(Raw raw, DeviceId source, Instant at) {
    this(raw, raw, source, at);
  }

  /// The bytes of one frame; compared by value.
  public static final class Raw {
    private final byte[] bytes;

    public Raw(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    /// The bytes as text: Latin-1, so that every byte survives the way there and back.
    public String text() {
      return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Raw that && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes);
    }
  }

  /// A scan of plain text, as a keyboard or a test types it.
  public static Scan ofText(String text, DeviceId source, Instant at) {
    return new Scan(
        new Raw(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)), source, at);
  }

  /// What is meant, as text, control characters included.
  public String text() {
    return data.text();
  }
}
