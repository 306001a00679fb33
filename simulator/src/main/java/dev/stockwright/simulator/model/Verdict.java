package dev.stockwright.simulator.model;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Refusal;
import java.util.Map;

/// What the answer to an envelope must be.
sealed interface Verdict {
  /// Accepted, and these are the quantities on hand after it.
  record Accept(Map<Shelf, Long> onHand) implements Verdict {
    public Accept {
      onHand = Map.copyOf(onHand);
    }
  }

  /// Refused for this reason; the figures in the refusal are the desk's own.
  record Refuse(Class<? extends Refusal> why) implements Verdict {}

  /// The answer of an earlier step, to the letter.
  record Again(int step) implements Verdict {}

  /// Not judged: a number is missing.
  record MissingNumber(long resendFrom) implements Verdict {}

  /// Empty when `answer` is what it must be, else what is wrong with it.
  static String difference(Verdict expected, Answer answer, Map<Integer, Answer> earlier) {
    boolean same =
        switch (expected) {
          case Accept accept -> answer instanceof Answer.Accepted given && fits(accept, given);
          case Refuse refuse ->
              answer instanceof Answer.Refused given && refuse.why().isInstance(given.refusal());
          case Again again -> answer.equals(earlier.get(again.step()));
          case MissingNumber missing ->
              answer instanceof Answer.Deferred given
                  && given.code().equals("sequence_gap")
                  && given.resendFrom() == missing.resendFrom();
        };
    return same ? "" : "expected " + shown(expected, earlier) + " but the answer is " + answer;
  }

  private static boolean fits(Accept accept, Answer.Accepted given) {
    for (Answer.Change change : given.changes()) {
      Long wanted = accept.onHand().get(new Shelf(change.warehouse(), change.sku()));
      if (wanted == null || wanted != change.newQuantity() || change.firstN() > change.lastN()) {
        return false;
      }
    }
    return given.changes().size() == accept.onHand().size();
  }

  private static String shown(Verdict expected, Map<Integer, Answer> earlier) {
    return expected instanceof Again(int step) ? "again " + earlier.get(step) : expected.toString();
  }
}
