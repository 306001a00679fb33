package dev.stockwright.devices.scanner;

import dev.stockwright.devices.framing.Framing;
import dev.stockwright.devices.framing.Framing.Mark;
import dev.stockwright.devices.framing.Wrapping;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;
import dev.stockwright.devices.scanner.Finding.Weight;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.Seen.Bits;
import dev.stockwright.devices.scanner.Seen.Flaw;
import dev.stockwright.devices.serial.SerialSettings.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the test codes that came say about a scanner: findings, and a profile made of them. Pure.
final class Conclusion {
  private static final Duration GAP_MIN = Duration.ofMillis(60);
  private static final Duration GAP_MAX = Duration.ofMillis(300);
  private static final Duration PATIENCE_MIN = Duration.ofMillis(500);
  private static final int GAP_FACTOR = 3;

  /// What element strings may carry, so that it cannot stand for a separator.
  private static final String DATA_SIGNS = "!\"%&'()*+,-./:;<=>?_ ";

  private static final String NOTHING = "\u2014";

  private final ScannerProfile start;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TestCode, Burst> bursts;
  private final List<Seen> all;
  private ScannerProfile profile;

  Conclusion(ScannerProfile start, Map<TestCode, Burst> bursts) {
    this.start = start;
    this.profile = start;
    this.bursts = bursts;
    Garble known =
        bursts.values().stream()
            .flatMap(burst -> Recogniser.of(burst.text()).stream())
            .map(Seen::garble)
            .filter(garble -> !garble.isNone())
            .findFirst()
            .orElse(Garble.NONE);
    this.all =
        bursts.values().stream()
            .flatMap(burst -> Recogniser.of(burst.text(), known).stream())
            .toList();
    characters(known);
    ending();
    around();
    separator();
    flaws();
    speed();
    findings.sort(Comparator.comparing(Finding::weight, Comparator.reverseOrder()));
  }

  Step.Done done() {
    return new Step.Done(profile, findings);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void say(String code, Weight weight, WizardReason reason, Object... values) {
    findings.add(new Finding(code, weight, Told.of(reason, values)));
  }

  private void characters(Garble known) {
    if (!known.isNone()) {
      findings.add(new Finding(known.code(), Weight.PROBLEM, known.told()));
    } else if (bursts.containsKey(TestCode.LAYOUT)) {
      say("characters", Weight.GOOD, WizardReason.CHARACTERS);
    }
    Optional<Bits> bits = all.stream().map(Seen::bits).filter(b -> b != Bits.EIGHT).findFirst();
    if (bits.isPresent() && start.line() instanceof Line.Serial serial) {
      Parity parity = bits.get() == Bits.SEVEN_ODD ? Parity.ODD : Parity.EVEN;
      if (bits.get() == Bits.SEVEN_OTHER) {
        say("bits", Weight.PROBLEM, WizardReason.BITS);
      } else {
        profile =
            profile.withLine(
                new Line.Serial(serial.path(), serial.baud(), 7, serial.stopBits(), parity));
        say("seven_bits", Weight.HINT, WizardReason.SEVEN_BITS);
      }
    }
  }

  private void ending() {
    List<String> endings = distinct(Seen::ending);
    boolean stx = all.stream().allMatch(Seen::stx);
    long longest = bursts.values().stream().mapToLong(Burst::longestGapNanos).max().orElse(0);
    Duration gap = gap(longest);
    Duration patience =
        gap.multipliedBy(2).compareTo(PATIENCE_MIN) > 0 ? gap.multipliedBy(2) : PATIENCE_MIN;
    if (endings.size() > 1 && !stx) {
      say("ending_varies", Weight.PROBLEM, WizardReason.ENDING_VARIES, shown(endings));
      return;
    }
    Set<Mark> marks = marks(endings.getFirst(), stx);
    int maxBytes = start.framing().maxBytes();
    profile = profile.withFraming(new Framing(marks, gap, patience, maxBytes));
    boolean none = marks.contains(Mark.SILENCE);
    if (none) {
      say("no_ending", Weight.HINT, WizardReason.NO_ENDING, Long.toString(gap.toMillis()));
    } else if (marks.contains(Mark.STX_ETX)) {
      say("ending", Weight.GOOD, WizardReason.ENDING_STX);
    } else {
      say("ending", Weight.GOOD, WizardReason.ENDING, name(marks));
    }
    if (bursts.containsKey(TestCode.LINES) && !marks.contains(Mark.STX_ETX) && !none) {
      say("line_breaks_cut", Weight.HINT, WizardReason.LINE_BREAKS_CUT);
    }
  }

  /// The silence that ends a scan: three times the longest pause inside one.
  private static Duration gap(long longestNanos) {
    long tens = (longestNanos * GAP_FACTOR + 9_999_999) / 10_000_000;
    Duration gap = Duration.ofMillis(tens * 10);
    return gap.compareTo(GAP_MIN) < 0 ? GAP_MIN : gap.compareTo(GAP_MAX) > 0 ? GAP_MAX : gap;
  }

  private static Set<Mark> marks(String ending, boolean stx) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (stx && ending.startsWith("\u0003")) {
      marks.add(Mark.STX_ETX);
      return marks;
    }
    for (Map.Entry<Character, Mark> mark :
        List.of(Map.entry('\r', Mark.CR), Map.entry('\n', Mark.LF), Map.entry('\t', Mark.TAB))) {
      if (ending.indexOf(mark.getKey()) >= 0) {
        marks.add(mark.getValue());
      }
    }
    if (marks.isEmpty()) {
      marks.add(Mark.SILENCE);
    }
    return marks;
  }

