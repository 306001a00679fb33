package dev.stockwright.devices.framing;

import dev.stockwright.devices.framing.Frame.Cause;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.vocabulary.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Cuts a stream of bytes into frames.
///
/// Where the stream is torn into reads plays no role: [#accept] looks at bytes only. Time counts
/// through [#silent] alone, which the reader calls after it has *seen* that nothing came; the
/// distance of two reads proves nothing, because a busy machine reads late what came in time.
///
/// A scanner does not change its ending from scan to scan. So after a frame that ended with a mark,
/// silence ends the next ones only when it lasts [#AFTER_MARK] times as long: a wireless scanner
/// may pause inside a scan. Two frames in a row without a mark show that it has no ending.
///
/// A piece of a scan never becomes stock. Until a scanner has shown that it has no ending, what may
/// be the beginning of a code of goods waits for its end through pauses up to the patience; without
/// an end it is refused where the scanner has shown an ending. What comes next, before a second of
/// silence, may be the rest of it: it is refused where it names goods and has no beginning of its
/// own (STX or an AIM identifier). A frame with a pause inside that may be two scans is refused.
///
/// Nothing vanishes: each byte is part of a frame, complete or refused, except the marks, and the
/// rest of a frame that was refused as too long. GS (0x1D) is data like any other. One owner, not
/// thread-safe.
public final class Framer {
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;

  private static final double AFTER_MARK = 2.5;
  private static final int MARKLESS = 2;

  /// Silence after which what comes is no rest of a scan before.
  private static final long APART_NANOS = 1_000_000_000L;

  /// What the scanner has shown of its ending.
  private enum Ending {
    UNKNOWN,
    SHOWN,
    NONE
  }

  private final Framing framing;
  private final Pieces pieces;
  private final boolean stxEtx;
  private final boolean silenceEnds;
  private final boolean hasMarks;
  private byte[] bytes = new byte[128];
  private int size;
  private boolean inside; // Between STX and ETX.
  private boolean began; // The frame began with STX.
  private boolean marked; // A frame has ended with a mark.
  private int markless; // Frames since the last one that ended with a mark.
  private boolean afterCut; // The frame before was refused as unfinished, a moment ago.
  private boolean afterSilence; // Silence ended the frame before, a moment ago.
  private final List<Integer> pauses = new ArrayList<>(); // Where the line was silent in it.
  private boolean skipping; // The rest of a frame that was too long.
  private long lastByteNanos;

  /// A framer for a scanner that puts nothing around a code.
  public Framer(Framing framing) {
    this(framing, Wrapping.NONE);
  }

  public Framer(Framing framing, Wrapping wrapping) {
    this(framing, Pieces.of(wrapping));
  }

  Framer(Framing framing, Pieces pieces) {
    this.framing = framing;
    this.pieces = pieces;
    this.stxEtx = framing.marks().contains(Mark.STX_ETX);
    this.silenceEnds = framing.marks().contains(Mark.SILENCE);
    this.hasMarks = !framing.marks().equals(Set.of(Mark.SILENCE));
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
    long silence = untilNanos - lastByteNanos;
    if (silence >= APART_NANOS) {
      afterCut = false;
      afterSilence = false;
    }
    if (!pending() || silence < gapNanos()) {
      return;
    }
    long patience = framing.patience().toNanos();
    if (!silenceEnds || inside || skipping) {
      pause();
      if (silence >= patience) {
        abandon(frames);
      }
    } else if (!mustHaveAnEnd() || silence >= Math.max(patience, gapNanos())) {
      endBySilence(frames);
    } else {
      pause();
    }
  }

  private long gapNanos() {
    return (long) (framing.gap().toNanos() * (ending() == Ending.SHOWN ? AFTER_MARK : 1));
  }

  private Ending ending() {
    if (markless >= MARKLESS) {
      return Ending.NONE;
    }
    return marked ? Ending.SHOWN : Ending.UNKNOWN;
  }

  private boolean mustHaveAnEnd() {
    return ending() != Ending.NONE && pieces.mayBeGoods(raw(0, size));
  }

  private void pause() {
    if (!inside && !skipping && (pauses.isEmpty() || pauses.getLast() != size)) {
      pauses.add(size);
    }
  }

  private void endBySilence(Consumer<Frame> frames) {
    List<Scan.Raw> parts = parts();
    boolean restOfACut = afterCut;
    if (ending() == Ending.SHOWN && mustHaveAnEnd()) {
      refuse(Cause.UNFINISHED, frames);
      if (restOfACut) {
        return; // Pieces of one scan show once that its ending is missing.
      }
    } else if (parts.size() > 1
        && parts.stream().allMatch(pieces::isGoods)
        && !pieces.isGoods(raw(0, size))) {
      size = 0;
      pauses.clear();
      parts.forEach(part -> frames.accept(new Frame.Complete(part)));
    } else {
      judge(frames, false);
    }
    afterSilence = true;
    markless++;
  }

  /// Ends a frame that may have pauses inside: where one of its parts names goods and the whole
  /// does not, or the whole and each part do, nobody knows how many scans it is.
  private void judge(Consumer<Frame> frames, boolean byMark) {
    List<Scan.Raw> parts = parts();
    boolean unsure = false;
    if (parts.size() > 1) {
      unsure =
          pieces.isGoods(raw(0, size))
              ? parts.stream().allMatch(pieces::isGoods)
              : parts.stream().anyMatch(pieces::isGoods);
    }
    boolean rest = !began && (afterCut || afterSilence && byMark) && restNamesGoods();
    if (unsure || rest) {
      refuse(Cause.UNFINISHED, frames);
    } else {
      complete(frames);
    }
    if (byMark) {
      afterCut = false;
      afterSilence = false;
    }
  }

  private boolean restNamesGoods() {
    return size > 0 && bytes[0] != ']' && pieces.isGoods(raw(0, size));
  }

  private List<Scan.Raw> parts() {
    List<Scan.Raw> parts = new ArrayList<>();
    int from = 0;
    for (int pause : pauses) {
      if (pause > from && pause < size) {
        parts.add(raw(from, pause));
        from = pause;
      }
    }
    parts.add(raw(from, size));
    return parts;
  }

  private Scan.Raw raw(int from, int to) {
    return new Scan.Raw(Arrays.copyOfRange(bytes, from, to));
  }

  /// The line is gone: what was begun will not be finished.
  public void abandon(Consumer<Frame> frames) {
    if (size > 0) {
      refuse(Cause.UNFINISHED, frames);
    }
    inside = false;
    began = false;
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
        if (size > 0 || afterSilence) {
          markless = 0;
          marked = true;
        }
        judge(frames, true);
        began = false;
      }
    } else if (!skipping && !betweenFrames(b)) {
      append(b, frames);
    }
  }

  /// Line ends between frames belong to an ending of which the settings name only a part, such as
  /// the LF behind a CR.
  private boolean betweenFrames(byte b) {
    return hasMarks && !inside && size == 0 && (b == '\r' || b == '\n');
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
    boolean whole = !inside && silenceEnds && !skipping;
    if (whole && !(ending() == Ending.SHOWN && mustHaveAnEnd())) {
      judge(frames, true);
    } else {
      abandon(frames);
    }
    inside = true;
    began = true;
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
      pauses.clear();
    } else if (noise) {
      refuse(Cause.NOISE, frames);
    } else {
      Scan.Raw raw = raw(0, length);
      size = 0;
      pauses.clear();
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
    Scan.Raw raw = raw(0, size);
    size = 0;
    pauses.clear();
    afterCut = cause == Cause.UNFINISHED;
    frames.accept(new Frame.Refused(cause, raw));
  }
}
