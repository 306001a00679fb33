package dev.stockwright.devices.rfid.scenes;

import dev.stockwright.devices.rfid.scenes.DockScene.Course;
import dev.stockwright.devices.rfid.scenes.DockScene.Read;
import dev.stockwright.devices.rfid.scenes.DockScene.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Makes up scenes at two dock doors: pallets in and out, some that wait in the door or turn back,
/// two at once, weak tags, tags that lie near the door, traffic along the doors, forklifts without
/// tags. The same seed and physics give the same scene.
public final class DockScenes {
  /// From where on, in metres, nothing is heard.
  private static final double FAR = 7;

  /// Metres from the front of a load to its back.
  private static final double LENGTH = 1.4;

  private static final int DOORS = 2;

  private final DockPhysics physics;
  private final RandomGenerator random;
  private final List<SceneTag> tags = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private final long seed;
  private int serial;

  private DockScenes(long seed, DockPhysics physics) {
    this.seed = seed;
    this.physics = physics;
    random = new SplittableRandom(seed);
  }

  /// A mixed scene of half a minute or more.
  public static DockScene scene(long seed, DockPhysics physics) {
    return new DockScenes(seed, physics).mixed(false);
  }

  /// The same with a light barrier in each door: input 1 for door 1, input 2 for door 2.
  public static DockScene gated(long seed, DockPhysics physics) {
    return new DockScenes(seed, physics).mixed(true);
  }

  private DockScene mixed(boolean gated) {
    lie(random.nextInt(0, 13));
    double time = random.nextDouble(1, 3);
    int episodes = random.nextInt(2, 5);
    for (int i = 0; i < episodes; i++) {
      time = episode(time) + random.nextDouble(2.5, 5);
    }
    double seconds = time + 3;
    List<Read> reads = new DockRadio(physics, random).hear(tags, movements, seconds);
    List<DockScene.Step> steps = new ArrayList<>(reads);
    if (gated) {
      for (int door = 1; door <= DOORS; door++) {
        steps.addAll(barrier(door, seconds));
      }
    }
    steps.sort(Comparator.comparing(DockScene.Step::offset));
    List<Truth> truths = tags.stream().map(tag -> tag.truth).toList();
    return new DockScene("mixed-" + seed, steps, truths);
  }

  /// When something breaks the light barrier of a door.
  private List<DockScene.Input> barrier(int door, double seconds) {
    List<DockScene.Input> inputs = new ArrayList<>();
    boolean broken = false;
    for (long millis = 0; millis < seconds * 1000; millis += 20) {
      boolean now = breaks(door, millis / 1000.0);
      if (now != broken) {
        broken = now;
        inputs.add(new DockScene.Input(Duration.ofMillis(millis), door, broken));
      }
    }
    return inputs;
  }

  private boolean breaks(int door, double time) {
    double line = (door - 1) * physics.spacing();
    for (Movement movement : movements) {
      if (Math.abs(movement.x(time)) < LENGTH / 2
          && Math.abs(movement.y(time) - line) < physics.spacing() / 3) {
        return true;
      }
    }
    return false;
  }