  private static String name(Set<Mark> marks) {
    return String.join(" ", marks.stream().map(Mark::name).toList());
  }

  private void around() {
    List<String> prefixes = distinct(Seen::prefix);
    List<String> suffixes =
        all.stream().filter(Conclusion::isWhole).map(Seen::suffix).distinct().toList();
    if (prefixes.size() > 1) {
      say("code_id", Weight.PROBLEM, WizardReason.CODE_ID, shown(prefixes));
    }
    if (suffixes.size() > 1) {
      say("suffix_varies", Weight.PROBLEM, WizardReason.SUFFIX_VARIES, shown(suffixes));
    }
    String prefix = prefixes.size() == 1 ? prefixes.getFirst() : "";
    String suffix = suffixes.size() == 1 ? suffixes.getFirst() : "";
    if (fits(prefix) && fits(suffix)) {
      profile =
          profile.withWrapping(
              new Wrapping(prefix, suffix, start.wrapping().gsSubstitute()), aimIds());
      if (!prefix.isEmpty()) {
        say("prefix", Weight.HINT, WizardReason.PREFIX, shown(prefix));
      }
      if (!suffix.isEmpty()) {
        say("suffix", Weight.HINT, WizardReason.SUFFIX, shown(suffix));
      }
    } else {
      say("wrapping_too_long", Weight.PROBLEM, WizardReason.WRAPPING_TOO_LONG);
    }
    aim();
  }

  private static boolean isWhole(Seen seen) {
    return seen.flaw().filter(flaw -> flaw == Flaw.CUT).isEmpty();
  }

  private static boolean fits(String part) {
    return part.length() <= Wrapping.LENGTH_MAX && part.chars().allMatch(c -> c <= 0xFF);
  }

  private boolean aimIds() {
    return !all.isEmpty() && all.stream().noneMatch(seen -> seen.aim().isEmpty());
  }

  private void aim() {
    boolean some = all.stream().anyMatch(seen -> !seen.aim().isEmpty());
    if (aimIds()) {
      say("aim_on", Weight.GOOD, WizardReason.AIM_ON);
    } else if (some) {
      say("aim_varies", Weight.HINT, WizardReason.AIM_VARIES);
    } else {
      say("aim_off", Weight.HINT, WizardReason.AIM_OFF);
    }
    boolean plain =
        all.stream().anyMatch(seen -> seen.code() == TestCode.GS1 && seen.aim().equals("]C0"));
    if (plain) {
      say("not_gs1", Weight.PROBLEM, WizardReason.NOT_GS1);
    }
  }

  private void separator() {
    Optional<String> separator =
        all.stream().flatMap(seen -> seen.separator().stream()).findFirst();
    if (separator.isEmpty()) {
      return;
    }
    String came = separator.get();
    if (came.equals("\u001d")) {
      profile = profile.withWrapping(wrapping(""), profile.aimIds());
      say("gs_kept", Weight.GOOD, WizardReason.GS_KEPT);
    } else if (came.isEmpty()) {
      say("gs_dropped", Weight.PROBLEM, WizardReason.GS_DROPPED);
    } else if (!fits(came) || came.chars().anyMatch(Conclusion::mayBeData)) {
      say("gs_substitute_unsafe", Weight.PROBLEM, WizardReason.GS_UNSAFE, shown(came));
    } else {
      profile = profile.withWrapping(wrapping(came), profile.aimIds());
      say("gs_replaced", Weight.HINT, WizardReason.GS_REPLACED, shown(came));
    }
  }

  private Wrapping wrapping(String gsSubstitute) {
    Wrapping now = profile.wrapping();
    return new Wrapping(now.prefix(), now.suffix(), gsSubstitute);
  }

  private static boolean mayBeData(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || DATA_SIGNS.indexOf(c) >= 0;
  }

  private void flaws() {
    all.forEach(seen -> seen.flaw().ifPresent(this::flaw));
  }

  private void flaw(Flaw flaw) {
    switch (flaw) {
      case CHECK_DIGIT_MISSING ->
          say("check_digit_missing", Weight.PROBLEM, WizardReason.CHECK_DIGIT_MISSING);
      case LINE_BREAKS_CHANGED ->
          say("line_breaks_changed", Weight.HINT, WizardReason.LINE_BREAKS_CHANGED);
      case CUT -> say("long_code_cut", Weight.PROBLEM, WizardReason.LONG_CODE_CUT);
    }
  }

  private void speed() {
    Burst longest =
        bursts.values().stream()
            .max(Comparator.comparingInt(burst -> burst.text().length()))
            .orElseThrow();
    if (longest.lastsNanos() > 0 && longest.text().length() > 1) {
      long perSecond = (longest.text().length() - 1) * 1_000_000_000L / longest.lastsNanos();
      say(
          "speed",
          Weight.GOOD,
          WizardReason.SPEED,
          Long.toString(perSecond),
          Long.toString(Duration.ofNanos(longest.longestGapNanos()).toMillis()));
    }
  }

  private List<String> distinct(Function<Seen, String> part) {
    return all.stream().map(part).distinct().toList();
  }

  private static String shown(List<String> texts) {
    return String.join(", ", texts.stream().map(Conclusion::shown).toList());
  }

  private static String shown(String text) {
    return text.isEmpty() ? NOTHING : VisibleText.of(text);
  }
}
