package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.Told;
import java.util.List;
import java.util.Optional;

/// What the wizard says to one scan.
///
/// @param code the test code that it was; nothing when it was none
/// @param told for people: what came, and what to do when it was no test code
/// @param unreadable whether it was no text at all, as at a wrong speed
/// @param findings what this code showed, for the impatient; the last word is in [Step.Done]
public record Answer(
    Optional<TestCode> code, Told told, boolean unreadable, List<Finding> findings) {
  public Answer {
    findings = List.copyOf(findings);
  }

  /// In English, for logs and terminals.
  public String sentence() {
    return told.sentence();
  }
}
