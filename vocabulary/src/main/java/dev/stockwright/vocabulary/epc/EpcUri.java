package dev.stockwright.vocabulary.epc;

import java.util.Locale;
import java.util.Optional;

/// URIs of EPCs (TDS 1.13, sections 6 and 12).
final class EpcUri {
  private static final String IDENTITY = "urn:epc:id:";
  private static final String TAG = "urn:epc:tag:";

  /// Characters that a URI may not hold as they are.
  private static final String ESCAPED = "\"#%&/<>?";

  private EpcUri() {}

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ESCAPED.indexOf(c) >= 0) {
        escaped.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  static EpcText identity(String uri) {
    if (!uri.startsWith(IDENTITY)) {
      return new MalformedEpc("no_uri", 0, "it does not begin with " + IDENTITY);
    }
    int colon = uri.indexOf(':', IDENTITY.length());
    for (EpcKind kind : EpcKind.values()) {
      if (colon > 0 && uri.substring(IDENTITY.length(), colon).equals(kind.title())) {
        return body(kind, uri, colon + 1);
      }
    }
    return new MalformedEpc("unknown_kind", IDENTITY.length(), "this kind of EPC is not read");
  }

  static EpcText tag(String uri) {
    if (!uri.startsWith(TAG)) {
      return new MalformedEpc("no_uri", 0, "it does not begin with " + TAG);
    }
    int colon = uri.indexOf(':', TAG.length());
    Optional<EpcScheme> scheme =
        colon < 0 ? Optional.empty() : EpcScheme.of(uri.substring(TAG.length(), colon));
    if (scheme.isEmpty()) {
      return new MalformedEpc("unknown_scheme", TAG.length(), "this scheme is not read");
    }
    int dot = colon + 2;
    if (dot >= uri.length()
        || uri.charAt(dot) != '.'
        || uri.charAt(colon + 1) < '0'
        || uri.charAt(colon + 1) > '7') {
      return new MalformedEpc("wrong_filter", colon + 1, "a filter from 0 to 7 must stand here");
    }
    int filter = uri.charAt(colon + 1) - '0';
    return switch (body(scheme.get().kind(), uri, dot + 1)) {
      case Epc epc -> EpcTag.text(scheme.get(), filter, epc);
      case EpcTag tag -> tag;
      case MalformedEpc fault -> fault;
    };
  }

  /// The last part may hold dots; those before hold none.
  private static EpcText body(EpcKind kind, String uri, int from) {
    boolean serial = kind.serial() != EpcKind.Serial.NONE;
    String[] parts = uri.substring(from).split("\\.", serial ? 3 : 2);
    if (parts.length != (serial ? 3 : 2)) {
      return new MalformedEpc("parts_missing", uri.length(), "a part behind a dot is missing");
    }
    Optional<String> reference = plain(parts[1]);
    Optional<String> last = serial ? plain(parts[2]) : Optional.of("");
    if (reference.isEmpty() || last.isEmpty()) {
      return new MalformedEpc(
          "wrong_escape", from, "\" # % & / < > ? must be written as % and two digits");
    }
    return switch (Epc.of(kind, parts[0], reference.get(), last.get())) {
      case MalformedEpc fault -> new MalformedEpc(fault.code(), from, fault.message());
      case EpcText good -> good;
    };
  }

  private static Optional<String> plain(String escaped) {
    StringBuilder plain = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        if (i + 2 >= escaped.length()
            || Character.digit(escaped.charAt(i + 1), 16) < 0
            || Character.digit(escaped.charAt(i + 2), 16) < 0) {
          return Optional.empty();
        }
        c = (char) Integer.parseInt(escaped.substring(i + 1, i + 3), 16);
        i += 2;
      } else if (ESCAPED.indexOf(c) >= 0) {
        return Optional.empty();
      }
      plain.append(c);
    }
    return Optional.of(plain.toString());
  }
}
