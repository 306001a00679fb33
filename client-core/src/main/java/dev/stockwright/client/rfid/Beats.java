package dev.stockwright.client.rfid;

import java.time.Duration;

/// How a signal sounds while one tag is looked for: the nearer it is, the quicker it beats.
///
/// The pause shrinks by the same part for each decibel, because that is how a hand hears it.
public final class Beats {
  /// Fainter than this it beats no slower.
  static final double FAR_DBM = -80;

  /// Louder than this it beats no quicker: the reader's antenna is at the tag.
  static final double NEAR_DBM = -30;

  private static final double FAR_MILLIS = 1_200;
  private static final double NEAR_MILLIS = 100;

  private Beats() {}

  /// The pause between two beats at a signal.
  public static Duration pause(double rssiDbm) {
    double millis = FAR_MILLIS * Math.pow(NEAR_MILLIS / FAR_MILLIS, nearness(rssiDbm));
    return Duration.ofMillis(Math.round(millis));
  }

  /// How near a signal is, in hundredths.
  public static int percent(double rssiDbm) {
    return (int) Math.round(100 * nearness(rssiDbm));
  }

  private static double nearness(double rssiDbm) {
    double within = Math.max(FAR_DBM, Math.min(NEAR_DBM, rssiDbm));
    return (within - FAR_DBM) / (NEAR_DBM - FAR_DBM);
  }
}
