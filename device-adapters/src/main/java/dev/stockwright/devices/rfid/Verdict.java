package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.TagEvent.Reason;

/// What a pass was.
sealed interface Verdict {
  PassEvidence evidence();

  /// False when the evidence is thin, so that it is better to wait and listen.
  boolean sure();

  record Passed(Direction direction, PassEvidence evidence, boolean sure, long change)
      implements Verdict {}

  record NoPass(Reason reason, PassEvidence evidence, boolean sure) implements Verdict {}
}
