package dev.stockwright.devices.labels;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.DeviceId;

/// A printer that takes ZPL. Used by one thread, that of its lane in the print queue.
public interface LabelPrinter {
  DeviceId source();

  /// Where it is, such as `192.0.2.7:9100`.
  String place();

  /// Whether no real printer stands behind it; screens must show it.
  boolean simulated();

  /// Asks how it is.
  Answer ask() throws InterruptedException;

  /// Hands a label over. That it was taken does not say that it was printed.
  ///
  /// @param answers whether this printer tells how it is; then it is asked behind the label on the
  ///     same line and its answer awaited, which says that it has read all of the label
  Handed hand(String zpl, boolean answers) throws InterruptedException;

  /// What came of asking.
  sealed interface Answer {
    record Is(HostStatus status) implements Answer {}

    /// Connected, but nothing came: some printers are silent while paper is out or the head is
    /// open, some never answer.
    record Silent() implements Answer {}

    /// @param why for people; says what to do
    record Away(Told why) implements Answer {}
  }

  /// What came of handing a label over.
  sealed interface Handed {
    /// Every byte was taken.
    record All() implements Handed {}

    /// The label's end did not go out, so that nothing of it can have been printed.
    record Nothing(Told why) implements Handed {}

    /// The line broke at the label's end, or behind it before the printer had answered.
    record Unknown(Told why) implements Handed {}
  }
}
