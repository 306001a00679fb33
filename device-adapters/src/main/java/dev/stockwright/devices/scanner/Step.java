package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.Told;
import java.util.List;

/// Where the wizard is.
public sealed interface Step {
  /// It waits for a test code; any other test code that is not done yet is taken too.
  ///
  /// @param number of this step, from 1
  /// @param of how many steps there are
  /// @param prompt for people
  record Ask(TestCode code, int number, int of, Told prompt) implements Step {}

  /// It is done.
  ///
  /// @param profile what to use from now on
  /// @param findings the worst first
  record Done(ScannerProfile profile, List<Finding> findings) implements Step {
    public Done {
      findings = List.copyOf(findings);
    }
  }

  /// Every code was skipped, so nothing is known.
  ///
  /// @param told for people; says what to do
  record Nothing(Told told) implements Step {}
}
