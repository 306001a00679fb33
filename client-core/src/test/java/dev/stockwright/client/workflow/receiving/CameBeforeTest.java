package dev.stockwright.client.workflow.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a person is told of a thing that has come before.
class CameBeforeTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, InstantSource.fixed(Scenes.NOW));

  private static String said(EarlierReceipt before) {
    return ENGLISH.say(Deliveries.came(before));
  }

  @Test
  @DisplayName("H26 What came before is refused by the device itself with who, when and where")
  void aPieceIsRefusedWithWhoWhenAndWhere() {
    Label label =
        new Label(
            Optional.empty(),
            Optional.of(new SerialNumber("SN-7")),
            Optional.empty(),
            Optional.empty(),
            1);
    Sighting piece =
        new Sighting.Goods(ReceivingSite.DRILL, PackLevel.EACH, label, List.of(), Optional.empty());
    Sighting pallet = new Sighting.Unit(ReceivingSite.COME_UNIT, Optional.empty());
    ReceivingWorkflow workflow = new ReceivingWorkflow();
    for (Scene scene : List.of(ReceivingSite.scene(), Scenes.offline(ReceivingSite.BOOKS))) {
      for (Sighting seen : List.of(piece, pallet)) {
        ReceivingState open =
            ReceivingSite.PO.on(workflow, ReceivingState.start(Scenes.NORTH), scene).state();
        Step<ReceivingState> step = workflow.seen(open, seen, scene);
        Step.Mistaken<?> no = assertInstanceOf(Step.Mistaken.class, step);
        assertEquals(Optional.of(said(ReceivingSite.CAME)), no.said().detail().map(ENGLISH::say));
      }
    }
  }

  @Test
  void whatTheDeviceDoesNotKnowIsLeftOut() {
    EarlierReceipt came = ReceivingSite.CAME;
    assertEquals(
        List.of(
            "Received 08:00 by ben at DOCK already. Set this one aside.",
            "Received 08:00 by ben already. Set this one aside.",
            "Received 08:00 at DOCK already. Set this one aside.",
            "Received 08:00 already. Set this one aside."),
        List.of(
            said(came),
            said(new EarlierReceipt(came.moment(), came.who(), Optional.empty())),
            said(new EarlierReceipt(came.moment(), Optional.empty(), came.place())),
            said(new EarlierReceipt(came.moment(), Optional.empty(), Optional.empty()))));
  }
}
