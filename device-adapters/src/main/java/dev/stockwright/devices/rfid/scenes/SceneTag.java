package dev.stockwright.devices.rfid.scenes;

import dev.stockwright.devices.rfid.scenes.DockScene.Truth;
import java.util.random.RandomGenerator;

/// A tag in a scene: where it is at any time, and how the echoes around it are.
final class SceneTag {
  private static final int WAVES = 3;

  final Truth truth;
  private final Movement way;
  private final double dx;
  private final double dy;
  private final double height;

  /// Louder or weaker than an ordinary tag, by its place on the goods and what is in them.
  final double gainDb;

  /// For each antenna, the lengths in metres and the phases of echoes.
  private final double[][] waves;

  private final double[][] phases;

  SceneTag(Truth truth, Movement way, double gainDb, int antennas, RandomGenerator random) {
    this.truth = truth;
    this.way = way;
    this.gainDb = gainDb;
    dx = random.nextDouble(-0.5, 0.5);
    dy = random.nextDouble(-0.45, 0.45);
    height = random.nextDouble(0.15, 1.7);
    waves = new double[antennas][WAVES];
    phases = new double[antennas][WAVES];
    for (int a = 0; a < antennas; a++) {
      for (int w = 0; w < WAVES; w++) {
        waves[a][w] = 2 * Math.PI / random.nextDouble(0.25, 1.6);
        phases[a][w] = random.nextDouble(0, 2 * Math.PI);
      }
    }
  }

  double x(double time) {
    return way.x(time) + dx;
  }

  double y(double time) {
    return way.y(time) + dy;
  }

  double height() {
    return height;
  }

  /// The effect of echoes, with standard deviation 1. What moves elsewhere (`stir`, in metres)
  /// changes them for a tag at rest too.
  double echo(int antenna, double time, double stir) {
    double place = way.x(time) + 0.7 * way.y(time);
    double sum = 0;
    for (int w = 0; w < WAVES; w++) {
      sum += Math.sin(waves[antenna][w] * (place + 0.25 * stir) + phases[antenna][w]);
    }
    return sum * Math.sqrt(2.0 / WAVES);
  }

  boolean there(double time) {
    return truth.course() == DockScene.Course.STATIONARY || time >= way.start();
  }
}
