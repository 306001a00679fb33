package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.devices.WizardPage.Found;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.scanner.Answer;
import dev.stockwright.devices.scanner.Finding;
import dev.stockwright.devices.scanner.Finding.Weight;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerProfile.Line;
import dev.stockwright.devices.scanner.ScannerWizard;
import dev.stockwright.devices.scanner.Step;
import dev.stockwright.devices.scanner.TestCode;
import dev.stockwright.devices.wedge.LayoutCheck;
import dev.stockwright.devices.wedge.LayoutFinding;
import dev.stockwright.devices.wedge.SeparatorCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One scanner being set up: a code at a time, scanned from the screen. A scanner that types must
/// first show, by a calibration code, that every character arrives; the wizard does not go on until
/// it does. Fed with what came and when; no clock. Owned by the JavaFX thread.
final class WizardViewModel {
  private static final int LENGTH_MAX = 8_192;

  /// People need longer than this from one key to the next.
  private static final long PEOPLE_MILLIS = 80;

  private final ScannerProfile start;
  private final Speech speech;
  private final ScannerWizard wizard;
  private final boolean keyboard;
  private final List<Piece> coming = new ArrayList<>();
  private final ReadOnlyObjectWrapper<WizardPage> page;
  private int length;
  private boolean calibrated;

  private record Piece(String characters, long nanos) {}

  WizardViewModel(ScannerProfile start, Speech speech) {
    this.start = start;
    this.speech = speech;
    this.wizard = new ScannerWizard(start);
    this.keyboard = start.line() instanceof Line.Wedge;
    this.page = new ReadOnlyObjectWrapper<>(shown("", List.of()));
  }

  ReadOnlyObjectProperty<WizardPage> page() {
    return page.getReadOnlyProperty();
  }

  /// Whose wizard it is, such as `Scanner 1`.
  String name() {
    return start.name();
  }

  /// The scanner sent characters.
  void came(String characters, long nanos) {
    quiet(nanos);
    if (length < LENGTH_MAX) {
      coming.add(new Piece(characters, nanos));
      length += characters.length();
    }
  }

  /// Nothing came until now; called a few times a second.
  void quiet(long nanos) {
    if (coming.isEmpty() || nanos - coming.getLast().nanos() < ScannerWizard.QUIET_NANOS) {
      return;
    }
    List<Piece> scan = List.copyOf(coming);
    coming.clear();
    length = 0;
    StringBuilder text = new StringBuilder();
    scan.forEach(piece -> text.append(piece.characters()));
    String code = text.toString().strip();
    if (!code.isEmpty()) {
      scanned(scan, code, nanos);
    }
  }

  private void scanned(List<Piece> scan, String code, long nanos) {
    if (keyboard && !calibrated) {
      calibrate(code);
      return;
    }
    Optional<TestCode> asked =
        wizard.step() instanceof Step.Ask ask ? Optional.of(ask.code()) : Optional.empty();
    scan.forEach(piece -> wizard.came(piece.characters(), piece.nanos()));
    wizard.quiet(nanos).ifPresent(answer -> answered(answer, asked, code));
  }

  private void answered(Answer answer, Optional<TestCode> asked, String code) {
    List<Found> findings = new ArrayList<>(found(answer.findings()));
    if (answer.code().isEmpty() && asked.isPresent()) {
      LayoutFinding layout = LayoutCheck.of(asked.get().content(), code);
      if (layout instanceof LayoutFinding.Layouts) {
        findings.add(new Found(layout.code(), Weight.PROBLEM, words(layout.told())));
      }
    }
    boolean dropped = findings.stream().anyMatch(finding -> finding.code().equals("gs_dropped"));
    if (!dropped) {
      SeparatorCheck.of(code)
          .map(lost -> new Found("separator_lost", Weight.PROBLEM, words(lost.told())))
          .ifPresent(findings::add);
    }
    // The steps are counted here, calibration included, so a code is not named by its number.
    String said =
        answer.code().isPresent() ? speech.say(EquipmentPhrase.CODE_READ) : words(answer.told());
    page.set(shown(said, named(findings)));
  }

