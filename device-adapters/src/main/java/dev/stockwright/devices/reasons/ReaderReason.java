package dev.stockwright.devices.reasons;

/// Says how an RFID reader is.
public enum ReaderReason implements Reason {
  CONNECTING("Connecting to {0}."),
  READING("Reading with {0}, {1} antennas at {2}."),
  READING_ONE("Reading with {0}, 1 antenna at {1}."),
  READING_UNKNOWN("Reading with a reader that does not tell what it is, at {0}."),
  FAILED("The connection to {0} failed ({1}). It is tried again."),
  NO_SUCH_NAME("The name {0} is not known in this network. Check its spelling."),
  NOTHING_ANSWERS("Nothing answers at {0}. Check the reader's power, cable and address."),
  CONNECTION_REFUSED(
      "No reader answers at {0} (connection refused). Check its power, its address and that"
          + " LLRP is switched on."),
  NOT_SECURE(
      "The secure connection to {0} failed ({1}). Check that the reader uses TLS and that"
          + " its certificate is trusted."),
  NETWORK_FAILED("The connection to {0} failed ({1}). Check the network."),
  BAD_ANSWER(
      "{0} sent an answer that cannot be read, so it was disconnected. If this stays, bring"
          + " its firmware up to date."),
  BAD_EVENT(
      "{0} sent an event that cannot be read, so it was disconnected. If this stays, bring"
          + " its firmware up to date."),
  BAD_REPORT(
      "{0} sent a report that cannot be read ({1}), so it was disconnected. If this stays,"
          + " bring its firmware up to date."),
  NO_LLRP("{0} sent what is no LLRP message ({1}), so it was disconnected."),
  SILENT(
      "Nothing was heard from {0} for {1} s. Check the reader's power and cable; it is tried"
          + " again."),
  HUNG_UP("{0} closed the connection. It is tried again; check the reader."),
  CLOSING("{0} is closing the connection; it is tried again."),
  BROKE(
      "The connection to {0} broke ({1}). Check the reader's power and cable; it is tried"
          + " again."),
  DUMB("The reader at {0} let us in but does not answer. Restart the reader if this stays."),
  NO_READER("Something listens at {0} but does not answer as a reader. Check host and port."),
  BUSY(
      "The reader at {0} is busy: another client is connected, and it takes only one. Close"
          + " the other program; it is tried again every few seconds."),
  LETS_NOBODY_IN("The reader at {0} let nobody in (reason {1}). Restart the reader if this stays."),
  NOT_IDENTIFIED("It refused to tell what it is: {0}."),
  NO_EVENTS("It refused to report events: {0}."),
  SETTINGS_REFUSED("The reader refused the settings ({0}) and reads with its own."),
  READING_REFUSED("The reader refused to read: {0}."),
  UPDATE_IT("The reader does not know what was asked; bring its firmware up to date."),
  RESTART_IT("Restart the reader; if it stays, the reader is broken."),
  CHECK_SETTINGS("Check the reader's settings here: antennas, power and session."),
  CHECK_AND_RESTART("Check the reader's settings, then restart the reader."),
  NOT_ANSWERED("The reader does not answer {0}. Restart it if no tags come."),
  ANTENNA_OFF("Antenna {0} is disconnected. Check its cable."),
  TROUBLE("The reader reports trouble: \"{0}\". If it stays, restart the reader."),
  READS_DROPPED(
      "The reader had to drop reads because they were not fetched in time. Count again what"
          + " passed."),
  ANTENNA_MISSING(
      "Antenna {0} is set, but the reader has only {1}. Correct the antennas in its settings."),
  POWER_NOT_SET(
      "The power cannot be set, because the reader does not tell its levels. Set it at the"
          + " reader."),
  LEAST_POWER("Its least power is {0} dBm.");

  private final String english;

  ReaderReason(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
