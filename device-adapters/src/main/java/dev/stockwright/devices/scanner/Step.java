package dev.stockwright.devices.scanner;

import java.util.List;

/// Where the wizard is.
public sealed interface Step {
  /// It waits for a test code; any other test code that is not done yet is taken too.
  ///
  /// @param number of this step, from 1
  /// @param of how many steps there are
  /// @param prompt a sentence for people
  record Ask(TestCode code, int number, int of, String prompt) implements Step {}

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
  /// @param sentence for people; says what to do
  record Nothing(String sentence) implements Step {}
}
