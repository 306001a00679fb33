package dev.stockwright.devices.wedge;

import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.wedge.Heard.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Tells what a scanner typed from what a person typed, by the time between strokes and by prefix
/// and suffix where they are set.
///
/// Without a prefix a scan is a burst: at least [WedgeSettings#shortest] characters, none later
/// than [WedgeSettings#gap] after the one before, ended by Enter, Tab, the suffix or silence. A
/// burst with a pause that is longer than the gap and shorter than the silence is a scan torn in
/// two: neither half becomes one. All else is a person, handed out one character at a time as soon
/// as that is sure. Pure: time comes in as nanoseconds that never go back; no clock, no thread. One
/// owner.
public final class WedgeDetector {
  /// Characters of the largest burst; what comes after them is skipped until it ends.
  public static final int BURST_MAX = 8_192;

  /// GS, the separator of element strings.
  public static final char SEPARATOR = 0x1D;

  /// In a text field, silence ends a scan only of this many strokes or more: nobody rolls so many.
  static final int UNMISTAKABLE = 8;

  private static final long MILLI = 1_000_000;
  static final long UNMISTAKABLE_MEAN = 30 * MILLI;

  /// Enter or Tab so soon after a scan that silence ended is still the scanner's.
  private static final long LATE_ENDING = 250 * MILLI;

  /// What a prefix has opened ends after this silence; with a suffix it is then refused.
  private static final long OPEN_SILENCE = 500 * MILLI;

  private static final long OPEN_SILENCE_SUFFIX = 2_000 * MILLI;

  private final WedgeSettings settings;
  private final long gap;
  private final long silence;
  private final Burst burst = new Burst();
  private final AltEntry alt = new AltEntry();
  private long lastNanos;
  private boolean everStroked;
  private boolean inField;
  private Optional<Ending> justEnded = Optional.empty();
  // What the system may type again for what was heard as keys; at most one character.
  private String echo = "";

  public WedgeDetector(WedgeSettings settings) {
    this.settings = settings;
    this.gap = settings.gap().toNanos();
    this.silence = settings.silence().toNanos();
  }

  public WedgeSettings settings() {
    return settings;
  }

  /// What a stroke came to.
  ///
  /// @param swallow whether nobody else may see the stroke
  /// @param heard in order
  public record Verdict(boolean swallow, List<Heard> heard) {
    public Verdict {
      heard = List.copyOf(heard);
    }
  }

  /// Says whether a text field shows the characters at once.
  public void inField(boolean now) {
    inField = now;
  }

  /// Takes the next stroke.
  public Verdict accept(Stroke stroke, long nanos) {
    List<Heard> heard = new ArrayList<>();
    boolean swallow =
        switch (stroke) {
          case Stroke.Characters characters -> typed(characters.text(), nanos, heard);
          case Stroke.Enter enter -> ended(Ending.ENTER, '\r', nanos, heard);
          case Stroke.Tab tab -> ended(Ending.TAB, '\t', nanos, heard);
          case Stroke.Pressed pressed -> pressed(pressed.key(), nanos, heard);
          case Stroke.Modifier modifier -> keepAlive(nanos);
          case Stroke.AltDigit altDigit -> altDigit(altDigit.digit(), nanos);
          case Stroke.AltReleased released -> altReleased(nanos, heard);
        };
    return new Verdict(swallow, heard);
  }

  /// Time has passed without a stroke; called when [#quietAfter] says so, or later.
  public List<Heard> silent(long nanos) {
    List<Heard> heard = new ArrayList<>();
    if (!burst.isEmpty() && nanos - lastNanos >= quiet()) {
      afterSilence(heard);
    }
    return heard;
  }

  /// After how many nanoseconds without a stroke [#silent] has something to decide.
  public long quietAfter() {
    return quiet();
  }

  /// How many characters may still turn out to be a scan; never more than [#BURST_MAX].
  public int pending() {
    return burst.length();
  }

