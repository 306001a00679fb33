package dev.stockwright.devices.llrp;

import dev.stockwright.devices.llrp.wire.Capabilities;
import java.util.Locale;

/// What a reader says it is.
///
/// @param maker by its enterprise number, as a name where it is known
/// @param model by its number, as a name where it is known
/// @param antennas how many it has
/// @param simulated it says of itself that it is no real reader
public record ReaderIdentity(
    String maker, String model, String firmware, int antennas, boolean simulated) {
  private static final int IMPINJ = 25882;

  static ReaderIdentity of(Capabilities capabilities) {
    return new ReaderIdentity(
        maker(capabilities.maker()),
        model(capabilities.maker(), capabilities.model()),
        capabilities.firmware(),
        capabilities.antennas(),
        capabilities.firmware().toLowerCase(Locale.ROOT).contains("simulated"));
  }

  /// IANA Private Enterprise Numbers.
  private static String maker(long number) {
    return switch ((int) number) {
      case IMPINJ -> "Impinj";
      case 161 -> "Zebra (Motorola)";
      case 10642 -> "Zebra";
      case 17996 -> "Alien";
      default -> "maker " + number;
    };
  }

  private static String model(long maker, long number) {
    if (maker == IMPINJ) {
      return switch ((int) number) {
        case 2001001 -> "Speedway R220";
        case 2001002 -> "Speedway R420";
        case 2001003 -> "xPortal";
        case 2001009 -> "Speedway R120";
        case 2001052 -> "R700";
        default -> "model " + number;
      };
    }
    return "model " + number;
  }

  /// Without its antennas.
  String named() {
    return maker + " " + model + (firmware.isEmpty() ? "" : ", firmware " + firmware);
  }

  /// Such as `Impinj Speedway R420, firmware 5.14.0.240, 4 antennas`.
  public String shown() {
    return named() + ", " + antennas + (antennas == 1 ? " antenna" : " antennas");
  }
}
