package dev.stockwright.devices.scales;

import dev.stockwright.devices.scales.ScaleAnswer.Done;
import dev.stockwright.devices.scales.ScaleAnswer.Moving;
import dev.stockwright.devices.scales.ScaleAnswer.NotReady;
import dev.stockwright.devices.scales.ScaleAnswer.Overload;
import dev.stockwright.devices.scales.ScaleAnswer.Refused;
import dev.stockwright.devices.scales.ScaleAnswer.Stable;
import dev.stockwright.devices.scales.ScaleAnswer.Underload;
import dev.stockwright.devices.scales.ScaleAnswer.Unreadable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of the Mettler Toledo Standard Interface Command Set that a warehouse needs. Pure.
///
/// A weight stands in a field of exactly ten characters, so that a line that lost or doubled a
/// character is no weight. The decimal sign is a point, whatever the country.
public final class MtSics {
  /// Weight now, stable or not.
  public static final String WEIGH_NOW = "SI";

  /// Weight as soon as it is stable.
  public static final String WEIGH_STABLE = "S";

  /// Weights again and again, until another command.
  public static final String REPEAT = "SIR";

  public static final String ZERO = "Z";
  public static final String TARE = "T";

  /// Back to the start; ends whatever was going on.
  public static final String RESET = "@";

  private static final Pattern WEIGHT = Pattern.compile("([ST]) ([SD]) (.{10}) ([A-Za-z%:]{1,5})");
  private static final Pattern NUMBER =
      Pattern.compile(" *(-?)(0|[1-9]\\d{0,8})(?:\\.(\\d{1,6}))?");

  private MtSics() {}

  /// Understands one line without its CR LF.
  public static ScaleAnswer read(String line) {
    return switch (line) {
      case "S I", "T I", "Z I" -> new NotReady();
      case "S +", "T +", "Z +" -> new Overload();
      case "S -", "T -", "Z -" -> new Underload();
      case "Z A" -> new Done();
      case "ES", "EL", "ET" -> new Refused(line);
      default -> weight(line);
    };
  }

  private static ScaleAnswer weight(String line) {
    Matcher read = WEIGHT.matcher(line);
    if (!read.matches()) {
      return new Unreadable(line, "it is no answer of MT-SICS");
    }
    Optional<WeightUnit> unit = WeightUnit.of(read.group(4));
    Matcher number = NUMBER.matcher(read.group(3));
    if (unit.isEmpty() || !number.matches()) {
      return new Unreadable(
          line, unit.isEmpty() ? "the unit is none of g, kg, lb, oz" : "the weight is no number");
    }
    String fraction = Optional.ofNullable(number.group(3)).orElse("");
    long unscaled = Long.parseLong(number.group(1) + number.group(2) + fraction);
    Weight weight = new Weight(unscaled, fraction.length(), unit.get());
    if (read.group(1).equals("T")) {
      return read.group(2).equals("S") ? new Done() : new Moving(weight);
    }
    return read.group(2).equals("S") ? new Stable(weight) : new Moving(weight);
  }

  /// How a scale writes a weight; for simulators.
  public static String written(boolean stable, Weight weight) {
    String number = weight.value().toPlainString();
    String padded = " ".repeat(Math.max(0, 10 - number.length())) + number;
    return "S " + (stable ? "S " : "D ") + padded + " " + weight.unit().symbol();
  }
}