  /// Whether a character now would begin a new burst.
  public boolean begins(long nanos) {
    return burst.isEmpty() || late(nanos) && !tears(nanos);
  }

  /// Forgets what is pending: the focus went elsewhere.
  public void forget() {
    burst.clear();
    alt.take();
  }

  /// The thread that delivers strokes was held up for so long; no scanner paused for that.
  public void heldUp(long nanos) {
    lastNanos += Math.max(0, nanos);
  }

  private long quiet() {
    return !burst.open()
        ? silence
        : settings.suffix().isPresent() ? OPEN_SILENCE_SUFFIX : OPEN_SILENCE;
  }

  private boolean late(long nanos) {
    return !burst.isEmpty() && nanos - lastNanos > (burst.open() ? quiet() : gap);
  }

  /// A pause inside what is no person's typing: too long for a scan, too short for its end.
  private boolean tears(long nanos) {
    return !burst.open()
        && burst.length() >= settings.shortest()
        && nanos - lastNanos < silence
        && !inField;
  }

  private boolean keepAlive(long nanos) {
    if (!burst.isEmpty() && !late(nanos)) {
      lastNanos = nanos;
    }
    return false;
  }

  private boolean typed(String text, long nanos, List<Heard> heard) {
    boolean echoed = text.equals(echo) && nanos - lastNanos <= gap;
    echo = "";
    if (!echoed) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (text.length() > 1 && (c == '\r' || c == '\n' || c == '\t')) {
          ended(c == '\t' ? Ending.TAB : Ending.ENTER, c, nanos, heard);
        } else {
          beforeStroke(nanos, heard);
          append(c, Optional.empty(), heard);
          lastNanos = nanos;
        }
      }
      stroked(nanos);
    }
    return !inField;
  }

  private boolean pressed(WedgeKey key, long nanos, List<Heard> heard) {
    if (isMark(settings.prefix(), key)) {
      beforeStroke(nanos, heard);
      opened("", heard);
    } else if (isMark(settings.suffix(), key) && !burst.isEmpty() && !late(nanos)) {
      finish(Ending.SUFFIX, heard);
    } else if (settings.separatorKeys().contains(key)) {
      beforeStroke(nanos, heard);
      append(SEPARATOR, Optional.of(key), heard);
      echo = String.valueOf(SEPARATOR);
    } else {
      return false;
    }
    stroked(nanos);
    return true;
  }

  private boolean altDigit(int digit, long nanos) {
    alt.digit(digit);
    return keepAlive(nanos);
  }

  private boolean altReleased(long nanos, List<Heard> heard) {
    OptionalInt number = alt.take();
    if (number.isPresent()) {
      echo = "";
      char c = (char) number.getAsInt();
      if (c == '\r' || c == '\n' || c == '\t') {
        ended(c == '\t' ? Ending.TAB : Ending.ENTER, c, nanos, heard);
      } else {
        typed(String.valueOf(c), nanos, heard);
        echo = String.valueOf(c);
      }
    }
    return false;
  }

  private void beforeStroke(long nanos, List<Heard> heard) {
    settle(nanos, heard);
    justEnded = Optional.empty();
    if (burst.isEmpty()) {
      burst.begin(!everStroked || nanos - lastNanos >= silence);
    }
  }

  /// What a pause up to now has decided.
  private void settle(long nanos, List<Heard> heard) {
    if (!late(nanos)) {
      return;
    }
    if (tears(nanos)) {
      burst.tear();
    } else if (nanos - lastNanos >= quiet()) {
      afterSilence(heard);
    } else {
      flush(false, heard);
    }
  }

  private void stroked(long nanos) {
    burst.stroke(nanos);
    lastNanos = nanos;
    everStroked = true;
  }

  private void append(char c, Optional<WedgeKey> key, List<Heard> heard) {
    burst.append(c, key);
    if (settings.prefix().orElse(null) instanceof Mark.Characters prefix
        && burst.endsWith(prefix.text())) {
      burst.drop(prefix.text().length());
      opened(prefix.text(), heard);
    } else if (settings.suffix().orElse(null) instanceof Mark.Characters suffix
        && burst.length() > suffix.text().length()
        && burst.endsWith(suffix.text())) {
      burst.drop(suffix.text().length());
      finish(Ending.SUFFIX, heard);
    }
  }

  /// A prefix came: what stood before it is the AIM identifier, or belongs to another scan, or to a
  /// person.
  private void opened(String prefix, List<Heard> heard) {
    String aim = burst.open() || burst.torn() ? "" : burst.aimIdentifier();
    if (!aim.isEmpty()) {
      burst.clear();
    } else if (burst.open() || burst.torn() || burst.length() >= settings.shortest()) {
      finish(Ending.NEXT_PREFIX, heard);
    } else {
      flush(false, heard);
    }
    justEnded = Optional.empty();
    burst.begin(false);
    burst.makeOpen(aim, prefix);
  }

  private boolean ended(Ending ending, char c, long nanos, List<Heard> heard) {
    settle(nanos, heard);
    if (burst.open() && settings.suffix().isPresent()) {
      append(c, Optional.empty(), heard);
      stroked(nanos);
      return true;
    }
    boolean ours = isTail(nanos);
    if (ours) {
      // The LF behind a CR is swallowed once; an ending that came late may still have one.
      justEnded = justEnded.filter(Ending.SILENCE::equals).map(late -> ending);
    } else if (isScan()) {
      finish(ending, heard);
      ours = true;
    } else {
      flush(false, heard);
      justEnded = Optional.empty();
      if (ending == Ending.ENTER) {
        heard.add(new Heard.Entered());
        ours = !inField;
      }
    }
    stroked(nanos);
    return ours;
  }

  private boolean isScan() {
    return burst.open() && burst.length() > 0
        || burst.torn()
        || burst.length() >= settings.shortest();
  }

  /// A second ending, such as the LF behind a CR, or one that came late.
  private boolean isTail(long nanos) {
    if (!burst.isEmpty() || justEnded.isEmpty()) {
      return false;
    }
    long wait = justEnded.get() == Ending.SILENCE ? LATE_ENDING : silence;
    return nanos - lastNanos <= wait;
  }

  private void afterSilence(List<Heard> heard) {
    boolean unfinished = burst.open() && settings.suffix().isPresent();
    if (unfinished && burst.length() > 0) {
      refuse("unfinished", ReadReason.END_NOT_TYPED, heard);
    } else if (isScan() && (burst.open() || burst.torn() || burst.isScanners(inField))) {
      finish(Ending.SILENCE, heard);
    } else {
      flush(true, heard);
    }
  }

  /// The burst is a scanner's: hands it out, or says why it is no scan.
  private void finish(Ending ending, List<Heard> heard) {
    if (burst.overflowed()) {
      refuse("too_long", ReadReason.TYPED_TOO_LONG, heard);
    } else if (burst.torn()) {
      refuse("unfinished", ReadReason.PAUSED_INSIDE, heard);
    } else if (burst.length() > 0) {
      heard.add(new Heard.Scanned(burst.text(settings.gsSubstitute()), burst.typed(), ending));
    }
    burst.clear();
    justEnded = Optional.of(ending);
  }

  private void refuse(String code, ReadReason why, List<Heard> heard) {
    heard.add(new Heard.Refused(code, Told.of(why), burst.typed()));
    burst.clear();
  }

  private void flush(boolean afterSilence, List<Heard> heard) {
    burst.asTyping(afterSilence, heard);
    burst.clear();
  }

  private static boolean isMark(Optional<Mark> mark, WedgeKey key) {
    return mark.orElse(null) instanceof Mark.Key named && named.key().equals(key);
  }
}
