package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.picking.PickingScene.*;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is scanned and pressed to come to each phase of picking.
final class PickingWays {
  static final Wording ENGLISH = new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);

  static final List<Event> NONE = List.of();
  static final List<Event> NO_CART = List.of(TASK_1);
  static final List<Event> GO = List.of(CART, TASK_1);
  static final List<Event> AT_HAMMER = with(GO, A1);
  static final List<Event> HAMMER_DONE = with(AT_HAMMER, press(Key.ALL), HAMMER_EACH);
  static final List<Event> AT_MILK = with(HAMMER_DONE, B2);
  static final List<Event> AT_DRILL = with(AT_MILK, MILK_2L1, C3);
  static final List<Event> ALL_DONE = with(AT_DRILL, DRILL_1, DRILL_2);
  static final List<Event> TOTES = List.of(CART, TASK_2, A1);
  static final List<Event> FULL_HAND = with(TOTES, HAMMER_EACH, HAMMER_EACH);
  static final List<Event> MUCH = List.of(CART, TASK_5, A1);
  static final List<Event> LOOSE =
      with(MUCH, press(Key.ALL), HAMMER_EACH, press(Key.WITHOUT_DOCUMENT));
  static final List<Event> SHORT = with(AT_HAMMER, HAMMER_EACH, press(Key.SHORT));
  static final List<Event> EMPTY = with(SHORT, press(Key.OK));

  private PickingWays() {}

  static List<Event> with(List<Event> first, Event... then) {
    return Stream.concat(first.stream(), Stream.of(then)).toList();
  }

  /// One way into each phase.
  static Map<String, List<Event>> phases() {
    Map<String, List<Event>> all = new LinkedHashMap<>();
    all.put("Choose", NONE);
    all.put("CartWanted", NO_CART);
    all.put("Go", GO);
    all.put("AtBin", AT_HAMMER);
    all.put("ToteWanted", FULL_HAND);
    all.put("OtherPlace", with(GO, A9));
    all.put("OtherLot", with(AT_MILK, MILK_L2));
    all.put("Expired", with(AT_MILK, MILK_OLD));
    all.put("Large", with(LOOSE, give(new Input.Keyed(11_000))));
    all.put("Missing", SHORT);
    all.put("Empty", EMPTY);
    all.put("Skip", with(GO, press(Key.SKIP)));
    all.put("Drop", ALL_DONE);
    all.put("OtherDrop", with(ALL_DONE, STAGE));
    return all;
  }
}
