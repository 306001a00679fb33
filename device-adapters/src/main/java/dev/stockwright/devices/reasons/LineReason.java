package dev.stockwright.devices.reasons;

/// Says how a device is connected, and how it is.
public enum LineReason implements Reason {
  /// Words of a driver or a device itself, of which there is no translation.
  AS_IS("{0}"),
  NOT_STARTED("Not started."),
  CLOSED("Closed."),
  OPENING("Opening {0}."),
  READY_AT("Ready at {0}."),
  STOPPED("The reading of {0} was stopped. Start the application again."),
  PORT_FAILED("The port {0} failed ({1}). It is tried again."),
  NOT_READABLE(
      "What the scanner sends cannot be read. Check its speed (here {0} baud), its cable and"
          + " its ending, then scan again."),
  NO_SCANNER("No scanner at {0}. Plug it in; if it is, choose its port in the settings."),
  UNPLUGGED(
      "The scanner at {0} was unplugged or switched off. Plug it in again; it comes back by"
          + " itself."),
  NOT_TAKING("The device at {0} takes no more data. Look whether it is switched on and ready."),
  NOT_ALLOWED(
      "Not allowed to use {0}. Put this user into the group that owns it (often dialout) and"
          + " sign in again."),
  NOT_OPENED("The port {0} cannot be opened (system error {1}). Plug it in anew."),
  IN_USE("Another program or scanner entry uses {0}. Close or remove that one."),
  NO_SERIAL_PORTS(
      "Serial ports cannot be used: the native part of the serial library did not load"
          + " ({0}). Start with --enable-native-access=ALL-UNNAMED and a directory for temporary"
          + " files that allows programs. A keyboard scanner works without it."),
  NO_MACHINE("There is no machine named {0}. Correct its name or give its IP address."),
  NOBODY_ANSWERS(
      "Nothing answers at {0}. Switch the device on, look at its network cable and compare"
          + " the address."),
  TAKES_NO_MORE("The device at {0} takes no more data. Look whether it is paused or out of paper."),
  BROKE("The connection to {0} broke. Look at the device and its network cable."),
  SIMULATED_UNPLUGGED("Simulated scanner, unplugged for practice."),
  SIMULATED_READY("Simulated scanner: no real device is connected."),
  SIMULATED_CLOSED("Simulated scanner, closed."),
  TYPES_HERE("A scanner types in this window."),
  TYPES_UNREADABLE(
      "What a scanner types here cannot be read. Set it up under Devices, or switch it to"
          + " USB serial mode."),
  NONE_TYPED("No scanner has typed yet. Scan something while this window is in front.");

  private final String english;

  LineReason(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
