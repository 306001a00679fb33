package dev.stockwright.devices.reasons;

/// Says what the wizard asks of a scanner and found out about it.
public enum WizardReason implements Reason {
  ASK_LAYOUT("Scan code 1, the plain bar code. It shows the letters, the signs and the speed."),
  ASK_GS1("Scan code 2, the GS1 bar code. It shows the separator and the AIM identifier."),
  ASK_EAN("Scan code 3, the EAN-13. It shows the check digit and what stands around a code."),
  ASK_LINES(
      "Scan code 4, the square one. It shows where a scan ends. A scanner for bar codes only"
          + " cannot read it; then skip it."),
  NOTHING_READ(
      "No test code was read, so nothing is known of this scanner. Print the page of test"
          + " codes, begin again and scan at least the first."),
  ALL_DONE("All test codes are done."),
  CODE_READ("Code {0} was read."),
  CODE_AGAIN("Code {0} was read again; the last read counts."),
  NO_TEST_CODE("This is no code of the test page: {0}."),
  UNREADABLE(
      "What came cannot be read: {0}. Scan again; if it stays, the speed or the cable is"
          + " wrong."),
  CASE_SWAPPED("Large and small letters are exchanged."),
  CASE_UPPER("All letters come large."),
  CASE_LOWER("All letters come small."),
  CASE_REMEDY("Switch Caps Lock off, and set the scanner's case conversion to none."),
  AMERICAN_KEYBOARD(
      "The scanner types as an American keyboard, but this computer's keyboard is {0}. Set"
          + " the scanner's keyboard country to {0} with the codes of its manual."),
  CHARACTERS("Letters and signs come as they are."),
  BITS(
      "The eighth bit of what comes means nothing we know. Set the scanner to 8 data bits"
          + " and no parity."),
  SEVEN_BITS(
      "The scanner sends 7 data bits and a parity bit; the profile is set to that. 8 data"
          + " bits and no parity would let all characters through."),
  ENDING_VARIES(
      "The ending is not always the same ({0}). Set the scanner to end every scan with CR,"
          + " then begin again."),
  NO_ENDING(
      "Nothing stands behind a code, so silence of {0} ms must end it. Set the scanner to"
          + " end every scan with CR: that is faster and safer."),
  ENDING("A scan ends with {0}."),
  ENDING_STX("A scan ends with ETX and begins with STX."),
  LINE_BREAKS_CUT(
      "A code with line breaks inside would be cut at each. Where you have such codes, set"
          + " the scanner to send STX before and ETX behind the data."),
  CODE_ID(
      "The scanner sends marks of its own before the codes ({0}), which cannot be told from"
          + " data. Switch its code ID off, or set it to AIM."),
  SUFFIX_VARIES(
      "What stands behind a code is not always the same ({0}). Set the scanner to its"
          + " factory settings, then begin again."),
  PREFIX("Before each code stands {0}; it is removed."),
  SUFFIX("Behind each code stands {0}; it is removed."),
  WRAPPING_TOO_LONG(
      "More stands around a code than can be removed. Set the scanner to its factory"
          + " settings, then begin again."),
  AIM_ON("AIM identifiers are sent, so each code says what kind it is."),
  AIM_VARIES("Some codes come with an AIM identifier and some without. Switch them on for all."),
  AIM_OFF(
      "AIM identifiers are off. Switch them on: then a code says what kind it is and is not"
          + " taken for another."),
  NOT_GS1("The scanner takes a GS1-128 for a plain Code 128. Switch GS1-128 on."),
  GS_KEPT("The separator of GS1 codes comes as GS."),
  GS_DROPPED(
      "This scanner drops GS characters: a lot and what follows it would run together."
          + " Switch the sending of GS (function characters, FNC1 as GS) on, or set a substitute"
          + " such as | in the scanner."),
  GS_UNSAFE(
      "This scanner sends {0} for GS, which may also be data. Set it to send GS itself or a"
          + " substitute such as |."),
  GS_REPLACED("The scanner sends {0} for GS; it is put back."),
  CHECK_DIGIT_MISSING("The check digit of EAN-13 is not sent. Switch its transmission on."),
  LINE_BREAKS_CHANGED(
      "Line breaks inside a code are changed or dropped. It matters only where your codes"
          + " have them."),
  LONG_CODE_CUT(
      "The end of the long code is missing. Set the scanner to no length limit and no"
          + " handshake; over a cable check that it is plugged in well."),
  SPEED(
      "A scan comes with about {0} characters a second; the longest pause inside one was {1}"
          + " ms.");

  private final String english;

  WizardReason(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
