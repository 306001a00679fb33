package dev.stockwright.devices.framing;

import dev.stockwright.devices.framing.Frame.Cause;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.vocabulary.Scan;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a stream of bytes into frames.
///
/// Where the stream is torn into reads plays no role: [#accept] looks at bytes only. Time counts
/// through [#silent] alone, which the reader calls after it has *seen* that nothing came; the
/// distance of two reads proves nothing, because a busy machine reads late what came in time.
///
/// A scanner does not change its ending from scan to scan. So after a frame that ended with a mark,
/// silence ends the next ones only when it lasts [#AFTER_MARK] times as long: a wireless scanner
/// may
/// pause inside a scan. Two frames in a row without a mark show that it has no ending.
///
/// Nothing vanishes: each byte is part of a frame, complete or refused, except the marks, and the
/// rest of a frame that was refused as too long. GS (0x1D) is data like any other. One owner, not
/// thread-safe.
public final class Framer {
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;

  private static final double AFTER_MARK = 2.5;
  private static final int MARKLESS = 2;

  private final Framing framing;
  private final boolean stxEtx;
  private final boolean silenceEnds;
  private byte[] bytes = new byte[128];
  private int size;
  private boolean inside; // Between STX and ETX.
  private int markless = MARKLESS; // Frames since the last one that ended with a mark.
  private boolean skipping; // The rest of a frame that was too long.
  private long lastByteNanos;

  public Framer(Framing framing) {
    this.framing = framing;
    this.stxEtx = framing.marks().contains(Mark.STX_ETX);
    this.silenceEnds = framing.marks().contains(Mark.SILENCE);
  }

  /// Takes the first `length` bytes of a read.
  ///
  /// @param nowNanos a monotonic time, after the read
  public void accept(byte[] read, int length, long nowNanos, Consumer<Frame> frames) {
    for (int i = 0; i < length; i++) {
      accept(read[i], frames);
    }
    if (length > 0) {
      lastByteNanos = nowNanos;
    }
  }

  /// Whether a frame was begun and silence may end it.
  public boolean pending() {
    return size > 0 || inside || skipping;
  }

  /// The line was seen silent since the last byte and until this time.
  public void silent(long untilNanos, Consumer<Frame> frames) {
    boolean complete = silenceEnds && !inside && !skipping;
    long enough =
        complete
            ? (long) (framing.gap().toNanos() * (markless < MARKLESS ? AFTER_MARK : 1))
            : framing.patience().toNanos();
    if (!pending() || untilNanos - lastByteNanos < enough) {
      return;
    }
    if (complete) {
      complete(frames);
      markless++;
    } else {
      abandon(frames);
    }
  }

  /// The line is gone: what was begun will not be finished.
  public void abandon(Consumer<Frame> frames) {
    if (size > 0) {
      refuse(Cause.UNFINISHED, frames);
    }
    inside = false;
    skipping = false;
  }

  private void accept(byte b, Consumer<Frame> frames) {
    if (stxEtx && b == STX) {
      begin(frames);
    } else if (ends(b)) {
      inside = false;
      if (skipping) {
        skipping = false;
      } else {
        markless = size > 0 ? 0 : markless;
        complete(frames);
      }
    } else if (!skipping && !betweenFrames(b)) {
      append(b, frames);
    }
  }

  /// With STX and ETX as the only marks, a line end behind the ETX is a suffix and no data.
  private boolean betweenFrames(byte b) {
    return stxEtx && !inside && size == 0 && (b == '\r' || b == '\n');
  }

  private boolean ends(byte b) {
    if (stxEtx && b == ETX) {
      return true;
    }
    return !inside
        && switch (b) {
          case '\r' -> framing.marks().contains(Mark.CR);
          case '\n' -> framing.marks().contains(Mark.LF);
          case '\t' -> framing.marks().contains(Mark.TAB);
          default -> false;
        };
  }

  /// A new frame begins although the one before has no end: where silence may end a frame, that
  /// one is whole; otherwise its end was lost.
  private void begin(Consumer<Frame> frames) {
    if (!inside && silenceEnds && !skipping) {
      complete(frames);
    } else {
      abandon(frames);
    }
    inside = true;
    skipping = false;
  }

  private void append(byte b, Consumer<Frame> frames) {
    if (size == framing.maxBytes()) {
      refuse(Cause.TOO_LONG, frames);
      skipping = true;
      return;
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(framing.maxBytes(), size * 2));
    }
    bytes[size++] = b;
  }

  private void complete(Consumer<Frame> frames) {
    int length = withoutLineEnd();
    boolean noise = false;
    for (int i = 0; i < length; i++) {
      noise |= noise(bytes[i]);
    }
    if (length == 0) {
      size = 0;
    } else if (noise) {
      refuse(Cause.NOISE, frames);
    } else {
      Scan.Raw raw = new Scan.Raw(Arrays.copyOf(bytes, length));
      size = 0;
      frames.accept(new Frame.Complete(raw));
    }
  }

  /// Where line ends are no marks they may stand inside a code; one at the very end is still the
  /// scanner's suffix.
  private int withoutLineEnd() {
    int length = size;
    if (inside || framing.marks().contains(Mark.CR) || framing.marks().contains(Mark.LF)) {
      return length;
    }
    if (length > 0 && bytes[length - 1] == '\n') {
      length--;
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    return length;
  }

  /// Control characters that no code carries. Allowed are tab and line ends, and EOT, FS, GS, RS,
  /// US, which structured codes use. Bytes from 0x80 on are left to the reading of the text.
  private static boolean noise(byte b) {
    return b >= 0 && b < 0x1C && b != '\t' && b != '\r' && b != '\n' && b != 0x04 || b == 0x7F;
  }

  private void refuse(Cause cause, Consumer<Frame> frames) {
    Scan.Raw raw = new Scan.Raw(Arrays.copyOf(bytes, size));
    size = 0;
    frames.accept(new Frame.Refused(cause, raw));
  }
}
