package dev.stockwright.devices.scales;

/// One line of a scale, understood.
public sealed interface ScaleAnswer {
  /// A weight that stood still.
  record Stable(Weight weight) implements ScaleAnswer {}

  /// A weight that still moves: to be shown, never to be used.
  record Moving(Weight weight) implements ScaleAnswer {}

  /// Zeroing or taring is done.
  record Done() implements ScaleAnswer {}

  /// The scale is busy, or did not come to rest.
  record NotReady() implements ScaleAnswer {}

  /// More than it can weigh.
  record Overload() implements ScaleAnswer {}

  /// Less than it can weigh, such as without its plate.
  record Underload() implements ScaleAnswer {}

  /// The scale did not understand or could not do it (`ES`, `EL`, `ET`).
  record Refused(String code) implements ScaleAnswer {}

  /// A line that is none of these; no part of it is believed.
  record Unreadable(String line, String why) implements ScaleAnswer {}
}
