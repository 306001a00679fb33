package dev.stockwright.devices.tryout;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.scanner.Answer;
import dev.stockwright.devices.scanner.ProfileText;
import dev.stockwright.devices.scanner.ScannerProfile;
import dev.stockwright.devices.scanner.ScannerWizard;
import dev.stockwright.devices.scanner.Step;
import dev.stockwright.devices.serial.SerialScanner;
import dev.stockwright.devices.tryout.ScannerCommand.Plan;
import dev.stockwright.devices.tryout.TriedScanner.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Asks for the test codes and writes the profile.
final class WizardTalk {
  private static final Duration NOTHING = Duration.ofMinutes(2);
  private static final Duration NOT_THERE = Duration.ofSeconds(10);
  private static final Duration GONE = Duration.ofSeconds(30);
  private static final int UNKNOWN_MAX = 2;

  private final Plan plan;
  private final Telling telling;
  private final Keyboard keyboard;
  private final long beginNanos = System.nanoTime();
  private ScannerWizard wizard;
  private boolean wasReady;
  private boolean lost;
  private long lostNanos;
  private long heardNanos = beginNanos;
  private boolean unreadable;
  private boolean recognised;
  private int unknown; // Scans in a row that were no test code.
  private boolean ended;

  WizardTalk(Plan plan, Telling telling, Keyboard keyboard) {
    this.plan = plan;
    this.telling = telling;
    this.keyboard = keyboard;
    this.wizard = new ScannerWizard(plan.start());
  }

  int run() throws InterruptedException {
    try (TriedScanner tried = TriedScanner.of(plan.record(), plan.start().source())) {
      ScannerProfile profile = plan.start();
      boolean search = plan.auto();
      for (; ; ) {
        if (search) {
          Optional<ScannerProfile> found =
              new SpeedTalk(telling, tried).find(profile, plan.left(beginNanos));
          if (found.isEmpty()) {
            return ScannerCommand.NOTHING_CAME;
          }
          profile = found.get();
          wizard = new ScannerWizard(profile);
          unreadable = false;
        }
        boolean mayStillSearch = plan.autoLater() && !search;
        talk(tried, profile, mayStillSearch);
        if (!(unreadable && mayStillSearch)) {
          return conclude();
        }
        search = true;
      }
    } catch (IOException e) {
      telling.say("file_failed", "A file cannot be written: " + e.getMessage() + ".");
      return ScannerCommand.WRONG_USE;
    }
  }

  /// Talks until all is known, the time is over, or the speed must be searched.
  private void talk(TriedScanner tried, ScannerProfile profile, boolean mayStillSearch)
      throws InterruptedException {
    heardNanos = System.nanoTime();
    Optional<Step> shown = Optional.empty();
    try (SerialScanner scanner =
        new SerialScanner(profile.source(), profile.settings(), InstantSource.system(), tried)) {
      scanner.start(tried);
      while (!ended && !(unreadable && mayStillSearch) && wizard.step() instanceof Step.Ask ask) {
        Optional<Event> event = tried.next();
        if (wasReady && event.isEmpty() && shown.filter(ask::equals).isEmpty()) {
          telling.ask(ask);
          shown = Optional.of(ask);
        }
        event.ifPresent(this::handle);
        keyboard.line().ifPresent(this::typed);
        ended |= timeIsOver();
      }
    }
  }

  private void handle(Event event) {
    switch (event) {
      case Event.Came(String characters, long nanos) -> {
        heardNanos = System.nanoTime();
        wizard.came(characters, nanos).ifPresent(this::answered);
      }
      case Event.Quiet(long nanos) -> wizard.quiet(nanos).ifPresent(this::answered);
      case Event.Health(DeviceHealth health) -> state(health);
      case Event.Seen seen -> {}
      case Event.Refused refused -> {}
    }
  }

  private void answered(Answer answer) {
    telling.answer(answer);
    recognised |= answer.code().isPresent();
    unknown = answer.code().isPresent() ? 0 : unknown + 1;
    // At half the speed a code gives readable garbage.
    unreadable = answer.unreadable() || !recognised && unknown >= UNKNOWN_MAX;
  }

  private void state(DeviceHealth health) {
    boolean isLost = health.state() == DeviceState.LOST;
    if (isLost && !lost) {
      lostNanos = System.nanoTime();
    }
    // The wizard itself says what cannot be read.
    if (health.state() != DeviceState.DEGRADED && (isLost || lost || !wasReady)) {
      telling.state(health);
    }
    lost = isLost;
    wasReady |= health.state() == DeviceState.READY;
  }

  private void typed(String line) {
    if (line.equals("q")) {
      ended = true;
    } else if (line.isEmpty() || line.equals("skip")) {
      wizard.skip();
    }
  }

  private boolean timeIsOver() {
    long now = System.nanoTime();
    if (plan.seconds().isPresent()) {
      return plan.isOver(beginNanos);
    }
    Duration absent = wasReady ? GONE : NOT_THERE;
    return lost && now - lostNanos >= absent.toNanos() || now - heardNanos >= NOTHING.toNanos();
  }

  /// What is known now is the result; what was not scanned counts as skipped.
  private int conclude() throws IOException {
    while (wizard.step() instanceof Step.Ask) {
      wizard.skip();
    }
    switch (wizard.step()) {
      case Step.Done done -> {
        telling.done(done);
        if (plan.profile().isPresent()) {
          Path file = plan.profile().get();
          Files.writeString(file, ProfileText.write(done.profile()));
          telling.say("profile_written", "The profile is in " + file + ".");
        }
        return ScannerCommand.DONE;
      }
      case Step.Nothing(Told why) ->
          telling.say(
              "nothing_came",
              lost ? "The scanner is not there, so nothing is known of it." : why.sentence());
      case Step.Ask ask -> throw new IllegalStateException("asked behind the end: " + ask);
    }
    return ScannerCommand.NOTHING_CAME;
  }
}
