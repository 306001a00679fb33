package dev.stockwright.server.stream;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.InvalidValue;

/// Guards what a client sends: rate, size, fragments, depth and encoding are checked before a
/// message is read as a frame. Used by the one thread that reads the connection.
final class Inbound {
  private static final int DEPTH_MAX = 16;

  /// What came of a piece of a message.
  sealed interface Heard {
    /// More pieces are to come, or there is nothing to do.
    record Nothing() implements Heard {}

    /// A whole frame.
    record Frame(ClientFrame frame) implements Heard {}

    /// A message that is no frame we know; the session goes on.
    record Puzzle(String code, String message) implements Heard {}

    /// The session must end.
    record Offence(Goodbye goodbye) implements Heard {}
  }

  private static final Heard NOTHING = new Heard.Nothing();

  private final int perSecond;
  private final double burst;
  private final StringBuilder message = new StringBuilder();
  private int fragments;
  private int bytes;
  private double allowance;
  private long countedNanos;

  Inbound(int perSecond, int burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.allowance = burst;
    this.countedNanos = nowNanos;
  }

  /// Counts one frame of any kind; false when the client sends too many.
  boolean counted(long nowNanos) {
    allowance = Math.min(burst, allowance + (nowNanos - countedNanos) * 1e-9 * perSecond);
    countedNanos = nowNanos;
    allowance -= 1;
    return allowance >= 0;
  }

  /// A text frame, or a piece of one.
  Heard text(String piece, boolean last) {
    fragments++;
    bytes += utf8Length(piece);
    if (fragments > StreamSettings.FRAGMENTS || bytes > StreamSettings.MESSAGE_BYTES) {
      return new Heard.Offence(Goodbye.TOO_BIG);
    }
    if (piece.indexOf('\uFFFD') >= 0) {
      // What Helidon puts in place of bytes that are no UTF-8; no frame of ours has it.
      return new Heard.Offence(Goodbye.NOT_UTF8);
    }
    message.append(piece);
    if (!last) {
      return NOTHING;
    }
    String whole = message.toString();
    message.setLength(0);
    fragments = 0;
    bytes = 0;
    return frame(whole);
  }

  private static Heard frame(String json) {
    if (!shallow(json)) {
      return new Heard.Puzzle("invalid_json", "The message is nested too deeply.");
    }
    try {
      return new Heard.Frame(Wire.CLIENT_FRAME.read(json));
    } catch (InvalidValue refused) {
      return refused.code().equals("invalid_json")
          ? new Heard.Puzzle(
              "invalid_json",
              "The message is not a frame of this protocol; send subscribe or heartbeat.")
          : new Heard.Puzzle(refused.code(), String.valueOf(refused.getMessage()));
    }
  }

  /// Brackets in strings count too; a frame of ours has none.
  private static boolean shallow(String json) {
    int depth = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > DEPTH_MAX) {
        return false;
      }
    }
    return true;
  }

  private static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        length += 2;
      } else if (c >= 0x80) {
        length += 1;
      }
    }
    return length;
  }
}
