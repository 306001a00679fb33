package dev.stockwright.devices.labels;

import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a printer says about itself when it is asked `~HS`: three strings, each STX ... ETX CR LF.
///
/// @param labelLength of its label, in dots
/// @param formatsWaiting labels in its receive buffer, not begun
/// @param partialFormat whether a label was begun that is not all there
/// @param labelsLeft copies of the current label that are still to be printed
/// @param labelTaken false while a printed label waits to be torn off
public record HostStatus(
    boolean paperOut,
    boolean paused,
    boolean headOpen,
    boolean ribbonOut,
    boolean bufferFull,
    boolean tooCold,
    boolean tooHot,
    int labelLength,
    int formatsWaiting,
    boolean partialFormat,
    int labelsLeft,
    boolean labelTaken) {
  private static final char STX = 2;
  private static final char ETX = 3;
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,8}(,\\d{1,8})*");

  /// Longer than any answer of a printer.
  private static final int LENGTH_MAX = 1024;

  /// Reads an answer; empty as long as it is not all there or where it is no such answer.
  public static Optional<HostStatus> read(String answer) {
    List<int[]> strings = new ArrayList<>();
    int at = answer.indexOf(STX);
    while (at >= 0 && strings.size() < 3 && answer.length() <= LENGTH_MAX) {
      int end = answer.indexOf(ETX, at);
      if (end < 0 || !NUMBERS.matcher(answer.substring(at + 1, end)).matches()) {
        return Optional.empty();
      }
      strings.add(numbers(answer.substring(at + 1, end)));
      at = answer.indexOf(STX, end);
    }
    if (strings.size() < 3
        || strings.get(0).length != 12
        || strings.get(1).length != 11
        || strings.get(2).length != 2) {
      return Optional.empty();
    }
    return Optional.of(of(strings.get(0), strings.get(1)));
  }

  private static HostStatus of(int[] first, int[] second) {
    return new HostStatus(
        first[1] == 1,
        first[2] == 1,
        second[2] == 1,
        second[3] == 1,
        first[5] == 1,
        first[10] == 1,
        first[11] == 1,
        first[3],
        first[4],
        first[7] == 1,
        second[8],
        second[7] == 0);
  }

  private static int[] numbers(String text) {
    String[] words = text.split(",", -1);
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Integer.parseInt(words[i]);
    }
    return numbers;
  }

  /// How a printer writes it; for simulators.
  public String written() {
    String first =
        "030,%d,%d,%04d,%03d,%d,0,%d,000,0,%d,%d"
            .formatted(
                bit(paperOut),
                bit(paused),
                labelLength,
                formatsWaiting,
                bit(bufferFull),
                bit(partialFormat),
                bit(tooCold),
                bit(tooHot));
    String second =
        "000,0,%d,%d,1,2,4,%d,%08d,1,000"
            .formatted(bit(headOpen), bit(ribbonOut), bit(!labelTaken), labelsLeft);
    return string(first) + string(second) + string("1234,0");
  }

  private static String string(String text) {
    return STX + text + ETX + "\r\n";
  }

  private static int bit(boolean on) {
    return on ? 1 : 0;
  }

  /// Whether everything that it got is printed.
  public boolean idle() {
    return formatsWaiting == 0 && labelsLeft == 0 && !partialFormat;
  }

  /// What keeps it from printing; the first of several.
  public Optional<Told> trouble() {
    if (headOpen) {
      return Optional.of(Told.of(PrinterReason.HEAD_OPEN));
    }
    if (paperOut) {
      return Optional.of(Told.of(PrinterReason.NO_LABELS));
    }
    if (ribbonOut) {
      return Optional.of(Told.of(PrinterReason.NO_RIBBON));
    }
    if (tooHot) {
      return Optional.of(Told.of(PrinterReason.TOO_HOT));
    }
    if (paused) {
      return Optional.of(Told.of(PrinterReason.PAUSED));
    }
    if (bufferFull) {
      return Optional.of(Told.of(PrinterReason.MEMORY_FULL));
    }
    return Optional.empty();
  }

  /// A printer that is in order and has nothing to do.
  public static HostStatus ready() {
    return new HostStatus(false, false, false, false, false, false, false, 1200, 0, false, 0, true);
  }
}
