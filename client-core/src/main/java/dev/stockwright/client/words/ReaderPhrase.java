package dev.stockwright.client.words;

import java.util.Locale;

/// Says how an RFID reader is.
public enum ReaderPhrase implements Phrase {
  CONNECTING,
  READING,
  READING_ONE,
  READING_UNKNOWN,
  FAILED,
  NO_SUCH_NAME,
  NOTHING_ANSWERS,
  CONNECTION_REFUSED,
  NOT_SECURE,
  NETWORK_FAILED,
  BAD_ANSWER,
  BAD_EVENT,
  BAD_REPORT,
  NO_LLRP,
  SILENT,
  HUNG_UP,
  CLOSING,
  BROKE,
  DUMB,
  NO_READER,
  BUSY,
  LETS_NOBODY_IN,
  NOT_IDENTIFIED,
  NO_EVENTS,
  SETTINGS_REFUSED,
  READING_REFUSED,
  UPDATE_IT,
  RESTART_IT,
  CHECK_SETTINGS,
  CHECK_AND_RESTART,
  NOT_ANSWERED,
  ANTENNA_OFF,
  TROUBLE,
  READS_DROPPED,
  ANTENNA_MISSING,
  POWER_NOT_SET,
  LEAST_POWER;

  @Override
  public String key() {
    return "reader." + name().toLowerCase(Locale.ROOT);
  }
}
