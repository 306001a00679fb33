package dev.stockwright.server.watching;

/// When an alert is raised and when it is over: the one place that says so. Raised at a level and
/// over only beyond a second one, so that stock which goes up and down around the first does not
/// raise alert after alert. Pure.
public final class AlertRules {
  private AlertRules() {}

  /// What stands after a change of the level.
  ///
  /// @param before what stood before it, as bits of [AlertKind#bit]
  public static int standing(Limits limits, int before, long available, long onHand) {
    if (limits.equals(Limits.NONE)) {
      return 0;
    }
    int now = 0;
    if (limits.low() > 0 && available <= bound(limits.low(), limits.lowClear(), before, 1)) {
      now |= AlertKind.LOW.bit();
    }
    if (limits.out() && available <= 0) {
      now |= AlertKind.OUT.bit();
    }
    if (limits.over() > 0 && onHand >= bound(limits.over(), limits.overClear(), before, 4)) {
      now |= AlertKind.OVER.bit();
    }
    return now;
  }

  private static long bound(long raised, long over, int before, int bit) {
    return (before & bit) == 0 ? raised : over;
  }

  /// Whether a lot is worth an alert.
  ///
  /// @param daysLeft until the day on which it expires; below 0: it has expired
  /// @param days how long before that somebody should know
  public static boolean expiring(long daysLeft, long days) {
    return daysLeft <= days;
  }

  /// The figure that the kind looks at.
  public static long value(AlertKind kind, long available, long onHand) {
    return kind == AlertKind.OVER ? onHand : available;
  }

  /// The level at which the kind is raised.
  public static long bound(AlertKind kind, Limits limits) {
    return switch (kind) {
      case LOW -> limits.low();
      case OVER -> limits.over();
      case OUT, EXPIRING, LATE, REVIEW -> 0;
    };
  }

  /// The level beyond which it is over.
  public static long clearBound(AlertKind kind, Limits limits) {
    return switch (kind) {
      case LOW -> limits.lowClear();
      case OVER -> limits.overClear();
      case OUT, EXPIRING, LATE, REVIEW -> 0;
    };
  }

  /// Why it is raised.
  public static String raised(AlertKind kind, Limits limits, long value) {
    return switch (kind) {
      case LOW -> value + " available, at or below " + limits.low() + ".";
      case OUT -> "Nothing is available.";
      case OVER -> value + " on hand, at or above " + limits.over() + ".";
      case EXPIRING, LATE, REVIEW -> "";
    };
  }

  /// Why it is over.
  public static String ended(AlertKind kind, Limits limits, long value) {
    return switch (kind) {
      case LOW ->
          limits.low() == 0
              ? "Nobody watches for it any more."
              : value + " available, above " + limits.lowClear() + ".";
      case OUT -> limits.out() ? value + " available." : "Nobody watches for it any more.";
      case OVER ->
          limits.over() == 0
              ? "Nobody watches for it any more."
              : value + " on hand, below " + limits.overClear() + ".";
      case EXPIRING, LATE, REVIEW -> "";
    };
  }

  /// Why the kind stands or does not, for who asks.
  public static String explained(AlertKind kind, Limits limits, boolean stands, long value) {
    return switch (kind) {
      case LOW ->
          limits.low() == 0
              ? "No rule says what is low."
              : value
                  + " available. Raised at "
                  + limits.low()
                  + " or below, over above "
                  + limits.lowClear()
                  + ": "
                  + verdict(stands, value <= limits.low());
      case OUT ->
          !limits.out()
              ? "No rule watches for nothing left."
              : value + " available. Raised at 0: " + verdict(stands, value <= 0);
      case OVER ->
          limits.over() == 0
              ? "No rule says what is too much."
              : value
                  + " on hand. Raised at "
                  + limits.over()
                  + " or above, over below "
                  + limits.overClear()
                  + ": "
                  + verdict(stands, value >= limits.over());
      case EXPIRING, LATE, REVIEW -> "";
    };
  }

  private static String verdict(boolean stands, boolean beyond) {
    if (stands) {
      return beyond ? "it stands." : "it stands, because it is not over yet.";
    }
    return beyond ? "it stands from the next change on." : "it does not stand.";
  }
}
