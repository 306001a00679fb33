package dev.stockwright.devices.reasons;

/// Says how a printer is, where a label is, and why there is none.
public enum PrinterReason implements Reason {
  NOTHING_PRINTED("Nothing printed yet."),
  SIMULATED("Simulated, no real printer."),
  LABELS_WAIT("{0} labels wait."),
  HEAD_OPEN("The print head is open. Close it."),
  NO_LABELS("Out of labels. Put a new roll in."),
  NO_RIBBON("Out of ribbon. Put a new one in."),
  TOO_HOT("The print head is too hot. Wait; it goes on by itself."),
  PAUSED("The printer is paused. Press its pause button."),
  MEMORY_FULL("The printer's memory is full. Wait; it goes on by itself."),
  REACHABLE("Reachable at {0}. It does not tell how it is."),
  DOES_NOT_ANSWER(
      "The printer at {0} does not answer. Look whether it has labels and ribbon and its"
          + " head is closed."),
  READY("Ready at {0}."),
  FAILED("Printing failed ({0}). It is tried again."),
  WAITED_TOO_LONG("Not printed: it waited too long. Print it again or cancel it."),
  GOING("Going to the printer."),
  SENT("Sent, not confirmed: this printer does not tell whether it printed."),
  SENT_ONLY("Sent, not confirmed."),
  SENT_TO_BUSY("Sent, not confirmed: the printer is busy with other labels."),
  MAYBE("Maybe printed:"),
  THEN_SAY("Then say that the label is there, or print it again."),
  MAYBE_AT_THE_END(
      "Maybe printed: the program ended while the label went out. Look at the printer; then"
          + " say that it is there, or print it again."),
  IN_THE_PRINTER("In the printer, printed when it can go on."),
  PRINTED("Printed at {0}."),
  WAITS("Waits for the printer."),
  CANCELLED("Cancelled."),
  SEEN_BY("Seen by {0}."),
  MOVED_FROM("Moved here from {0}."),
  NOTHING_TO_REPEAT("Nothing was printed here yet. Choose the label itself."),
  REPRINT_INSTEAD("This label went to the printer already. Reprint it instead."),
  CANCEL_THERE("This label went to the printer already. Cancel it at the printer."),
  NOT_SENT("This label has not gone to the printer yet."),
  LOOK_THERE("This label may have been printed already. Look there; then print it anew."),
  CHANGED("This label has changed just now. Look at it again."),
  NO_JOB("There is no label {0} in the queue any more."),
  NO_PRINTER("There is no printer {0}. Choose another in the settings."),
  QUEUE_FULL("{0} labels wait already. See to the printer, or cancel what nobody needs."),
  NOT_KEPT("The label cannot be kept for printing: the disk refused it. Make room on the disk."),
  WRONG_COPIES("Ask for 1 to 999 copies; this asks for {0}."),
  NOT_GS1("No GS1 code can say this: {0}. Correct the value or leave it out."),
  CODE_LENGTH(
      "A barcode needs 1 to 48 characters without blanks at the ends, and this one has {0}."
          + " Give a shorter code."),
  CODE_SIGNS(
      "The code has a character that a barcode does not carry. Use letters A to Z, digits"
          + " and signs of the English keyboard."),
  WRONG_YEAR(
      "A GS1 code writes a year with two digits, and {0} would be read as another century."
          + " Give a year from 2000 to 2075."),
  TEXT_TOO_SMALL(
      "\"{0}\" would have to be written too small to be read on a label of {1} mm at {2} dpi."
          + " Use a larger label or a shorter value."),
  NO_ROOM_BARCODE(
      "\"{0}\" has no room as a barcode on a label of {1} mm at {2} dpi. Use a larger label or"
          + " a shorter value."),
  NO_ROOM_MATRIX(
      "\"{0}\" has no room as a two-dimensional code on a label of {1} mm at {2} dpi. Use a"
          + " larger label or a shorter value."),
  NO_TEMPLATE("There is no {0} label for paper of {1} mm. Use one of {2} mm or larger."),
  TEMPLATE_UNREADABLE("The label template {0} cannot be read ({1})."),
  TEMPLATE_WRONG("The label template {0} is wrong in {1}."),
  TEMPLATE_NAME("The label template is wrong in line {0}: this kind of label has no \"{1}\".");

  private final String english;

  PrinterReason(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
