package dev.stockwright.devices.scales;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.link.ByteLink;
import dev.stockwright.devices.link.LinkGone;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.scales.ScaleAnswer.Done;
import dev.stockwright.devices.scales.ScaleAnswer.Moving;
import dev.stockwright.devices.scales.ScaleAnswer.NotReady;
import dev.stockwright.devices.scales.ScaleAnswer.Overload;
import dev.stockwright.devices.scales.ScaleAnswer.Refused;
import dev.stockwright.devices.scales.ScaleAnswer.Stable;
import dev.stockwright.devices.scales.ScaleAnswer.Underload;
import dev.stockwright.devices.scales.ScaleAnswer.Unreadable;
import dev.stockwright.devices.scales.Weighing.Adjusted;
import dev.stockwright.devices.scales.Weighing.NotWeighed;
import dev.stockwright.devices.scales.Weighing.Weighed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Questions and answers over one open line; each question has one answer, and after a silence what
/// is still on the way is thrown away before the next question. Owned by the scale's thread.
final class SicsTalk {
  /// @param place for sentences
  /// @param answer how long a scale may take to answer; it does so at once, and a line needs 20 ms
  ///     at 9600 baud
  record Settings(String place, boolean simulated, Duration answer) {}

  private static final Duration QUIET = Duration.ofMillis(150);

  /// Between two looks at a weight that moves.
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final int SILENT_MAX = 2;
  private static final int UNREADABLE_MAX = 3;

  private final ByteLink link;
  private final ScaleHealth health;
  private final Settings settings;
  private final InstantSource clock;
  private final ScaleLines lines = new ScaleLines();
  private final Deque<ScaleAnswer> answers = new ArrayDeque<>();
  private final byte[] buffer = new byte[512];
  private int silent;
  private int unreadable;

  SicsTalk(ByteLink link, ScaleHealth health, Settings settings, InstantSource clock) {
    this.link = link;
    this.health = health;
    this.settings = settings;
    this.clock = clock;
  }

  static String silent(String place) {
    return "The scale at "
        + place
        + " does not answer. Switch it on, look at its cable, and set it to MT-SICS with the same"
        + " speed.";
  }

  /// Returns when the scale has answered for the first time.
  void begin() throws LinkGone, InterruptedException {
    settle();
    while (ask(MtSics.WEIGH_NOW, settings.answer()).isEmpty()) {
      settle();
    }
  }

  /// Looks whether the scale is there.
  void lookIn() throws LinkGone, InterruptedException {
    ask(MtSics.WEIGH_NOW, settings.answer());
  }

  /// Looks until two answers in a row are stable and the same.
  Weighing weigh(Duration patience) throws LinkGone, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    Optional<ScaleAnswer> before = Optional.empty();
    while (true) {
      Optional<ScaleAnswer> now = ask(MtSics.WEIGH_NOW, settings.answer());
      if (now.isPresent() && now.get() instanceof Stable(Weight weight) && now.equals(before)) {
        return weighed(weight);
      }
      if (System.nanoTime() - until >= 0) {
        return notWeighed(now);
      }
      before = now;
      hear(PAUSE);
    }
  }

  private Weighing weighed(Weight weight) {
    if (weight.negative()) {
      return new NotWeighed(
          "negative",
          "The scale shows " + weight + ", less than nothing. Empty it and set it to zero.");
    }
    health.weighed();
    return new Weighed(weight, clock.instant(), settings.simulated());
  }

  private Weighing notWeighed(Optional<ScaleAnswer> last) {
    if (last.isEmpty()) {
      return new NotWeighed("no_answer", silent(settings.place()));
    }
    return switch (last.get()) {
      case Stable stable -> moving();
      case Moving moving -> moving();
      case NotReady notReady -> moving();
      case Done done -> moving();
      case Overload overload ->
          new NotWeighed("overload", "Too heavy for this scale. Take something off.");
      case Underload underload ->
          new NotWeighed(
              "underload",
              "The scale shows less than nothing. Put its plate on and set it to zero.");
      case Refused refused ->
          new NotWeighed(
              "refused",
              "The scale refused the question (" + refused.code() + "). Look at its display.");
      case Unreadable line ->
          new NotWeighed(
              "unreadable",
              "The scale's answer cannot be used: "
                  + line.why()
                  + ". Set it to MT-SICS and to g, kg, lb or oz, and look at its speed.");
    };
  }

  private static NotWeighed moving() {
    return new NotWeighed(
        "not_stable", "The scale does not come to rest. Let go of the goods and weigh again.");
  }

  /// Zeroes or tares; the scale waits for rest by itself.
  Weighing adjust(String command, Duration patience) throws LinkGone, InterruptedException {
    Optional<ScaleAnswer> answer = ask(command, patience);
    if (answer.isPresent() && answer.get() instanceof Done) {
      return new Adjusted();
    }
    if (answer.isEmpty()) {
      send(MtSics.RESET);
      settle();
    }
    return notWeighed(answer);
  }

  /// @return empty when nothing came in time
  private Optional<ScaleAnswer> ask(String command, Duration wait)
      throws LinkGone, InterruptedException {
    hear(Duration.ZERO);
    answers.clear();
    send(command);
    long until = System.nanoTime() + wait.toNanos();
    while (answers.isEmpty() && System.nanoTime() - until < 0) {
      hear(Duration.ofMillis(20));
    }
    Optional<ScaleAnswer> answer = Optional.ofNullable(answers.poll());
    if (answer.isEmpty()) {
      silent++;
      if (silent >= SILENT_MAX) {
        throw new LinkGone(Told.asIs(silent(settings.place())));
      }
      settle();
      return answer;
    }
    silent = 0;
    judge(answer.get());
    return answer;
  }

  private void judge(ScaleAnswer answer) throws LinkGone, InterruptedException {
    if (answer instanceof Unreadable) {
      health.unreadable();
      unreadable++;
      settle();
    } else {
      unreadable = 0;
    }
    if (unreadable == 0) {
      health.state(DeviceState.READY, "Ready at " + settings.place() + ".");
      health.shows(answer);
    } else if (unreadable >= UNREADABLE_MAX) {
      health.state(
          DeviceState.DEGRADED,
          "What the scale at "
              + settings.place()
              + " sends cannot be read. Look at its speed and cable, and set it to MT-SICS.");
    }
  }

  private void send(String command) throws LinkGone, InterruptedException {
    link.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void hear(Duration wait) throws LinkGone, InterruptedException {
    int length = link.read(buffer, wait.isZero() ? Duration.ofMillis(1) : wait);
    if (length > 0) {
      answers.addAll(lines.accept(buffer, length));
    }
  }

  /// Throws away what is on the way, for at most a second.
  private void settle() throws LinkGone, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (System.nanoTime() - until < 0 && link.read(buffer, QUIET) > 0) {
      lines.forget();
    }
    lines.forget();
    answers.clear();
  }
}
