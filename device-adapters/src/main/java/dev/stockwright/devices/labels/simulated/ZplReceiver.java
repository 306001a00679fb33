package dev.stockwright.devices.labels.simulated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What comes over one line to a printer, parted into labels and questions. Holds at most one label
/// of a megabyte; a longer one is forgotten. Pure but for the text it keeps.
final class ZplReceiver {
  private static final int LABEL_MAX = 1_000_000;
  private static final String QUESTION = "~HS";
  private static final String BEGIN = "^XA";
  private static final String END = "^XZ";

  /// Bytes as Latin-1, so that a character of several bytes may come in two pieces.
  private final StringBuilder pending = new StringBuilder();

  /// @param questions how often it was asked how it is (`~HS`)
  record Received(List<String> labels, int questions) {}

  Received accept(byte[] bytes, int length) {
    pending.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    int questions = 0;
    for (int at = pending.indexOf(QUESTION); at >= 0; at = pending.indexOf(QUESTION)) {
      pending.delete(at, at + QUESTION.length());
      questions++;
    }
    List<String> labels = new ArrayList<>();
    for (int end = pending.indexOf(END); end >= 0; end = pending.indexOf(END)) {
      String before = pending.substring(0, end + END.length());
      int begin = before.lastIndexOf(BEGIN);
      if (begin >= 0) {
        byte[] label = before.substring(begin).getBytes(StandardCharsets.ISO_8859_1);
        labels.add(new String(label, StandardCharsets.UTF_8));
      }
      pending.delete(0, end + END.length());
    }
    if (pending.length() > LABEL_MAX) {
      pending.setLength(0);
    }
    return new Received(labels, questions);
  }

  /// Whether a label has begun and not ended.
  boolean begun() {
    return pending.indexOf(BEGIN) >= 0;
  }
}
