package dev.stockwright.devices.framing;

import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a scanner is set to put around a code, and what it sends where the code has a separator.
///
/// @param prefix before the code, before or behind its AIM identifier; empty for none
/// @param suffix behind the code and before the ending; empty for none
/// @param gsSubstitute what stands for GS (0x1D), one character or more; empty where GS comes as
///     itself
public record Wrapping(String prefix, String suffix, String gsSubstitute) {
  /// The most characters each of the three may have.
  public static final int LENGTH_MAX = 32;

  /// Nothing around the code, and GS as itself: right for a scanner that nobody configured.
  public static final Wrapping NONE = new Wrapping("", "", "");

  private static final int AIM_LENGTH = 3;
  private static final String GS = "\u001d";

  public Wrapping {
    for (String part : new String[] {prefix, suffix, gsSubstitute}) {
      if (part.length() > LENGTH_MAX || part.chars().anyMatch(c -> c > 0xFF)) {
        throw new IllegalArgumentException(
            "prefix, suffix and GS substitute have at most 32 characters of one byte: " + part);
      }
    }
  }

  /// The bytes that are meant.
  ///
  /// @return nothing where prefix or suffix is missing: then this is a piece of a scan, or the
  ///     scanner is set otherwise
  public Optional<Scan.Raw> unwrap(Scan.Raw raw) {
    if (equals(NONE)) {
      return Optional.of(raw);
    }
    return unwrap(raw.text()).map(text -> new Scan.Raw(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// The same for text, such as that of a keyboard wedge.
  public Optional<String> unwrap(String text) {
    String aim = "";
    String rest = text;
    if (!prefix.isEmpty() && !rest.startsWith(prefix) && rest.startsWith("]")) {
      int cut = Math.min(AIM_LENGTH, rest.length());
      aim = rest.substring(0, cut);
      rest = rest.substring(cut);
    }
    if (!rest.startsWith(prefix) || rest.length() < prefix.length() + suffix.length()) {
      return Optional.empty();
    }
    rest = rest.substring(prefix.length());
    if (!rest.endsWith(suffix)) {
      return Optional.empty();
    }
    String code = aim + rest.substring(0, rest.length() - suffix.length());
    return Optional.of(gsSubstitute.isEmpty() ? code : code.replace(gsSubstitute, GS));
  }
}
