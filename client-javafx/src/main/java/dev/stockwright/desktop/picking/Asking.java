package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Decision.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A question before something is done, and what is done with the id of the answer.
record Asking(Decision shown, Consumer<String> then) {
  /// What somebody asks for when they know no better; so many answers have a key.
  private static final int ANSWERS_MAX = 9;

  private static final String AS_SET = "as_set";

  /// What stands for a priority between 0 and 100.
  private enum Rank {
    NOW(0, BoardPhrase.NOW),
    URGENT(20, BoardPhrase.URGENT),
    ORDINARY(50, BoardPhrase.ORDINARY),
    LATER(100, BoardPhrase.LATER);

    private final int priority;
    private final BoardPhrase words;

    Rank(int priority, BoardPhrase words) {
      this.priority = priority;
      this.words = words;
    }
  }

  static Asking release(BoardViewModel model, List<String> orders, BoardActions actions) {
    return new Asking(
        new Decision(
            orders.size() == 1
                ? model.say(BoardPhrase.RELEASE_ASKED, 1, orders.getFirst())
                : model.say(
                    BoardPhrase.RELEASE_ASKED, orders.size(), String.join(", ", first(orders))),
            model.say(BoardPhrase.RELEASE_WHY),
            List.of(
                option(model, AS_SET, BoardPhrase.AS_SET, BoardPhrase.AS_SET_THEN),
                option(model, "single", BoardPhrase.SINGLE, BoardPhrase.SINGLE_THEN),
                option(model, "batch", BoardPhrase.BATCH, BoardPhrase.BATCH_THEN),
                option(model, "cluster", BoardPhrase.CLUSTER, BoardPhrase.CLUSTER_THEN),
                option(model, "zone", BoardPhrase.ZONE, BoardPhrase.ZONE_THEN))),
        method ->
            actions.release(orders, Optional.of(method).filter(word -> !word.equals(AS_SET))));
  }

  private static List<String> first(List<String> orders) {
    if (orders.size() <= 4) {
      return orders;
    }
    List<String> some = new ArrayList<>(orders.subList(0, 3));
    some.add("…");
    return some;
  }

  static Asking takeBack(
      BoardViewModel model, String wave, int orders, List<Option> reasons, BoardActions actions) {
    return new Asking(
        new Decision(
            model.say(BoardPhrase.TAKE_BACK_ASKED, wave, orders),
            model.say(BoardPhrase.TAKE_BACK_WHY),
            cut(reasons)),
        reason -> actions.takeBack(wave, reason));
  }

  static Asking cancel(
      BoardViewModel model, String order, List<Option> reasons, BoardActions actions) {
    return new Asking(
        new Decision(
            model.say(BoardPhrase.CANCEL_ASKED, order),
            model.say(BoardPhrase.CANCEL_WHY),
            cut(reasons)),
        reason -> actions.cancel(order, reason));
  }

  static Asking rank(BoardViewModel model, BoardOrder order, BoardActions actions) {
    List<Option> ranks = new ArrayList<>();
    for (Rank rank : Rank.values()) {
      ranks.add(
          new Option(Integer.toString(rank.priority), model.say(rank.words, rank.priority), ""));
    }
    return new Asking(
        new Decision(
            model.say(BoardPhrase.RANK_ASKED, order.number(), order.priority()),
            model.say(BoardPhrase.RANK_WHY),
            ranks),
        priority -> actions.rank(order, Integer.parseInt(priority)));
  }

  /// @param people who may pick it, the person at the desk first
  static Asking assign(
      BoardViewModel model, BoardOrder order, List<String> people, BoardActions actions) {
    List<Option> options = new ArrayList<>();
    for (String person : people) {
      options.add(
          options.isEmpty()
              ? new Option(person, model.say(BoardPhrase.MYSELF, person), "")
              : new Option(person, person, ""));
    }
    return new Asking(
        new Decision(
            model.say(BoardPhrase.ASSIGN_ASKED, order.number()),
            model.say(BoardPhrase.ASSIGN_WHY),
            cut(options)),
        person -> actions.assign(order, person));
  }

  private static List<Option> cut(List<Option> options) {
    return options.subList(0, Math.min(ANSWERS_MAX, options.size()));
  }

  private static Option option(
      BoardViewModel model, String id, BoardPhrase verb, BoardPhrase then) {
    return new Option(id, model.speech().say(Text.of(verb)), model.say(then));
  }
}