  /// One thing that happens. Returns when it is over.
  private double episode(double time) {
    int door = random.nextInt(1, 3);
    boolean in = random.nextBoolean();
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> pallet(straight(time, door, in), course(in), door, "pallet");
      case 3 -> pallet(waiting(time, door, in), course(in), door, "waiting");
      case 4, 5 -> pallet(turning(time, door, in), Course.TURNED_BACK, door, "turning");
      case 6 -> behind(time, door, in);
      case 7 -> {
        double first = pallet(straight(time, door, in), course(in), door, "meeting");
        double later = time + random.nextDouble(0, 2.5);
        yield Math.max(first, pallet(straight(later, door, !in), course(!in), door, "meeting"));
      }
      case 8 -> {
        double first = pallet(straight(time, 1, in), course(in), 1, "beside");
        boolean other = random.nextBoolean();
        double later = time + random.nextDouble(0, 1.5);
        yield Math.max(first, pallet(straight(later, 2, other), course(other), 2, "beside"));
      }
      case 9 -> pallet(along(time), Course.PASSED_BY, door, "along");
      case 10 -> pallet(dropped(time, door), Course.IN, door, "dropped");
      default -> {
        Movement forklift = straight(time, door, in);
        movements.add(forklift);
        yield forklift.end();
      }
    };
  }

  private double behind(double time, int door, boolean in) {
    Movement first = straight(time, door, in);
    pallet(first, course(in), door, "behind");
    double later = time + random.nextDouble(1.2, 3);
    return pallet(straight(later, door, in), course(in), door, "behind");
  }

  private static Course course(boolean in) {
    return in ? Course.IN : Course.OUT;
  }

  private double middle(int door) {
    return (door - 1) * physics.spacing() + random.nextDouble(-0.4, 0.4);
  }

  private double speed() {
    return random.nextDouble(0.9, 2.4);
  }

  private Movement straight(double time, int door, boolean in) {
    double y = middle(door);
    double from = in ? -FAR : FAR;
    return Movement.from(time, from, y).to(-from, y + random.nextDouble(-0.3, 0.3), speed());
  }

  private Movement waiting(double time, int door, boolean in) {
    double y = middle(door);
    double from = in ? -FAR : FAR;
    return Movement.from(time, from, y)
        .to(random.nextDouble(-1, 1), y, speed())
        .rest(random.nextDouble(2, 12))
        .to(-from, y, speed());
  }

  /// Comes to the door's line, a little less or more, and goes back.
  private Movement turning(double time, int door, boolean in) {
    double y = middle(door);
    double from = in ? -FAR : FAR;
    double reach = random.nextDouble(-1.2, 0.8) * -Math.signum(from);
    return Movement.from(time, from, y)
        .to(reach, y, speed())
        .rest(random.nextDouble(0.3, 4))
        .to(from, y, speed());
  }

  private Movement along(double time) {
    double x = random.nextDouble(2.2, 5);
    boolean up = random.nextBoolean();
    double from = up ? -8 : physics.spacing() + 8;
    return Movement.from(time, x, from).to(x, up ? physics.spacing() + 8 : -8, speed());
  }

  /// Comes in and is put down within hearing.
  private Movement dropped(double time, int door) {
    double y = middle(door);
    return Movement.from(time, -FAR, y)
        .to(random.nextDouble(3, 5), y + random.nextDouble(-1.5, 1.5), speed());
  }

  private double pallet(Movement way, Course course, int door, String kind) {
    movements.add(way);
    int count = random.nextInt(6, 48);
    for (int i = 0; i < count; i++) {
      boolean weak = random.nextInt(25) == 0;
      double gain = weak ? random.nextDouble(-10, -6) : 1.8 * random.nextGaussian() - 1;
      String sort = weak ? "weak" : kind;
      tags.add(
          new SceneTag(
              new Truth(epc(), door, course, sort), way, gain, DockRadio.ANTENNAS, random));
    }
    return way.end();
  }

  /// Goods that lie near the doors for all of the scene.
  private void lie(int count) {
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(1.8, 6) * (random.nextInt(6) == 0 ? -1 : 1);
      double y = random.nextDouble(-2.5, physics.spacing() + 2.5);
      Truth truth = new Truth(epc(), y < physics.spacing() / 2 ? 1 : 2, Course.STATIONARY, "still");
      double gain = 2 * random.nextGaussian() - 1;
      tags.add(new SceneTag(truth, Movement.from(0, x, y), gain, DockRadio.ANTENNAS, random));
    }
  }

  /// An SGTIN-96 that no company has: 0614141 is the standard's own example.
  private String epc() {
    long header = 0x3074257bf7194e40L;
    return String.format(Locale.ROOT, "%016x%08x", header, (seed & 0xfff) << 16 | serial++);
  }
}
