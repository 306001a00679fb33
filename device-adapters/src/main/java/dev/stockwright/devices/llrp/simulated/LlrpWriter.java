package dev.stockwright.devices.llrp.simulated;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes messages and parameters of LLRP 1.0.1, one after another, into one array that grows. Used
/// again after [#take].
final class LlrpWriter {
  private static final int VERSION = 1;

  private byte[] bytes = new byte[1024];
  private int length;

  /// Begins a message.
  ///
  /// @return its place, for [#endMessage]
  int message(int type, long id) {
    int at = length;
    return u16(VERSION << 10 | type).u32(0).u32(id).since(at);
  }

  /// Ends the message that began there.
  void endMessage(int at) {
    put32(at + 2, length - at);
  }

  /// Begins a TLV parameter.
  ///
  /// @return its place, for [#end]
  int begin(int type) {
    int at = length;
    return u16(type).u16(0).since(at);
  }

  /// Ends the parameter that began there.
  void end(int at) {
    int size = length - at;
    bytes[at + 2] = (byte) (size >> 8);
    bytes[at + 3] = (byte) size;
  }

  /// The type byte of a TV parameter; its value follows.
  LlrpWriter tv(int type) {
    return u8(0x80 | type);
  }

  LlrpWriter u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  LlrpWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  LlrpWriter u32(long value) {
    room(4);
    put32(length, value);
    length += 4;
    return this;
  }

  LlrpWriter u64(long value) {
    return u32(value >>> 32).u32(value);
  }

  LlrpWriter raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  /// A text behind its length in two bytes.
  LlrpWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u16(utf8.length).raw(utf8);
  }

  /// What was written; begins anew.
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  int length() {
    return length;
  }

  private int since(int at) {
    return at;
  }

  private void put32(int at, long value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
