package dev.stockwright.devices.labels;

import dev.stockwright.devices.labels.LabelPrinter.Answer;
import dev.stockwright.devices.labels.LabelPrinter.Handed;
import dev.stockwright.devices.reasons.Told;
import java.time.Duration;
import java.util.Optional;

/// One label to one printer, without a queue, for somebody who waits in front of it.
public final class DirectPrint {
  private static final int CALM_ANSWERS = 2;

  /// @param printed whether the printer said that it is done
  /// @param sentence what happened and what to do
  public record Outcome(boolean printed, String sentence) {}

  private DirectPrint() {}

  /// How the printer is, as a sentence; done is an answer without trouble.
  public static Outcome status(LabelPrinter printer) throws InterruptedException {
    return switch (printer.ask()) {
      case Answer.Away away -> new Outcome(false, away.why().sentence());
      case Answer.Silent silent -> new Outcome(false, silence(printer));
      case Answer.Is(HostStatus status) ->
          new Outcome(
              status.trouble().isEmpty(),
              status.trouble().map(Told::sentence).orElse("Ready at " + printer.place() + ".")
                  + waiting(status));
    };
  }

  private static String waiting(HostStatus status) {
    int waiting = status.formatsWaiting() + status.labelsLeft();
    return waiting == 0 ? "" : " " + waiting + " labels wait in it.";
  }

  private static String silence(LabelPrinter printer) {
    return "The printer at "
        + printer.place()
        + " does not answer. Look whether it has labels and ribbon and its head is closed.";
  }

  /// Prints and waits for the printer's word.
  ///
  /// @param patience how long it may take
  public static Outcome print(LabelPrinter printer, String zpl, Duration patience)
      throws InterruptedException {
    Answer before = printer.ask();
    if (before instanceof Answer.Away away) {
      return new Outcome(false, "Not printed. " + away.why());
    }
    Optional<Told> trouble =
        before instanceof Answer.Is(HostStatus status) ? status.trouble() : Optional.empty();
    if (trouble.isPresent()) {
      return new Outcome(false, "Not printed. " + trouble.get());
    }
    boolean answers = before instanceof Answer.Is;
    return switch (printer.hand(zpl, answers)) {
      case Handed.Nothing nothing -> new Outcome(false, "Not printed. " + nothing.why());
      case Handed.Unknown unknown -> new Outcome(false, "Maybe printed. " + unknown.why());
      case Handed.All all ->
          answers
              ? confirmed(printer, patience)
              : new Outcome(false, "Sent, not confirmed. " + silence(printer));
    };
  }

  private static Outcome confirmed(LabelPrinter printer, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    String last = silence(printer);
    int calm = 0;
    while (calm < CALM_ANSWERS && System.nanoTime() - until < 0) {
      Answer answer = printer.ask();
      if (answer instanceof Answer.Is(HostStatus status)) {
        calm = status.idle() && status.trouble().isEmpty() ? calm + 1 : 0;
        last = status.trouble().map(Told::sentence).orElse("The printer is still busy.");
      } else {
        calm = 0;
        if (answer instanceof Answer.Away(Told away)) {
          return new Outcome(false, "Maybe printed. " + away);
        }
        last = silence(printer);
      }
    }
    return calm >= CALM_ANSWERS
        ? new Outcome(true, "Printed at " + printer.place() + ".")
        : new Outcome(false, "Sent, not confirmed. " + last);
  }
}
