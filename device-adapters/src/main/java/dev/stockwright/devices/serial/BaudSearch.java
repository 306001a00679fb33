package dev.stockwright.devices.serial;

import dev.stockwright.devices.framing.Frame;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.gs1.Decoded;
import dev.stockwright.vocabulary.gs1.Decoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which speed to listen at while somebody scans a code again and again. Pure.
///
/// A frame proves its speed when it is a text that the caller knows, when it names goods with a
/// right check digit, or when it carries an AIM identifier. Plain text proves nothing, even when it
/// comes alike again: at half the speed a code gives the same readable garbage each time. Anything
/// else moves on to the next speed, and so does silence that lasts too long.
/// One owner, not thread-safe.
final class BaudSearch {
  /// The speeds, the usual ones first.
  static final List<Integer> SPEEDS = List.of(9600, 115_200, 38_400, 19_200, 57_600);

  /// Nothing may come at a wrong speed; after this long the next one is tried: 4 s.
  static final long DWELL_NANOS = 4_000_000_000L;

  private final Predicate<String> known;
  private int at;
  private long sinceNanos;

  /// A search that begins with the first speed.
  ///
  /// @param known whether a text is one that can only have come at the right speed
  BaudSearch(Predicate<String> known, long nowNanos) {
    this.known = known;
    this.sinceNanos = nowNanos;
  }

  /// The speed to listen at.
  int baud() {
    return SPEEDS.get(at);
  }

  /// Takes a frame that came at this speed.
  ///
  /// @return the text, when it proves the speed; otherwise [#baud] may have changed
  Optional<String> heard(Frame frame, long nowNanos) {
    if (frame instanceof Frame.Complete(Scan.Raw raw)) {
      String text = raw.text();
      if (proves(text)) {
        return Optional.of(text);
      }
    }
    next(nowNanos);
    return Optional.empty();
  }

  /// Nothing came until now.
  void silent(long nowNanos) {
    if (nowNanos - sinceNanos >= DWELL_NANOS) {
      next(nowNanos);
    }
  }

  private void next(long nowNanos) {
    at = (at + 1) % SPEEDS.size();
    sinceNanos = nowNanos;
  }

  private boolean proves(String text) {
    if (known.test(text) || !isText(text)) {
      return known.test(text);
    }
    Decoded decoded = Decoder.scan(text);
    boolean named = decoded.kind() != Decoded.Kind.PLAIN || decoded.symbology().isPresent();
    return named && decoded.error().isEmpty();
  }

  private static boolean isText(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == 0x1D || c == '\r' || c == '\n');
  }
}
