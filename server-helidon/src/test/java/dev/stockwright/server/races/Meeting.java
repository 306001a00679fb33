package dev.stockwright.server.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Several people at one thing at the same moment, and every ending that is right. An ending is
/// written as the answers in the order of those who ask, `A` for done or the refusal's code, and
/// the figures that are looked at afterwards: `A over_receipt | 6`.
///
/// Each meeting brings its own negative control: the same scene is made anew for each of them, and
/// each acts alone in theirs. What a desk would make of it that lets everybody read before anybody
/// writes follows from that: everybody is answered as if alone, and the figures are all changes
/// together (a doubled effect) or the last change alone (a lost one). One of these must not be
/// among the right endings; otherwise the meeting could not fail.
///
/// @param name what meets
/// @param opening makes everything that is needed anew
/// @param right all right endings
record Meeting(String name, Opening opening, Set<String> right) {
  private static final Pattern CODE = Pattern.compile("\"refusal\":\\{\"code\":\"([a-z_]+)\"");

  private static final Pattern ANSWER = Pattern.compile(" ");

  private static final Duration STEP = Duration.ofNanos(500_000);
  private static final int STEPS = 16;

  interface Opening {
    Scene open();
  }

  /// One who does something, at one of two desks; says `A` or why not.
  interface Ask {
    String at(RaceBed bed, int desk);
  }

  /// @param figures SQL for one row of numbers
  record Scene(String figures, List<Ask> asks) {}

  static Meeting of(String name, Opening opening, String... right) {
    return new Meeting(name, opening, Set.of(right));
  }

  /// The endings in which one of those who ask is accepted, whoever it is, and the others are told
  /// the same.
  static String[] oneOf(int many, String code, String figures) {
    String[] endings = new String[many];
    for (int winner = 0; winner < many; winner++) {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(i == winner ? "A" : code);
      }
      endings[winner] = String.join(" ", answers) + " | " + figures;
    }
    return endings;
  }

  static Scene scene(String figures, Ask... asks) {
    return new Scene(figures, List.of(asks));
  }

  static Ask ask(String who, String kind, String fields) {
    return ask(who, RaceBed.command(kind, fields));
  }

  static Ask ask(String who, Command command) {
    return (bed, desk) -> said(bed.ask(desk, who, command));
  }

  /// What happened in how many rounds.
  Map<String, Integer> run(RaceBed bed, int rounds) throws Exception {
    assertItCanFail(bed);
    return meet(bed, rounds);
  }

  /// The same without the control.
  Map<String, Integer> meet(RaceBed bed, int rounds) throws Exception {
    Map<String, Integer> endings = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      Scene scene = opening.open();
      List<String> answers = together(bed, scene.asks(), round);
      String ending = ending(answers, bed.figures(scene.figures()));
      endings.merge(ending, 1, Integer::sum);
      assertTrue(right.contains(ending), () -> name + " ended as " + ending + ", not " + right);
    }
    return endings;
  }

  /// The negative control.
  private void assertItCanFail(RaceBed bed) {
    List<String> alone = new ArrayList<>();
    List<List<Long>> after = new ArrayList<>();
    List<Long> before = List.of();
    for (int i = 0; i < opening.open().asks().size(); i++) {
      Scene own = opening.open();
      before = bed.figures(own.figures());
      alone.add(own.asks().get(i).at(bed, i));
      after.add(bed.figures(own.figures()));
    }
    assertTrue(alone.stream().filter("A"::equals).count() > 1, name + ": two alone may");
    for (int i = 0; i < alone.size(); i++) {
      assertEquals(may(i), alone.get(i).equals("A"), name + ": whether alone may number " + i);
    }
    List<String> unlocked = new ArrayList<>();
    unlocked.add(ending(alone, added(before, after)));
    after.forEach(figures -> unlocked.add(ending(alone, figures)));
    assertFalse(
        right.containsAll(unlocked),
        () -> name + " could not fail: " + unlocked + " are all among " + right);
  }

  /// Whether there is a right ending in which this one of those who ask is accepted; who never may
  /// is there to show that what they ask changes nothing for the others.
  private boolean may(int at) {
    return right.stream()
        .anyMatch(ending -> ANSWER.splitAsStream(ending).toList().get(at).equals("A"));
  }

  private static List<Long> added(List<Long> before, List<List<Long>> after) {
    List<Long> sum = new ArrayList<>(before);
    for (List<Long> figures : after) {
      for (int i = 0; i < sum.size(); i++) {
        sum.set(i, sum.get(i) + figures.get(i) - before.get(i));
      }
    }
    return sum;
  }

  private static List<String> together(RaceBed bed, List<Ask> asks, int round) throws Exception {
    CyclicBarrier start = new CyclicBarrier(asks.size());
    List<String> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> given = new ArrayList<>();
      for (int i = 0; i < asks.size(); i++) {
        int at = i + round;
        Ask ask = asks.get(i);
        Duration late = late(i, asks.size(), round);
        given.add(
            people.submit(
                () -> {
                  start.await(20, TimeUnit.SECONDS);
                  Thread.sleep(late);
                  return ask.at(bed, at);
                }));
      }
      for (Future<String> answer : given) {
        answers.add(answer.get(30, TimeUnit.SECONDS));
      }
    }
    return answers;
  }

  /// Who has the longer way to the first lock would otherwise always come second: everybody in turn
  /// is late, now a little and now more.
  private static Duration late(int who, int all, int round) {
    return round % all == who ? STEP.multipliedBy(round / all % STEPS) : Duration.ZERO;
  }

  private static String ending(List<String> answers, List<Long> figures) {
    return String.join(" ", answers)
        + " | "
        + String.join(" ", figures.stream().map(String::valueOf).toList());
  }

  /// `A`, or the code of a refusal that says a whole sentence.
  private static String said(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      assertTrue(refused.message().matches("[A-Za-z0-9].{10,}[.]"), refused::message);
      Matcher code = CODE.matcher(Wire.ANSWER.text(refused));
      return code.find() ? code.group(1) : "?";
    }
    return answer instanceof Answer.Accepted ? "A" : answer.toString();
  }
}
