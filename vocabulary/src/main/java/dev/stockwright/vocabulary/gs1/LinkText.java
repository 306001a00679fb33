package dev.stockwright.vocabulary.gs1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The characters of web addresses (RFC 3986): which may stand there, and how others are escaped.
final class LinkText {
  private static final String ADDRESS = "-._~!$&'()*+,;=:@/?#[]%";
  private static final String UNRESERVED = "-._~";
  private static final String DOMAIN = "-._";
  private static final String ADDRESS_V6 = ":.ABCDEFabcdef";

  private LinkText() {}

  /// The index behind `http://` or `https://`, written in one case; 0 where neither stands.
  static int afterScheme(String uri) {
    for (String scheme : List.of("https://", "HTTPS://", "http://", "HTTP://")) {
      if (uri.startsWith(scheme)) {
        return scheme.length();
      }
    }
    return 0;
  }

  /// Where the first character is that may stand in no address, or -1.
  static int firstOutside(String uri) {
    for (int i = 0; i < uri.length(); i++) {
      if (!letterOrDigit(uri.charAt(i)) && ADDRESS.indexOf(uri.charAt(i)) < 0) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a domain or an IP address, with a port or without, stands between two indexes.
  static boolean domain(String uri, int from, int to) {
    int at = from;
    if (at < to && uri.charAt(at) == '[') {
      int close = uri.indexOf(']', at, to);
      for (int i = at + 1; i < close; i++) {
        char c = uri.charAt(i);
        if (!digit(c) && ADDRESS_V6.indexOf(c) < 0) {
          return false;
        }
      }
      if (close <= at + 1) {
        return false;
      }
      at = close + 1;
    } else {
      while (at < to && (letterOrDigit(uri.charAt(at)) || DOMAIN.indexOf(uri.charAt(at)) >= 0)) {
        at++;
      }
      if (at == from) {
        return false;
      }
    }
    return at == to
        || uri.charAt(at) == ':' && to > at + 1 && Charset.DIGITS.firstOutside(uri, at + 1, to) < 0;
  }

  /// A value as it may stand in a path or a query.
  static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (letterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return escaped.toString();
  }

  /// The text that was escaped, or nothing where an escape is none.
  static Optional<String> unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        bytes.put((byte) text.charAt(i));
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return plain.indexOf(0) < 0 ? Optional.of(plain) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Where in an escaped text the character stands that has `characters` others before it, each of
  /// one byte.
  static int escapedIndex(String text, int characters) {
    int index = 0;
    for (int i = 0; i < characters && index < text.length(); i++) {
      index += text.charAt(index) == '%' ? 3 : 1;
    }
    return index;
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letterOrDigit(char c) {
    return digit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