  private void calibrate(String code) {
    LayoutFinding finding =
        code.contains(LayoutCheck.CODE) ? new LayoutFinding.Right() : LayoutCheck.of(code);
    calibrated = finding.right();
    Weight weight = finding.right() ? Weight.GOOD : Weight.PROBLEM;
    page.set(
        shown(
            speech.say(
                finding.right()
                    ? EquipmentPhrase.KEYBOARD_CODE_READ
                    : EquipmentPhrase.KEYBOARD_CODE_WRONG),
            List.of(new Found(finding.code(), weight, words(finding.told())))));
  }

  /// The scanner cannot read this code.
  void skip() {
    if (page.get() instanceof WizardPage.Ask ask && ask.skippable()) {
      wizard.skip();
      page.set(shown("", List.of()));
    }
  }

  /// Begins anew.
  void restart() {
    wizard.restart();
    calibrated = false;
    coming.clear();
    length = 0;
    page.set(shown("", List.of()));
  }

  /// The profile, when everything is known and nothing speaks against using it.
  Optional<ScannerProfile> usable() {
    return page.get() instanceof WizardPage.Done done && done.refusal().isEmpty()
        ? Optional.of(done.profile())
        : Optional.empty();
  }

  private WizardPage shown(String answer, List<Found> findings) {
    int before = keyboard ? 1 : 0;
    if (keyboard && !calibrated) {
      return new WizardPage.Ask(
          1,
          TestCode.values().length + 1,
          speech.say(EquipmentPhrase.SHOWS_KEYBOARD),
          new SymbolOnScreen(
              SymbolOnScreen.Kind.CODE_128,
              LayoutCheck.CODE,
              speech.say(EquipmentPhrase.CALIBRATION)),
          answer,
          findings,
          false);
    }
    return switch (wizard.step()) {
      case Step.Ask(TestCode code, int number, int of, Told prompt) ->
          new WizardPage.Ask(
              number + before,
              of + before,
              shows(words(prompt)),
              SymbolOnScreen.of(code, speech),
              answer,
              findings,
              true);
      case Step.Done(ScannerProfile profile, List<Finding> all) ->
          new WizardPage.Done(
              profile,
              new ProfileWords(speech).of(profile),
              named(paced(profile, found(all))),
              refusal(all));
      case Step.Nothing(Told why) -> new WizardPage.Nothing(words(why));
    };
  }

  /// A scanner that is as slow as people are cannot be told from them by its pace.
  private List<Found> paced(ScannerProfile profile, List<Found> findings) {
    long gap = profile.framing().gap().toMillis();
    if (!keyboard || gap <= PEOPLE_MILLIS || !profile.wrapping().prefix().isEmpty()) {
      return findings;
    }
    List<Found> all = new ArrayList<>();
    all.add(new Found("as_slow_as_people", Weight.PROBLEM, speech.say(EquipmentPhrase.TOO_SLOW)));
    all.addAll(findings);
    return all;
  }

  private String words(Told told) {
    return DriverWords.say(told, speech.wording().get());
  }

  private List<Found> found(List<Finding> findings) {
    return findings.stream()
        .map(one -> new Found(one.code(), one.weight(), words(one.told())))
        .toList();
  }

  /// With the names of keys in place of the characters that stand for them.
  private List<Found> named(List<Found> findings) {
    return keyboard
        ? findings.stream()
            .map(
                finding ->
                    new Found(
                        finding.code(),
                        finding.weight(),
                        new ProfileWords(speech).keys(finding.sentence())))
            .toList()
        : findings;
  }

  /// The prompt without its order to scan a code by a number of the printed page.
  private static String shows(String prompt) {
    int end = prompt.indexOf(". ");
    return end < 0 ? prompt : prompt.substring(end + 2);
  }

  /// Letters that arrive changed would be booked as other products; no profile mends that.
  private Optional<String> refusal(List<Finding> findings) {
    boolean garbled =
        findings.stream()
            .map(Finding::code)
            .anyMatch(code -> code.startsWith("layout_") || code.startsWith("case_"));
    return garbled ? Optional.of(speech.say(EquipmentPhrase.NOT_USED)) : Optional.empty();
  }
}
