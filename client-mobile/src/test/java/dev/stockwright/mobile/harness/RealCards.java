package dev.stockwright.mobile.harness;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.adjusting.AdjustingState;
import dev.stockwright.client.workflow.adjusting.AdjustingWorkflow;
import dev.stockwright.client.workflow.counting.CountingState;
import dev.stockwright.client.workflow.counting.CountingWorkflow;
import dev.stockwright.client.workflow.home.HomeState;
import dev.stockwright.client.workflow.home.HomeWorkflow;
import dev.stockwright.client.workflow.moving.MovingState;
import dev.stockwright.client.workflow.moving.MovingWorkflow;
import dev.stockwright.client.workflow.picking.PickingState;
import dev.stockwright.client.workflow.picking.PickingWorkflow;
import dev.stockwright.client.workflow.putaway.PutAwayState;
import dev.stockwright.client.workflow.putaway.PutAwayWorkflow;
import dev.stockwright.mobile.card.Shown;
import java.util.LinkedHashMap;
import java.util.Map;

/// The screens that the workflows themselves make, at every step of them.
public final class RealCards {
  private static final PackLevel CASE = new PackLevel("case", 24);

  private final Map<String, Shown> all = new LinkedHashMap<>();

  private RealCards() {}

  public static Map<String, Shown> all() {
    RealCards cards = new RealCards();
    cards.all.putAll(DoorCards.all());
    new Walk<>(cards.all, new HomeWorkflow(), new HomeState(), Hall.scene()).at("home-bare");
    cards.moving();
    cards.puttingAway();
    cards.picking();
    cards.shortPick();
    cards.pickingByLot();
    cards.counting();
    cards.countingQuestions();
    cards.adjusting();
    DockCards.add(cards.all);
    PanelCards.add(cards.all);
    return cards.all;
  }

  private Walk<MovingState> move() {
    return new Walk<>(all, new MovingWorkflow(), MovingState.start(), Hall.scene());
  }

  private void moving() {
    move()
        .at("move-1-from")
        .scan(Hall.bin("A-01-02"))
        .at("move-2-what")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("move-3-to")
        .scan(Hall.bin("A-03-01"))
        .at("move-4-done");
    move().scan(Hall.bin("B-02-01")).scan(Hall.goods(Hall.MILK)).at("move-lot");
    move()
        .scan(Hall.bin("A-01-02"))
        .scan(Hall.goods(Hall.BOLT))
        .press(Key.QUANTITY)
        .give(new Input.Keyed(12_000))
        .at("move-large");
  }

  private void puttingAway() {
    new Walk<>(all, new PutAwayWorkflow(), PutAwayState.start(), Hall.scene())
        .at("put-1-take")
        .scan(Hall.unit("LP-004182"))
        .at("put-2-bring")
        .scan(Hall.unit("LP-004183"))
        .at("put-3-cart")
        .scan(Hall.bin("B-02-01"))
        .at("put-4-wrong-bin")
        .press(Key.OTHER_PLACE)
        .at("put-5-why")
        .press(Key.BACK)
        .scan(Hall.bin("A-01-02"))
        .at("put-6-placed");
    new Walk<>(all, new PutAwayWorkflow(), PutAwayState.start(), Hall.scene())
        .scan(Hall.goods(Hall.MILK, PackLevel.EACH, "L0"))
        .at("put-expired");
  }

  private Walk<PickingState> pick() {
    return new Walk<>(all, new PickingWorkflow(), PickingState.start(), Hall.scene());
  }

  private Walk<PickingState> atBolts() {
    return pick()
        .scan(Hall.at("CART-1", "cart"))
        .scan(Hall.paper("PICK-1042", Kind.TASK))
        .scan(Hall.bin("A-01-02"));
  }

