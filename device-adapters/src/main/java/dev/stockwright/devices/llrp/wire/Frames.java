package dev.stockwright.devices.llrp.wire;

import static dev.stockwright.devices.llrp.wire.Frame.Message.HEADER;

import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream of bytes into frames, however the bytes are split on their way.
///
/// A length is believed only up to [#LENGTH_MAX], and memory is taken for bytes that came, never
/// for bytes that were announced. After a [Frame.Broken] there are no more frames. Owned by one
/// thread.
public final class Frames {
  /// Largest frame that is taken. A reader that buffers a thousand tags sends less than 100 kB.
  public static final int LENGTH_MAX = 1 << 20;

  private static final int BUFFER_MIN = 16 * 1024;

  private byte[] buffer = new byte[BUFFER_MIN];
  private int start;
  private int end;
  private boolean broken;

  /// Takes the next bytes of the stream. Call [#next] until it is empty before the next call.
  public void accept(byte[] bytes, int length) {
    if (broken) {
      return;
    }
    if (buffer.length - end < length) {
      makeRoom(length);
    }
    System.arraycopy(bytes, 0, buffer, end, length);
    end += length;
  }

  private void makeRoom(int length) {
    int kept = end - start;
    int needed = kept + length;
    byte[] larger =
        needed <= buffer.length
            ? buffer
            : new byte[Math.max(needed, Math.min(2 * buffer.length, LENGTH_MAX))];
    System.arraycopy(buffer, start, larger, 0, kept);
    buffer = larger;
    start = 0;
    end = kept;
  }

  /// The next frame, when it is complete.
  public Optional<Frame> next() {
    if (broken || end - start < HEADER) {
      return Optional.empty();
    }
    int head = BigEndian.u16(buffer, start);
    int version = head >> 10 & 7;
    if (head >> 13 != 0 || version == 0 || version > 3) {
      return broken(
          "not_llrp", 0, "What answers at this address does not speak LLRP; check host and port.");
    }
    long length = BigEndian.u32(buffer, start + 2);
    if (length < HEADER) {
      return broken(
          "length_too_small",
          2,
          "A message says it is " + length + " bytes long; 10 is the least.");
    }
    if (length > LENGTH_MAX) {
      return broken(
          "length_too_large",
          2,
          "A message says it is " + length + " bytes long; " + LENGTH_MAX + " is the most.");
    }
    if (end - start < length) {
      return Optional.empty();
    }
    int stop = start + (int) length;
    Frame.Message message =
        new Frame.Message(
            version,
            head & 0x3ff,
            BigEndian.u32(buffer, start + 6),
            Arrays.copyOfRange(buffer, start, stop));
    start = stop;
    if (start == end) {
      start = 0;
      end = 0;
      if (buffer.length > 4 * BUFFER_MIN) {
        buffer = new byte[BUFFER_MIN];
      }
    }
    return Optional.of(message);
  }

  private Optional<Frame> broken(String code, int at, String message) {
    broken = true;
    buffer = new byte[0];
    start = 0;
    end = 0;
    return Optional.of(new Frame.Broken(new Malformed(code, at, message)));
  }

  /// Bytes of memory that are held.
  int held() {
    return buffer.length;
  }
}
