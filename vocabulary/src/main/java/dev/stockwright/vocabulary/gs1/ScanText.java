package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.Scan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a scan, where its bytes are text at all.
final class ScanText {
  private ScanText() {}

  /// UTF-8 where the bytes are that. Other high bytes are noise, unless an AIM identifier in front
  /// proves that the line is in order; then they are Latin-1.
  static Optional<String> of(Scan.Raw raw, boolean withAim) {
    String text = utf8(raw).orElse(raw.text());
    if (!withAim && utf8(raw).isEmpty()) {
      return Optional.empty();
    }
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != ElementString.SEPARATOR) {
        if (!withAim || c != '\t' && c != '\r' && c != '\n') {
          return Optional.empty();
        }
        c = ' ';
      }
      clean.append(c);
    }
    return separatorsInPlace(clean, withAim) ? Optional.of(clean.toString()) : Optional.empty();
  }

  /// The separator belongs to element strings; in a text of another kind it is noise.
  private static boolean separatorsInPlace(CharSequence text, boolean withAim) {
    boolean separated = text.chars().anyMatch(c -> c == ElementString.SEPARATOR);
    return withAim || !separated || Decoder.scan(text.toString()).kind() != Decoded.Kind.PLAIN;
  }

  private static Optional<String> utf8(Scan.Raw raw) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.bytes())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
