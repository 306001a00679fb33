package dev.stockwright.desktop.receiving;

import dev.stockwright.vocabulary.DeviceId;
import java.util.Locale;

/// Where a scan came from, as the feed shows it.
///
/// @param sign on the plate: the lane's number, or a letter
/// @param spoken such as `scanner 1`
public record Lane(String sign, String spoken) {
  private static final String NUMBERED = "scanner-";

  /// The lane of a scan's source: `scanner-2` is lane 2, any other device has its first letter.
  public static Lane of(DeviceId source) {
    String code = source.code();
    if (code.startsWith(NUMBERED)) {
      String number = code.substring(NUMBERED.length());
      return new Lane(number, "scanner " + number);
    }
    String letter = code.substring(0, 1).toUpperCase(Locale.ROOT);
    return new Lane(letter, code.replace('-', ' '));
  }
}
