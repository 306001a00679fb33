package dev.stockwright.devices.scanner;

/// The codes of the test page, each of which shows something else about a scanner.
public enum TestCode {
  /// Code 128: letters of both cases, digits and signs that move with the keyboard layout.
  LAYOUT(
      "SWa1-]/+zAyQmW09",
      "Scan code 1, the plain bar code. It shows the letters, the signs and the speed."),
  /// GS1-128 with a separator between a lot and a serial number.
  GS1(
      "010950110153000310SWa1\u001d217Zy",
      "Scan code 2, the GS1 bar code. It shows the separator and the AIM identifier."),
  /// EAN-13.
  EAN(
      "9501101530003",
      "Scan code 3, the EAN-13. It shows the check digit and what stands around a code."),
  /// A QR code of several lines.
  LINES(
      """
      SW4-BEGIN\r
      line two of the long code\r
      0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz\r
      0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz\r
      the last line SW4-END""",
      "Scan code 4, the square one. It shows where a scan ends. A scanner for bar codes only cannot"
          + " read it; then skip it.");

  private final String content;
  private final String prompt;

  TestCode(String content, String prompt) {
    this.content = content;
    this.prompt = prompt;
  }

  /// What the code says; for [#GS1] with GS and without the first FNC1.
  public String content() {
    return content;
  }

  /// What to do, for people.
  public String prompt() {
    return prompt;
  }

  /// Whether a text is one of the test codes, with whatever stands around it.
  public static boolean isOne(String text) {
    return Recogniser.of(text).isPresent();
  }
}
