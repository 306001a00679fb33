package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.TagEvent.Moved;
import java.util.SplittableRandom;

/// A tag that lies between two antennas that hear it equally well, in different kinds of noise.
enum EqualAntennas {
  /// Each read has its own noise.
  READ_NOISE(3, 0, 1, 120),
  /// Echoes change over seconds, for each antenna by itself.
  SLOW_ECHOES(2, 4, 3, 120),
  /// Slower and stronger ones.
  STRONG_ECHOES(2, 6, 8, 150),
  /// It is hardly heard: by one or the other, every few seconds.
  FEW_READS(3, 3, 3, 2_500);

  private final double noiseDb;
  private final double echoDb;
  private final double echoSeconds;
  private final int gapMillis;

  EqualAntennas(double noiseDb, double echoDb, double echoSeconds, int gapMillis) {
    this.noiseDb = noiseDb;
    this.echoDb = echoDb;
    this.echoSeconds = echoSeconds;
    this.gapMillis = gapMillis;
  }

  /// Moves a minute, all of them false.
  double movesAMinute(TagRules rules, long seed, int minutes) {
    SplittableRandom random = new SplittableRandom(seed);
    Sightings tag = new Sightings(Sightings.shelves("A-01", "A-02"), rules);
    double[] echo = new double[2];
    double time = 0;
    while (time < minutes * 60_000.0) {
      double gap = -gapMillis * Math.log(1 - random.nextDouble());
      time += gap;
      double keep = Math.exp(-gap / (1000 * echoSeconds));
      for (int i = 0; i < 2; i++) {
        echo[i] = keep * echo[i] + Math.sqrt(1 - keep * keep) * echoDb * random.nextGaussian();
      }
      int antenna = random.nextInt(2);
      double rssi = -60 + echo[antenna] + noiseDb * random.nextGaussian();
      tag.heard((long) time, antenna + 1, Sightings.EPC, Math.rint(rssi));
    }
    return (double) tag.all(Moved.class).size() / minutes;
  }
}