  private void picking() {
    pick()
        .at("pick-1-choose")
        .scan(Hall.paper("PICK-1042", Kind.TASK))
        .at("pick-2-cart")
        .scan(Hall.at("CART-1", "cart"))
        .at("pick-3-go")
        .scan(Hall.bin("A-03-01"))
        .at("pick-4-wrong-bin")
        .press(Key.DISCARD)
        .press(Key.SKIP)
        .at("pick-5-skip-why");
    atBolts()
        .at("pick-6-at-bin")
        .scan(Hall.goods(Hall.BOLT))
        .at("pick-7-one")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("pick-8-wrong")
        .press(Key.ALL)
        .scan(Hall.goods(Hall.BOLT))
        .at("pick-9-line-done");
    pick()
        .scan(Hall.at("CART-1", "cart"))
        .scan(Hall.paper("PICK-1043", Kind.TASK))
        .at("pick-tote-go")
        .scan(Hall.bin("A-01-02"))
        .scan(Hall.goods(Hall.ANCHOR))
        .scan(Hall.goods(Hall.ANCHOR))
        .at("pick-tote");
  }

  private void shortPick() {
    atBolts()
        .scan(Hall.goods(Hall.BOLT))
        .press(Key.SHORT)
        .at("pick-short")
        .press(Key.OK)
        .at("pick-short-empty");
  }

  private void pickingByLot() {
    Walk<PickingState> milk =
        atBolts()
            .press(Key.ALL)
            .scan(Hall.goods(Hall.BOLT))
            .scan(Hall.bin("B-02-01"))
            .at("pick-milk")
            .scan(Hall.goods(Hall.MILK, PackLevel.EACH, "L2409-02"))
            .at("pick-other-lot")
            .press(Key.DISCARD)
            .scan(Hall.goods(Hall.MILK, PackLevel.EACH, "L0"))
            .at("pick-expired")
            .press(Key.DISCARD);
    milk.press(Key.ALL)
        .scan(Hall.goods(Hall.MILK, PackLevel.EACH, "L2408-17"))
        .scan(Hall.bin("C-12-04"))
        .press(Key.ALL)
        .scan(Hall.goods(Hall.ANCHOR))
        .at("pick-drop")
        .scan(Hall.at("STAGE-1", "staging"))
        .at("pick-other-drop");
  }

  private Walk<CountingState> count() {
    return new Walk<>(all, new CountingWorkflow(), CountingState.start(), Hall.scene());
  }

  private void counting() {
    count()
        .at("count-1-choose")
        .scan(Hall.paper("C-0007", Kind.COUNT))
        .at("count-2-way")
        .scan(Hall.bin("A-01-02"))
        .at("count-3-bin")
        .scan(Hall.goods(Hall.BOLT))
        .scan(Hall.goods(Hall.ANCHOR, CASE, ""))
        .at("count-4-two")
        .scan(Hall.goods(Hall.MILK))
        .at("count-5-lot")
        .press(Key.SKIP)
        .scan(Hall.bin("A-03-01"))
        .at("count-6-next");
  }

  private void countingQuestions() {
    count().scan(Hall.bin("A-01-02")).press(Key.DONE).at("count-empty");
    count().scan(Hall.bin("C-12-04")).at("count-taken");
    count().scan(Hall.bin("B-02-01")).at("count-before");
  }

  private void adjusting() {
    new Walk<>(all, new AdjustingWorkflow(), AdjustingState.start(), Hall.scene())
        .at("adjust-1-where")
        .scan(Hall.bin("A-01-02"))
        .at("adjust-2-what")
        .scan(Hall.goods(Hall.ANCHOR))
        .at("adjust-3-which")
        .press(Key.BACK)
        .scan(Hall.goods(Hall.BOLT))
        .at("adjust-4-how")
        .press(Key.SET_TO)
        .at("adjust-5-many")
        .give(new Input.Keyed(19_976))
        .at("adjust-6-why")
        .give(new Input.Because("other"))
        .at("adjust-7-note")
        .give(new Input.Typed("BOX TORN, 24 PIECES FELL OUT"))
        .at("adjust-8-post")
        .press(Key.OK)
        .at("adjust-9-done");
  }
}
