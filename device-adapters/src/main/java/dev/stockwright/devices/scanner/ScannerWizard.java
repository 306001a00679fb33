package dev.stockwright.devices.scanner;

import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out how a scanner is set by the test codes of [TestCode]. Pure: fed with what came and
/// when, from a serial line or from keys alike.
///
/// A scan ends for the wizard after [#QUIET_NANOS] of silence, whatever the scanner's ending is.
/// The codes are asked for one at a time; one that comes out of its turn is taken as well.
/// One owner, not thread-safe.
public final class ScannerWizard {
  /// Silence after which what came is one scan: 400 ms.
  public static final long QUIET_NANOS = 400_000_000L;

  /// More than this without a silence is no test code.
  private static final int LENGTH_MAX = 8192;

  private static final List<TestCode> CODES = List.of(TestCode.values());

  private final ScannerProfile start;
  private final Map<TestCode, Burst> seen = new EnumMap<>(TestCode.class);
  private final Set<TestCode> skipped = EnumSet.noneOf(TestCode.class);
  private final StringBuilder coming = new StringBuilder();
  private final List<Burst.Arrival> arrivals = new ArrayList<>();
  private final Deque<Burst> waiting = new ArrayDeque<>(); // Scans that came together.
  private long lastNanos;

  /// A wizard that waits for the first code.
  ///
  /// @param start how the scanner is connected, and what is kept where the codes show nothing
  public ScannerWizard(ScannerProfile start) {
    this.start = start;
  }

  /// What to show now.
  public Step step() {
    for (int i = 0; i < CODES.size(); i++) {
      TestCode code = CODES.get(i);
      if (!seen.containsKey(code) && !skipped.contains(code)) {
        return new Step.Ask(code, i + 1, CODES.size(), code.prompt());
      }
    }
    return seen.isEmpty()
        ? new Step.Nothing(Told.of(WizardReason.NOTHING_READ))
        : new Conclusion(start, seen).done();
  }

  /// Characters came: bytes of a serial line as Latin-1, or keys of a wedge with Enter as CR, Tab
  /// as TAB and the key combination for GS as 0x1D.
  ///
  /// @param nanos a monotonic time
  /// @return the answer to a scan before, when these characters came after it was over
  public Optional<Answer> came(String characters, long nanos) {
    Optional<Answer> before = quiet(nanos);
    if (characters.isEmpty()) {
      return before;
    }
    lastNanos = nanos;
    int room = LENGTH_MAX + 1 - coming.length();
    if (room > 0) {
      arrivals.add(new Burst.Arrival(coming.length(), nanos));
      coming.append(characters, 0, Math.min(room, characters.length()));
    }
    return before;
  }

  /// Nothing came until this time; call it a few times a second.
  ///
  /// @return the answer to the scan that is over now; where several came together, to one at each
  ///     call
  public Optional<Answer> quiet(long nanos) {
    if (waiting.isEmpty() && !coming.isEmpty() && nanos - lastNanos >= QUIET_NANOS) {
      Burst burst = new Burst(coming.toString(), arrivals);
      forget();
      waiting.addAll(
          burst.text().length() > LENGTH_MAX
              ? List.of(burst)
              : burst.cut(Recogniser.spans(burst.text())));
    }
    return Optional.ofNullable(waiting.poll()).map(this::answer);
  }

  private void forget() {
    coming.setLength(0);
    arrivals.clear();
  }

  private Answer answer(Burst burst) {
    if (step() instanceof Step.Ask ask) {
      Optional<Seen> recognised =
          burst.text().length() > LENGTH_MAX ? Optional.empty() : Recogniser.of(burst.text());
      return recognised.map(what -> taken(what, burst)).orElseGet(() -> unknown(burst, ask));
    }
    return new Answer(Optional.empty(), Told.of(WizardReason.ALL_DONE), false, List.of());
  }

  private Answer taken(Seen what, Burst burst) {
    boolean again = seen.put(what.code(), burst) != null;
    skipped.remove(what.code());
    int number = CODES.indexOf(what.code()) + 1;
    return new Answer(
        Optional.of(what.code()),
        Told.of(again ? WizardReason.CODE_AGAIN : WizardReason.CODE_READ, number),
        false,
        new Conclusion(start, Map.of(what.code(), burst)).findings());
  }

  private static Answer unknown(Burst burst, Step.Ask ask) {
    boolean readable =
        burst.text().chars().allMatch(c -> c >= ' ' && c < 0x7F || c == 0x1D || isEnding(c));
    String shown = VisibleText.of(burst.text(), 60);
    return new Answer(
        Optional.empty(),
        readable
            ? Told.of(WizardReason.NO_TEST_CODE, shown).and(ask.prompt())
            : Told.of(WizardReason.UNREADABLE, shown),
        !readable,
        List.of());
  }

  private static boolean isEnding(int c) {
    return c == '\r' || c == '\n' || c == '\t' || c == 0x02 || c == 0x03;
  }

  /// The scanner cannot read the code that is asked for.
  public void skip() {
    if (step() instanceof Step.Ask ask) {
      skipped.add(ask.code());
    }
  }

  /// Begins anew.
  public void restart() {
    seen.clear();
    skipped.clear();
    waiting.clear();
    forget();
  }
}
