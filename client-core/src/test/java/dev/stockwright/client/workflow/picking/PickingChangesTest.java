package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.picking.PickingScene.*;
import static dev.stockwright.client.workflow.picking.PickingWays.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Hand;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What others do while somebody picks, and what the server says later.
class PickingChangesTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final LocationCode A_1 = new LocationCode("A-01-02");
  private static final LocationCode CART_1 = new LocationCode("CART-1");

  private final PickingWorkflow workflow = new PickingWorkflow();

  private static Scene books(Predicate<Object> kept, Object... more) {
    List<Object> site = site();
    site.removeIf(kept.negate());
    site.addAll(0, List.of(more));
    return Scenes.online(WrittenBooks.of(site.toArray()));
  }

  private static Scene without(String... lines) {
    List<String> gone = List.of(lines);
    return books(known -> !(known instanceof PickLine line && gone.contains(line.number().code())));
  }

  private static Scene offline() {
    return Scenes.offline(WrittenBooks.of(site().toArray()));
  }

  private static PickingState at(PickingState.Phase phase) {
    return PickingState.start()
        .on(CART_1)
        .at(PickingState.Job.of(new Reference("PICK-1")))
        .in(phase);
  }

  private static PickingState atHammer(long hand) {
    AtBin bin = AtBin.at(new Reference("P-1"), A_1);
    return at(bin.with(new Hand(hand, List.of())));
  }

  private String instruction(PickingState state, Scene scene) {
    Card card = workflow.card(state, scene);
    return ENGLISH.say(card.prompt().instruction());
  }

  private static Sighting place(String code, String kind) {
    return new Sighting.AtPlace(PickingScene.place(code, kind));
  }

  @Test
  void aLineThatIsGoneIsLeftForTheNext() {
    Scene now = without("P-1");
    assertEquals("Go to B-02-01", instruction(atHammer(0), now));
    PickingState asked = at(new Missing(new Reference("P-1"), 0, new Go()));
    assertEquals("Go to B-02-01", instruction(asked, now));
    Step<PickingState> step = workflow.seen(atHammer(0), place("B-02-01", "bin"), now);
    assertEquals("You are at B-02-01.", ENGLISH.say(step.said().headline()));
  }

  @Test
  void whatIsInHandAndNotWantedAnyMoreIsPutBack() {
    Scene now = without("P-1");
    PickingState held = atHammer(2);
    assertEquals("Not wanted any more: put 2 back to A-01-02", instruction(held, now));
    Step<PickingState> other = workflow.seen(held, place("B-02-01", "bin"), now);
    assertInstanceOf(Step.Mistaken.class, other);
    Step<PickingState> back = workflow.seen(held, place("A-01-02", "bin"), now);
    assertInstanceOf(Go.class, back.state().phase());
    assertInstanceOf(Go.class, workflow.given(held, new Input.Press(Key.OK), now).state().phase());
    PickingState kept = held.in(new PutBack(A_1, 2));
    var form = Wire.full().type(PickingState.class);
    assertEquals(kept, form.fromJson(form.toJson(kept)));
  }

  @Test
  void aPickThatAnotherHasTakenIsNotOurs() {
    Scene now =
        books(
            known -> !(known instanceof WaitingTask task && task.number().code().equals("PICK-1")),
            task("PICK-1", Optional.of("ben")));
    assertEquals("Scan the pick or choose one", instruction(atHammer(0), now));
    Sighting goods =
        new Sighting.Goods(HAMMER, PackLevel.EACH, Label.NONE, List.of(), Optional.empty());
    assertInstanceOf(Step.Mistaken.class, workflow.seen(atHammer(0), goods, now));
  }

  @Test
  void whatWasPickedIsBroughtAwayWhenTheRestIsCancelled() {
    Scene now = without("P-1", "P-2", "P-3");
    assertEquals("Bring it to PACK-1 and scan it", instruction(atHammer(0).loaded(true), now));
    assertEquals("Scan the pick or choose one", instruction(atHammer(0).in(new Choose()), now));
  }

  /// The rest of a short pick comes from another bin.
  @Test
  void aLineThatComesLaterIsPickedBeforeTheGoodsAreBroughtAway() {
    assertEquals("Go to A-01-02", instruction(at(new Drop()).loaded(true), scene()));
  }

  @Test
  void offLineOnlyOnesOwnPicksGoOn() {
    PickingState start = PickingState.start().on(CART_1);
    Sighting open = new Sighting.Paper(new Reference("PICK-4"), Sighting.Paper.Kind.TASK);
    Step<PickingState> step = workflow.seen(start, open, offline());
    assertInstanceOf(Step.Mistaken.class, step);
    assertEquals("Taking a new pick needs the server.", ENGLISH.say(step.said().headline()));
    Sighting own = new Sighting.Paper(new Reference("PICK-1"), Sighting.Paper.Kind.TASK);
    assertInstanceOf(Go.class, workflow.seen(start, own, offline()).state().phase());
  }

  @Test
  void theOnlyCartOfASiteIsTakenWithoutAsking() {
    Scene one =
        books(known -> !(known instanceof Place place && place.code().code().equals("CART-2")));
    Sighting own = new Sighting.Paper(new Reference("PICK-1"), Sighting.Paper.Kind.TASK);
    Step<PickingState> step = workflow.seen(PickingState.start(), own, one);
    assertInstanceOf(Go.class, step.state().phase());
  }

  @Test
  void aPickThatTheServerDoesNotGiveIsChosenAgain() {
    TaskCommand.TakeTask take =
        new TaskCommand.TakeTask(
            NORTH,
            Optional.of(new Reference("PICK-1")),
            List.of("pick"),
            Optional.empty(),
            Optional.empty());
    PickingState after = workflow.refused(atHammer(0), take);
    assertInstanceOf(Choose.class, after.phase());
    assertEquals(Optional.of(CART_1), after.cart());
    PickingState other = workflow.refused(atHammer(0).at(job("PICK-5")), take);
    assertInstanceOf(AtBin.class, other.phase(), "another pick was begun meanwhile");
  }

  private static PickingState.Job job(String task) {
    return PickingState.Job.of(new Reference(task));
  }

  @Test
  void goodsThatCouldNotBeBroughtAwayAreBroughtAgain() {
    PickingState idle = PickingState.start().on(CART_1);
    PickingState after =
        workflow.refused(
            idle,
            new PickingCommand.DropGoods(
                NORTH, CART_1, Optional.empty(), new LocationCode("PACK-1")));
    assertEquals(idle.loaded(true).in(new Drop()), after);
  }

  @Test
  void aRefusedSwapSendsBackAndARefusedSkipComesInItsTurn() {
    Reference pick = new Reference("P-1");
    PickingCommand.SwapPick swap =
        new PickingCommand.SwapPick(NORTH, pick, Optional.of(A_1), Optional.empty());
    assertInstanceOf(Go.class, workflow.refused(atHammer(0), swap).phase());
    PickingState skipped = at(new Go()).at(job("PICK-1").skip(pick));
    assertEquals("Go to B-02-01", instruction(skipped, scene()));
    PickingState again =
        workflow.refused(
            skipped, new PickingCommand.SkipPick(NORTH, pick, new ReasonCode("other")));
    assertEquals("Go to A-01-02", instruction(again, scene()));
  }

  @Test
  void aToteThatIsNotOursIsNotRememberedForTheOrder() {
    PickingState noted = at(new Go()).at(job("PICK-1").with(new PickingState.ToteOf("SO-1", T4)));
    PickingCommand.PickStock refused =
        new PickingCommand.PickStock(
            NORTH,
            new Reference("P-1"),
            new Quantity(1),
            CART_1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(T4));
    assertEquals(at(new Go()), workflow.refused(noted, refused));
  }
}
