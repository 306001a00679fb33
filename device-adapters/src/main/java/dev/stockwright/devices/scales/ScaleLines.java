package dev.stockwright.devices.scales;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Parts what a scale sends into lines at CR LF. A line that is too long, holds what is no
/// character, or is not ended is no line; pure but for the bytes it keeps, at most 64.
final class ScaleLines {
  private static final int LENGTH_MAX = 64;

  private final StringBuilder pending = new StringBuilder();
  private boolean spoiled;
  private boolean afterCarriageReturn;

  /// Takes bytes; answers the lines that they complete, each understood.
  List<ScaleAnswer> accept(byte[] bytes, int length) {
    List<ScaleAnswer> answers = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int c = bytes[i] & 0xFF;
      if (c == '\n' && afterCarriageReturn) {
        end(answers);
      } else {
        spoiled |= afterCarriageReturn || pending.length() >= LENGTH_MAX;
        afterCarriageReturn = c == '\r';
        keep(c);
      }
    }
    return answers;
  }

  private void keep(int c) {
    if (afterCarriageReturn || spoiled) {
      return;
    }
    if (c < ' ' || c > '~') {
      spoiled = true;
    } else {
      pending.append((char) c);
    }
  }

  private void end(List<ScaleAnswer> answers) {
    String line = pending.toString();
    if (spoiled) {
      answers.add(new ScaleAnswer.Unreadable(printable(line), "it holds characters of no scale"));
    } else if (!line.isEmpty()) {
      answers.add(MtSics.read(line));
    }
    forget();
  }

  /// What was begun belongs to the past.
  void forget() {
    pending.setLength(0);
    spoiled = false;
    afterCarriageReturn = false;
  }

  private static String printable(String line) {
    return new String(line.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
  }
}
