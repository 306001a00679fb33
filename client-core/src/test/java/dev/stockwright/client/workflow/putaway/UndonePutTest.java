package dev.stockwright.client.workflow.putaway;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.DOCK;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK_NEW;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAIL;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAILS;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.vocabulary.LocationCode;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is said when a put-away is undone: where the goods are to be brought.
class UndonePutTest {
  private static final PutAwayWorkflow WORKFLOW = new PutAwayWorkflow();

  private static Scene scene() {
    return Scenes.online(PutAwaySite.withReasons());
  }

  private static Optional<Said> undone(Event... events) {
    PutAwayState state = PutAwayState.start();
    for (Event event : events) {
      state = event.on(WORKFLOW, state, scene()).state();
    }
    return WORKFLOW.undone(state, scene());
  }

  @Test
  @DisplayName("H39: undo of a put-away says where the goods belong again")
  void undoSaysWhereTheGoodsBelongAgain() {
    Text back = Text.of(PutAwayPhrase.BRING_IT_BACK, DOCK);
    assertEquals(back, undone(UNIT_1, at("A-02")).orElseThrow().detail().orElseThrow());
    Optional<Said> part = undone(NAILS, give(new Input.Keyed(20)), at("B-03"));
    assertEquals(back, part.orElseThrow().detail().orElseThrow());
    Optional<Said> lot = undone(MILK_NEW, at("A-03"));
    assertEquals(back, lot.orElseThrow().detail().orElseThrow());
    assertEquals(Optional.empty(), undone(), "nothing was put away");
  }

  @Test
  void itIsSaidOfTheLast() {
    assertEquals(
        Text.of(PutAwayPhrase.TAKEN_BACK, NAIL.name(), new LocationCode("B-03")),
        undone(UNIT_1, at("A-02"), NAILS, at("B-03")).orElseThrow().headline());
  }
}
