package dev.stockwright.devices.serial;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.devices.framing.Framer;
import dev.stockwright.devices.framing.Framing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/// Finds the speed of a serial scanner while somebody scans a code again and again: listens at each
/// speed in turn.
public final class BaudFinder {
  private static final Duration WAIT = Duration.ofMillis(20);

  private final SerialLink.Opener opener;
  private final Predicate<String> known;

  /// A finder for real ports.
  ///
  /// @param known whether a text is one that can only have come at the right speed
  public BaudFinder(Predicate<String> known) {
    this(known, SerialPortLink::open);
  }

  BaudFinder(Predicate<String> known, SerialLink.Opener opener) {
    this.known = known;
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
        AtSpeed at = new AtSpeed(link, search);
        Optional<String> text = at.listen(begin + atMost.toNanos());
        if (text.isPresent()) {
          return new Outcome.Found(baud, text.get());
        }
        cameAnything |= at.cameAnything;
      } catch (LinkFailure e) {
        return new Outcome.Failed(e.sentence());
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
    private final Framer framer = new Framer(Framing.AUTOMATIC);
    private final AtomicReference<Optional<String>> proof = new AtomicReference<>(Optional.empty());
    private final byte[] buffer = new byte[4096];
    private boolean cameAnything;

    private AtSpeed(SerialLink link, BaudSearch search) {
      this.link = link;
      this.search = search;
    }

    private Optional<String> listen(long untilNanos) throws LinkFailure, InterruptedException {
      int baud = search.baud();
      while (search.baud() == baud && System.nanoTime() < untilNanos) {
        long before = System.nanoTime();
        int length = link.read(buffer, WAIT);
        if (length > 0) {
          cameAnything = true;
          framer.accept(buffer, length, System.nanoTime(), this::heard);
        } else {
          framer.silent(before, this::heard);
          if (!framer.pending()) {
            search.silent(before);
          }
        }
        if (proof.get().isPresent()) {
          return proof.get();
        }
      }
      return Optional.empty();
    }

    private void heard(Frame frame) {
      if (proof.get().isEmpty()) {
        proof.set(search.heard(frame, System.nanoTime()));
      }
    }
  }
}
