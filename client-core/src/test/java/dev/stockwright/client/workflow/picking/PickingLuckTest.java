package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.picking.PickingScene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand.PickStock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Anything is scanned and pressed while lines come and go: there is always an answer and a card,
/// and never more picked than the books want.
class PickingLuckTest {
  private static final long SEED = 11;
  private final PickingWorkflow workflow = new PickingWorkflow();
  private final SplittableRandom luck = new SplittableRandom(SEED);

  private static List<Event> events() {
    List<Event> all =
        new ArrayList<>(
            List.of(
                A1,
                A1,
                A9,
                B2,
                C3,
                D1,
                CART,
                PACK,
                STAGE,
                HAMMER_EACH,
                HAMMER_EACH,
                HAMMER_INNER,
                HAMMER_CASE,
                BOLT_EACH,
                MILK_EACH,
                MILK_L1,
                MILK_2L1,
                MILK_L2,
                MILK_OLD,
                DRILL_1,
                DRILL_2,
                DRILL_9,
                DRILL_BARE,
                TOTE_4,
                TOTE_5,
                TASK_1,
                TASK_2,
                TASK_3,
                TASK_5,
                TASK_7,
                NOISE,
                TAGS,
                BADGE,
                DOCUMENT,
                MANY,
                unit("T-4"),
                text("L1")));
    for (Key key : Key.values()) {
      all.add(press(key));
    }
    for (long units : new long[] {0, 1, 2, 6, 7, 11_000}) {
      all.add(give(new Input.Keyed(units)));
    }
    all.add(give(new Input.Because("empty")));
    all.add(give(new Input.Because("other")));
    all.add(give(new Input.Point("PICK-1")));
    all.add(give(new Input.Typed("T-4")));
    return all;
  }

  private Scene scene() {
    List<Object> site = site();
    site.removeIf(known -> known instanceof PickLine && luck.nextInt(20) == 0);
    return luck.nextInt(8) == 0
        ? Scenes.offline(WrittenBooks.of(site.toArray()))
        : Scenes.online(WrittenBooks.of(site.toArray()));
  }

  @Test
  void thereIsAlwaysAnAnswerAndACard() {
    List<Event> events = events();
    Set<String> phases = new TreeSet<>();
    PickingState state = PickingState.start();
    for (int i = 0; i < 20_000; i++) {
      Scene scene = scene();
      Step<PickingState> step = events.get(luck.nextInt(events.size())).on(workflow, state, scene);
      if (step instanceof Step.Mistaken<PickingState>) {
        assertEquals(state, step.state(), "seed " + SEED + ", step " + i);
      }
      if (step instanceof Step.Recorded<PickingState> recorded) {
        recorded.commands().forEach(command -> wanted(command, scene));
      }
      state = step.state();
      phases.add(state.phase().getClass().getSimpleName());
      Card card = workflow.card(state, scene());
      assertEquals(
          card.question().isPresent(), card.prompt().means() == Card.Means.DECIDE, "step " + i);
    }
    assertEquals(14, phases.size(), phases + ": all but PutBack, which is shown and not kept");
  }

  private static void wanted(Command command, Scene scene) {
    if (command instanceof PickStock pick) {
      assertTrue(
          scene.books().picks().stream()
              .filter(line -> line.number().equals(pick.pick()))
              .anyMatch(line -> line.left() >= pick.quantity().units()),
          pick.toString());
    }
  }
}
