package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;

/// The codes of the test page, each of which shows something else about a scanner.
public enum TestCode {
  /// Code 128: letters of both cases, digits and signs that move with the keyboard layout.
  LAYOUT("SWa1-]/+zAyQmW09", WizardReason.ASK_LAYOUT),
  /// GS1-128 with a separator between a lot and a serial number.
  GS1("010950110153000310SWa1\u001d217Zy", WizardReason.ASK_GS1),
  /// EAN-13.
  EAN("9501101530003", WizardReason.ASK_EAN),
  /// A QR code of several lines.
  LINES(
      """
      SW4-BEGIN\r
      line two of the long code\r
      0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz\r
      0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz\r
      the last line SW4-END\
      """,
      WizardReason.ASK_LINES);

  private final String content;
  private final WizardReason prompt;

  TestCode(String content, WizardReason prompt) {
    this.content = content;
    this.prompt = prompt;
  }

  /// What the code says; for [#GS1] with GS and without the first FNC1.
  public String content() {
    return content;
  }

  /// What to do, for people.
  public Told prompt() {
    return Told.of(prompt);
  }

  /// Whether a text is one of the test codes, with whatever stands around it.
  public static boolean isOne(String text) {
    return Recogniser.of(text).isPresent();
  }
}
