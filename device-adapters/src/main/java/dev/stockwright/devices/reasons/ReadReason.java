package dev.stockwright.devices.reasons;

/// Says why something that came is no scan, and why characters arrive changed.
public enum ReadReason implements Reason {
  NOISE("The scanner sent noise. Scan again; if it stays, check the cable and the speed."),
  TOO_LONG(
      "The scanner sent too much without an end. Scan again; if it stays, check which ending"
          + " the scanner sends."),
  UNFINISHED(
      "The end of the scan is missing. Scan again; if it stays, check which ending the"
          + " scanner sends."),
  UNWRAPPED(
      "The scan lacks the prefix or suffix of its profile. Scan again; if it stays, try the"
          + " scanner out again and take the new profile."),
  TOO_FAST("Too fast: the last scan was not taken. Wait, then scan it again."),
  END_NOT_TYPED(
      "A scan began, but its end did not come. Scan again; if it stays, set up this scanner"
          + " anew."),
  TYPED_TOO_LONG("This code is longer than 8192 characters. Scan another code of the label."),
  PAUSED_INSIDE(
      "The scanner paused inside the code. Scan again; if it stays, set up this scanner anew."),
  RIGHT("Every character arrives as it stands on the label."),
  CAPS_LOCK("Capital and small letters are swapped. Switch Caps Lock off."),
  ONE_CASE(
      "The scanner changes the case of letters. Switch its case conversion off; the code for"
          + " that is in its manual."),
  KEYBOARDS_DIFFER(
      "The scanner types for a {0} keyboard, but this computer has a {1} one. Set the"
          + " scanner's keyboard country to {1} or switch it to USB serial mode; both codes are in"
          + " its manual."),
  CAPS_LOCK_TOO("Switch Caps Lock off."),
  SEPARATOR_LOST(
      "The separator between fields (GS) is lost, so lots and serial numbers would run into"
          + " what follows. Let the scanner send GS as Ctrl+], or switch it to USB serial mode;"
          + " both codes are in its manual."),
  SEPARATOR_REPLACED(
      "The scanner types \"{0}\" for the separator between fields (GS). Take it as the"
          + " substitute only if no code of yours holds that character."),
  END_MISSING(
      "The last {0} characters are missing. Scan again; if it stays, let the scanner type"
          + " more slowly or switch it to USB serial mode."),
  CHARACTER_DIFFERS(
      "Character {0} is {1} on the label, but {2} arrived. Scan again; if it stays, switch"
          + " the scanner to USB serial mode."),
  SEPARATORS_GONE("The separators (GS) of this code are lost."),
  SEPARATOR_SUSPECT(
      "The separator (GS) of this code may be lost: ({0}) looks as if it ended with \"{1}\"."),
  SEND_GS(
      "Let the scanner send GS as Ctrl+], or switch it to USB serial mode; both codes are in"
          + " its manual."),
  US("US English"),
  UK("UK English"),
  FRENCH("French (AZERTY)"),
  GERMAN("German (QWERTZ)"),
  SPANISH("Spanish"),
  ITALIAN("Italian"),
  NORDIC("Nordic");

  private final String english;

  ReadReason(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
