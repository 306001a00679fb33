package dev.stockwright.desktop.receiving;

import dev.stockwright.vocabulary.DeviceId;
import java.util.Locale;

/// Where a scan came from, as the feed shows it.
///
/// @param sign on the plate: the lane's number, or a letter
public record Lane(String sign) {
  private static final String NUMBERED = "scanner-";

  /// A lane of the desk.
  public static Lane of(int number) {
    return new Lane(Integer.toString(number));
  }

  /// The sign of a device: `scanner-2` has its number, any other its first letter.
  public static Lane of(DeviceId source) {
    String code = source.code();
    return new Lane(
        code.startsWith(NUMBERED)
            ? code.substring(NUMBERED.length())
            : code.substring(0, 1).toUpperCase(Locale.ROOT));
  }
}
