package dev.stockwright.devices.rfid.scenes;

import dev.stockwright.devices.rfid.scenes.DockScene.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What the antennas of a dock hear of tags that move: distance, direction of the antenna, echoes,
/// noise, and a reader that can tell only so many reads a second.
final class DockRadio {
  static final int ANTENNAS = 4;
  private static final double STEP_SECONDS = 0.02;

  /// A tag is read at most in this part of the steps in which it could be.
  private static final double READ_AT_MOST = 0.6;

  private final DockPhysics physics;
  private final RandomGenerator random;
  private final double lookX;
  private final double lookY;

  DockRadio(DockPhysics physics, RandomGenerator random) {
    this.physics = physics;
    this.random = random;
    lookX = Math.sin(Math.toRadians(physics.turnedDegrees()));
    lookY = Math.cos(Math.toRadians(physics.turnedDegrees()));
  }

  List<Read> hear(List<SceneTag> tags, List<Movement> stirring, double seconds) {
    List<Read> reads = new ArrayList<>();
    double[] stir = new double[1];
    for (double time = 0; time < seconds; time += STEP_SECONDS) {
      int antenna = (int) (time * 1000 / physics.turnMs()) % ANTENNAS;
      for (Movement movement : stirring) {
        if (movement.moving(time) && Math.abs(movement.x(time)) < 4) {
          stir[0] += STEP_SECONDS;
        }
      }
      step(reads, tags, antenna, time, stir[0]);
    }
    return reads;
  }

  /// Tags that answer share what the reader can tell.
  private void step(List<Read> reads, List<SceneTag> tags, int antenna, double time, double stir) {
    List<Read> heard = new ArrayList<>();
    for (SceneTag tag : tags) {
      if (!tag.there(time)) {
        continue;
      }
      double level = level(tag, antenna, time, stir);
      double answers = 1 / (1 + Math.exp((physics.sensitivityDbm() - level) / 1.2));
      if (random.nextDouble() < READ_AT_MOST * answers) {
        double rssi = level + physics.noiseDb() * random.nextGaussian();
        long millis = Math.round(time * 1000) + random.nextInt(20);
        heard.add(
            new Read(Duration.ofMillis(millis), antenna + 1, tag.truth.epc(), Math.rint(rssi)));
      }
    }
    double room = physics.readsPerSecond() * STEP_SECONDS;
    double part = heard.isEmpty() ? 1 : Math.min(1, room / heard.size());
    for (Read read : heard) {
      if (random.nextDouble() < part) {
        reads.add(read);
      }
    }
  }

  private double level(SceneTag tag, int antenna, double time, double stir) {
    boolean inside = antenna % 2 == 1;
    int door = antenna / 2;
    double toX = tag.x(time) - (inside ? physics.apart() : -physics.apart());
    double toY = tag.y(time) - physics.spacing() * door + physics.sideways();
    double toZ = tag.height() - physics.height();
    double distance = Math.max(0.4, Math.sqrt(toX * toX + toY * toY + toZ * toZ));
    double ahead = (toX * (inside ? lookX : -lookX) + toY * lookY) / distance;
    // A patch antenna: 0 dB ahead, 3 dB less at 52 degrees, 9 dB less behind; there and back.
    double pattern = ahead > 0 ? 10 * Math.log10(0.2 + 0.8 * ahead * ahead) : -7 + 2 * ahead;
    if (physics.everyWay()) {
      pattern = 0;
    }
    return physics.oneMetreDbm()
        - physics.slopeDb() * Math.log10(distance)
        + 2 * Math.max(pattern, -9)
        + tag.gainDb
        + physics.fadeDb() * tag.echo(antenna, time, stir);
  }
}
