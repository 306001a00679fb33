package dev.stockwright.devices.serial;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the speed of a serial scanner while somebody scans a code again and again: listens at each
/// speed in turn.
public final class BaudFinder {
  private static final Duration WAIT = Duration.ofMillis(20);

  /// How long is listened on at the speed that was found, so that the tap hears the whole scan.
  private static final long REST_NANOS = 450_000_000L;

  private final SerialLink.Opener opener;
  private final Predicate<String> known;
  private final LineTap tap;

  /// A finder for real ports.
  ///
  /// @param known whether a text is one that can only have come at the right speed
  /// @param tap hears what comes at each speed
  public BaudFinder(Predicate<String> known, LineTap tap) {
    this(known, tap, SerialPortLink::open);
  }

  BaudFinder(Predicate<String> known, LineTap tap, SerialLink.Opener opener) {
    this.known = known;
    this.tap = tap;
    this.opener = opener;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// @param text the scan that proved the speed
    record Found(int baud, String text) implements Outcome {}

    /// Nothing readable came in time.
    ///
    /// @param sentence for people, says what to do
    record NotFound(String sentence) implements Outcome {}

    /// The port cannot be opened or is gone.
    ///
    /// @param sentence for people, says what to do
    record Failed(String sentence) implements Outcome {}
  }

  /// Listens until the speed is found or the time is over.
  ///
  /// @param settings all but the speed and the framing
  /// @param trying hears each speed when its turn comes
  public Outcome find(SerialSettings settings, Duration atMost, IntConsumer trying)
      throws InterruptedException {
    long begin = System.nanoTime();
    BaudSearch search = new BaudSearch(known, begin);
    boolean cameAnything = false;
    while (System.nanoTime() - begin < atMost.toNanos()) {
      int baud = search.baud();
      trying.accept(baud);
      try (SerialLink link = opener.open(settings.withBaud(baud))) {
        AtSpeed at = new AtSpeed(link, search, tap);
        Optional<String> text = at.listen(begin + atMost.toNanos());
        if (text.isPresent()) {
          return new Outcome.Found(baud, text.get());
        }
        cameAnything |= at.cameAnything;
      } catch (LinkFailure e) {
        return new Outcome.Failed(e.told().sentence());
      }
    }
    return new Outcome.NotFound(
        cameAnything
            ? "Something came, but it could not be read at any speed. Check the cable, and set the"
                + " scanner to 9600 baud, 8 data bits, no parity with the codes of its manual."
            : "Nothing came from the scanner. Check that it beeps when it reads a code, that it is"
                + " set to a serial port and not to a keyboard, and that this is its port.");
  }

  /// One speed's turn.
  private static final class AtSpeed {
    private final SerialLink link;
    private final BaudSearch search;
    private final LineTap tap;
    private final int baud;
    private final Framer framer = new Framer(Framing.AUTOMATIC);
    private @Nullable String proof; // Not heard yet.
    private final byte[] buffer = new byte[4096];
    private boolean cameAnything;
    private long lastNanos;

    private AtSpeed(SerialLink link, BaudSearch search, LineTap tap) {
      this.link = link;
      this.tap = tap;
      this.search = search;
      this.baud = search.baud();
    }

    private Optional<String> listen(long untilNanos) throws LinkFailure, InterruptedException {
      while (search.baud() == baud && System.nanoTime() < untilNanos) {
        long silentUntil = read();
        if (silentUntil > 0) {
          framer.silent(silentUntil, this::heard);
          if (!framer.pending()) {
            search.silent(silentUntil);
          }
        }
        if (proof != null) {
          listenToTheRest();
          return Optional.ofNullable(proof);
        }
      }
      return Optional.empty();
    }

    /// @return until when the line was seen silent; 0 when bytes came
    private long read() throws LinkFailure, InterruptedException {
      long before = System.nanoTime();
      int length = link.read(buffer, WAIT);
      if (length <= 0) {
        tap.silent(before);
        return before;
      }
      cameAnything = true;
      lastNanos = System.nanoTime();
      tap.came(buffer, length, lastNanos);
      framer.accept(buffer, length, lastNanos, this::heard);
      return 0;
    }

    private void listenToTheRest() throws LinkFailure, InterruptedException {
      long limit = System.nanoTime() + 4 * REST_NANOS;
      long silentUntil = 0;
      while (silentUntil - lastNanos < REST_NANOS && System.nanoTime() < limit) {
        silentUntil = read();
      }
    }

    /// Of a burst of garbage the first frame moves on, not each.
    private void heard(Frame frame) {
      if (proof == null && search.baud() == baud) {
        proof = search.heard(frame, System.nanoTime()).orElse(null);
      }
    }
  }
}
