package dev.stockwright.devices.rfid.practice;

import dev.stockwright.devices.rfid.Direction;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.scenes.DockPhysics;
import dev.stockwright.devices.rfid.scenes.DockScene;
import dev.stockwright.devices.rfid.scenes.DockScene.Course;
import dev.stockwright.devices.rfid.scenes.DockScene.Truth;
import dev.stockwright.devices.rfid.scenes.DockScenes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/// What was decided about the tags of many scenes, against what they truly did.
///
/// A tag that passed is right when exactly one pass was told, through its door, in its direction;
/// undecided is not right. A tag that turned back or went by is wrong when it was told in or out. A
/// tag that lies there and was told in or out is booked.
public final class DirectionScore {
  private int passed;
  private int right;
  private int wrong;
  private int undecided;
  private int turned;
  private int turnedWrong;
  private int passedBy;
  private int passedByWrong;
  private int stationary;
  private int booked;

  private DirectionScore() {}

  /// Plays scenes with one seed after another.
  ///
  /// @param decide what is told of a scene
  public static DirectionScore of(
      int firstSeed, int lastSeed, DockPhysics physics, Function<DockScene, List<Pass>> decide) {
    return of(firstSeed, lastSeed, seed -> DockScenes.scene(seed, physics), decide);
  }

  public static DirectionScore of(
      int firstSeed,
      int lastSeed,
      LongFunction<DockScene> scenes,
      Function<DockScene, List<Pass>> decide) {
    DirectionScore score = new DirectionScore();
    for (int seed = firstSeed; seed <= lastSeed; seed++) {
      DockScene scene = scenes.apply(seed);
      Map<String, List<Pass>> told = new HashMap<>();
      for (Pass pass : decide.apply(scene)) {
        told.computeIfAbsent(pass.tag().epc(), epc -> new ArrayList<>()).add(pass);
      }
      for (Truth truth : scene.truths()) {
        score.add(truth, told.getOrDefault(truth.epc(), List.of()));
      }
    }
    return score;
  }

  private void add(Truth truth, List<Pass> told) {
    List<Pass> sure =
        told.stream().filter(pass -> pass.direction() != Direction.UNDECIDED).toList();
    int toldSure = sure.isEmpty() ? 0 : 1;
    switch (truth.course()) {
      case IN, OUT -> {
        passed++;
        Direction way = truth.course() == Course.IN ? Direction.IN : Direction.OUT;
        if (sure.size() == 1
            && sure.getFirst().direction() == way
            && sure.getFirst().door().equals(DockPractice.door(truth.door()))) {
          right++;
        } else {
          wrong += toldSure;
          undecided += sure.isEmpty() && !told.isEmpty() ? 1 : 0;
        }
      }
      case TURNED_BACK -> {
        turned++;
        turnedWrong += toldSure;
      }
      case PASSED_BY -> {
        passedBy++;
        passedByWrong += toldSure;
      }
      case STATIONARY -> {
        stationary++;
        booked += toldSure;
      }
    }
  }

  /// Of tags that passed, turned back or went by, the part that was told rightly.
  public double rightPart() {
    int all = passed + turned + passedBy;
    return (double) (right + turned - turnedWrong + passedBy - passedByWrong) / all;
  }

  /// Of tags that passed, the part that was told rightly.
  public double passedRightPart() {
    return (double) right / passed;
  }

  /// Tags that lay there and were told in or out.
  public int booked() {
    return booked;
  }

  /// Tags that lay there.
  public int stationary() {
    return stationary;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d passed: %.2f %% right, %d wrong, %d undecided, %d ignored; %d turned back: %d wrong;"
            + " %d went by: %d wrong; %d lay there: %d booked",
        passed,
        100 * passedRightPart(),
        wrong,
        undecided,
        passed - right - wrong - undecided,
        turned,
        turnedWrong,
        passedBy,
        passedByWrong,
        stationary,
        booked);
  }
}
