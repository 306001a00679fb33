package dev.stockwright.desktop.devices;

import dev.stockwright.devices.scanner.Finding.Weight;
import dev.stockwright.devices.scanner.ScannerProfile;
import java.util.List;
import java.util.Optional;

/// What the wizard shows.
sealed interface WizardPage {
  /// A code is to be scanned.
  ///
  /// @param answer what the last scan was; empty before the first
  /// @param findings what the last scan showed
  /// @param skippable whether the wizard can go on without it
  record Ask(
      int number,
      int of,
      String prompt,
      SymbolOnScreen symbol,
      String answer,
      List<Found> findings,
      boolean skippable)
      implements WizardPage {
    public Ask {
      findings = List.copyOf(findings);
    }
  }

  /// All is known.
  ///
  /// @param summary the profile, as label and value
  /// @param refusal why the profile must not be used; absent when it may
  record Done(
      ScannerProfile profile, List<Setting> summary, List<Found> findings, Optional<String> refusal)
      implements WizardPage {
    public Done {
      summary = List.copyOf(summary);
      findings = List.copyOf(findings);
    }
  }

  /// A finding in the words of who works here.
  record Found(String code, Weight weight, String sentence) {}

  /// Nothing was read.
  record Nothing(String sentence) implements WizardPage {}

  /// One line of a profile.
  record Setting(String label, String value) {}
}
