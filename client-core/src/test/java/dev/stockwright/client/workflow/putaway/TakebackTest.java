package dev.stockwright.client.workflow.putaway;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.DOCK;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.HAMMER;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.LP1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK_NEW;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAIL;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAILS;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.MoveCommand.MoveGoods;
import dev.stockwright.protocol.MoveCommand.MoveHandlingUnit;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What was put away is brought back to where it was, and has a task again.
class TakebackTest {
  private static final Takeback TAKEBACK = new Takeback();
  private static final PutAwayWorkflow WORKFLOW = new PutAwayWorkflow();

  private static Scene scene() {
    return Scenes.online(PutAwaySite.withReasons());
  }

  private static PutAwayState after(Event... events) {
    PutAwayState state = PutAwayState.start();
    for (Event event : events) {
      state = event.on(WORKFLOW, state, scene()).state();
    }
    return state;
  }

  private static List<Command> takenBack(PutAwayState state) {
    assertTrue(TAKEBACK.possible(state));
    Step<PutAwayState> step = TAKEBACK.take(state, scene());
    assertInstanceOf(Step.Recorded.class, step);
    return step instanceof Step.Recorded<PutAwayState> recorded ? recorded.commands() : List.of();
  }

  private static OpenPutAway task(Sku sku, long units, Optional<LotCode> lot, boolean onUnit) {
    return new OpenPutAway(
        Scenes.NORTH,
        sku,
        DOCK,
        new Quantity(units),
        lot,
        onUnit ? Optional.of(LP1) : Optional.empty(),
        Optional.of(Condition.AVAILABLE));
  }

  private static MoveGoods back(Sku sku, long units, String from, Optional<LotCode> lot) {
    return new MoveGoods(
        Scenes.NORTH,
        sku,
        new Quantity(units),
        new LocationCode(from),
        DOCK,
        lot,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Condition.AVAILABLE),
        Optional.empty());
  }

  @Test
  @DisplayName("H39: a unit goes back whole, to where it was, and has a task again")
  void aUnitGoesBackWhole() {
    assertEquals(
        List.of(
            new MoveHandlingUnit(Scenes.NORTH, LP1, DOCK, Optional.empty()),
            task(HAMMER.sku(), 24, Optional.empty(), true)),
        takenBack(after(UNIT_1, at("A-02"))));
  }

  @Test
  @DisplayName("H39: of goods only what was put goes back, with its lot")
  void onlyWhatWasPutGoesBack() {
    assertEquals(
        List.of(
            back(NAIL.sku(), 20, "B-03", Optional.empty()),
            task(NAIL.sku(), 20, Optional.empty(), false)),
        takenBack(after(NAILS, give(new Input.Keyed(20)), at("B-03"))));
    Optional<LotCode> lot = Optional.of(new LotCode("NEW"));
    assertEquals(
        List.of(back(MILK.sku(), 12, "A-03", lot), task(MILK.sku(), 12, lot, false)),
        takenBack(after(MILK_NEW, at("A-03"))));
  }

  @Test
  void oneAfterTheOtherIsTakenBackTheLastFirst() {
    PutAwayState two = after(UNIT_1, at("A-02"), NAILS, at("B-03"));
    Step<PutAwayState> first = TAKEBACK.take(two, scene());
    assertEquals(1, first.state().done().size());
    assertInstanceOf(MoveHandlingUnit.class, takenBack(first.state()).getFirst());
    PutAwayState none = TAKEBACK.take(first.state(), scene()).state();
    assertEquals(List.of(), none.done());
    assertFalse(TAKEBACK.possible(none));
    assertInstanceOf(Step.Mistaken.class, TAKEBACK.take(none, scene()));
  }

  @Test
  void whereTheOriginIsNotKnownNothingIsTakenBack() {
    PutAwayState put = after(UNIT_1, at("A-02"));
    PutAwayState.Put unknown = put.done().getFirst();
    PutAwayState state =
        put.forgetting(unknown)
            .after(
                new PutAwayState.Put(
                    unknown.task(),
                    unknown.name(),
                    unknown.to(),
                    unknown.unit(),
                    unknown.units(),
                    Optional.empty()));
    assertFalse(TAKEBACK.possible(state));
    assertInstanceOf(Step.Mistaken.class, TAKEBACK.take(state, scene()));
  }
}
