package dev.stockwright.devices.scanner;

import java.util.Optional;

/// Finds out how a scanner is set by the test codes of [TestCode]. Pure: fed with what came and
/// when, from a serial line or from keys alike.
///
/// A scan ends for the wizard after [#QUIET_NANOS] of silence, whatever the scanner's ending is.
/// One owner, not thread-safe.
public final class ScannerWizard {
  /// Silence after which what came is one scan: 400 ms.
  public static final long QUIET_NANOS = 400_000_000L;

  private final ScannerProfile start;

  /// A wizard that waits for the first code.
  ///
  /// @param start how the scanner is connected, and what is kept where the codes show nothing
  public ScannerWizard(ScannerProfile start) {
    this.start = start;
  }

  /// What to show now.
  public Step step() {
    return new Step.Ask(
        TestCode.LAYOUT, 1, TestCode.values().length, TestCode.LAYOUT.prompt() + start.name());
  }

  /// Characters came: bytes of a serial line as Latin-1, or keys of a wedge with Enter as CR, Tab
  /// as TAB and the key combination for GS as 0x1D.
  ///
  /// @param nanos a monotonic time
  /// @return the answer to a scan before, when these characters came after it was over
  public Optional<Answer> came(String characters, long nanos) {
    return Optional.empty();
  }

  /// Nothing came until this time; call it a few times a second.
  public Optional<Answer> quiet(long nanos) {
    return Optional.empty();
  }

  /// The scanner cannot read the code that is asked for.
  public void skip() {}
}
