package dev.stockwright.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Names every request, so that an answer and a log line can be brought together. A sender may
/// bring a name of its own. Thread-safe.
final class Correlation {
  static final HeaderName HEADER = HeaderNames.create("X-Correlation-Id");
  private static final int LENGTH_MAX = 64;

  private final String prefix = Long.toString(new SecureRandom().nextLong() >>> 24, 36) + "-";
  private final AtomicLong next = new AtomicLong();

  String of(Optional<String> given) {
    return given.filter(Correlation::plain).orElseGet(this::own);
  }

  private String own() {
    return prefix + Long.toString(next.incrementAndGet(), 36);
  }

  private static boolean plain(String text) {
    boolean good = !text.isEmpty() && text.length() <= LENGTH_MAX;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }
    return good;
  }
}
