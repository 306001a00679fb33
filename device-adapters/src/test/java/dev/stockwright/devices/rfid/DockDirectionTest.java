package dev.stockwright.devices.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.rfid.PassEvidence.Side;
import dev.stockwright.devices.rfid.TagEvent.EmptyPass;
import dev.stockwright.devices.rfid.TagEvent.GateClosed;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.practice.DirectionScore;
import dev.stockwright.devices.rfid.practice.DockPractice;
import dev.stockwright.devices.rfid.scenes.DockPhysics;
import dev.stockwright.devices.rfid.scenes.DockScene;
import dev.stockwright.devices.rfid.scenes.DockScenes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Direction at the door on scenes with turn-backs, weak and stationary tags, two pallets at once
/// and traffic along the doors. The rules were made on seeds 1 to 100 only.
class DockDirectionTest {
  private static final double FLOOR = 0.97;

  @Test
  void aHundredUnseenScenes() {
    holds(DirectionScore.of(1_001, 1_100, DockPhysics.standard(), DockPractice::passes));
  }

  @Test
  void theLastAntennaThatHeardATagIsNotEnough() {
    DirectionScore naive =
        DirectionScore.of(1_001, 1_030, DockPhysics.standard(), DockDirectionTest::lastAntenna);
    assertTrue(naive.rightPart() < FLOOR, naive::toString);
    assertTrue(naive.booked() > 0, naive::toString);
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"1, 100", "1001, 1100", "2001, 2100"})
  void moreScenes(int first, int last) {
    holds(DirectionScore.of(first, last, DockPhysics.standard(), DockPractice::passes));
  }

  /// With a light barrier in each door: no worse, and each time that one was broken is told once.
  @Test
  void gatedDoors() {
    int[] windows = new int[2];
    DirectionScore score =
        DirectionScore.of(
            1_001,
            1_025,
            seed -> DockScenes.gated(seed, DockPhysics.standard()),
            scene -> {
              List<TagEvent> told = DockPractice.events(scene, DockPractice.gatedPoints());
              windows[0] += brokenFor(scene);
              windows[1] += all(told, GateClosed.class).size() + all(told, EmptyPass.class).size();
              return all(told, Pass.class);
            });
    assertTrue(score.passedRightPart() >= FLOOR, score::toString);
    assertEquals(0, score.booked(), score::toString);
    assertEquals(windows[0], windows[1]);
  }

  private static <T extends TagEvent> List<T> all(List<TagEvent> events, Class<T> sort) {
    return events.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /// Windows of the light barriers; gaps of 100 ms are none.
  private static int brokenFor(DockScene scene) {
    long[] free = {-1_000, -1_000};
    int windows = 0;
    for (DockScene.Step step : scene.steps()) {
      if (step instanceof DockScene.Input input) {
        long millis = input.offset().toMillis();
        if (!input.on()) {
          free[input.port() - 1] = millis;
        } else if (millis - free[input.port() - 1] > 100) {
          windows++;
        }
      }
    }
    return windows;
  }

  /// Other physics than the rules were made for.
  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({
    "noise, 0.97",
    "slow turns, 0.96",
    "straight, 0.97",
    "close, 0.97",
    "few reads, 0.85",
  })
  void otherPhysics(String name, double floor) {
    DirectionScore score =
        DirectionScore.of(
            2_001, 2_100, Objects.requireNonNull(physics().get(name)), DockPractice::passes);
    assertTrue(score.rightPart() >= floor, () -> name + ": " + score);
    assertTrue(score.booked() <= 1, () -> name + ": " + score);
  }

  static Map<String, DockPhysics> physics() {
    DockPhysics usual = DockPhysics.standard();
    Map<String, DockPhysics> all = new LinkedHashMap<>();
    all.put("noise", usual.noisier(1.5));
    all.put("slow turns", usual.turning(250));
    all.put("straight", usual.placed(0.9, 1.6, 0, 4.2));
    all.put("close", usual.placed(0.4, 1.6, 20, 3.5));
    all.put("few reads", usual.reading(250));
    return all;
  }

  private static void holds(DirectionScore score) {
    assertTrue(score.rightPart() >= FLOOR, score::toString);
    assertTrue(score.passedRightPart() >= FLOOR, score::toString);
    assertTrue(score.stationary() > 300, score::toString);
    assertEquals(0, score.booked(), score::toString);
  }

  /// What many do: whoever was heard last by the inside came in, by the outside went out.
  private static List<Pass> lastAntenna(DockScene scene) {
    Map<String, DockScene.Read> last = new LinkedHashMap<>();
    for (DockScene.Step step : scene.steps()) {
      if (step instanceof DockScene.Read read) {
        last.put(read.epc(), read);
      }
    }
    List<Pass> passes = new ArrayList<>();
    for (DockScene.Read read : last.values()) {
      long millis = read.offset().toMillis();
      Side none = new Side(0, 0, Optional.empty());
      passes.add(
          new Pass(
              Sightings.at(millis),
              new TagIdentities(2).of(read.epc()),
              Sightings.sighting(millis, read.antenna(), read.epc(), read.rssi()),
              Sightings.place("DOCK-" + (read.antenna() + 1) / 2),
              read.antenna() % 2 == 0 ? Direction.IN : Direction.OUT,
              new PassEvidence(
                  none, none, Sightings.at(millis), Sightings.at(millis), 0, 0, "last")));
    }
    return passes;
  }
}
