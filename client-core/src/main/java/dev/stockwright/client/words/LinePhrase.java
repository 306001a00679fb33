package dev.stockwright.client.words;

import java.util.Locale;

/// Says how a device is connected, and how it is.
public enum LinePhrase implements Phrase {
  NOT_STARTED,
  CLOSED,
  OPENING,
  READY_AT,
  STOPPED,
  PORT_FAILED,
  NOT_READABLE,
  NO_SCANNER,
  UNPLUGGED,
  NOT_TAKING,
  NOT_ALLOWED,
  NOT_OPENED,
  IN_USE,
  NO_SERIAL_PORTS,
  NO_MACHINE,
  NOBODY_ANSWERS,
  TAKES_NO_MORE,
  BROKE,
  SIMULATED_UNPLUGGED,
  SIMULATED_READY,
  SIMULATED_CLOSED,
  TYPES_HERE,
  TYPES_UNREADABLE,
  NONE_TYPED;

  @Override
  public String key() {
    return "line." + name().toLowerCase(Locale.ROOT);
  }
}
