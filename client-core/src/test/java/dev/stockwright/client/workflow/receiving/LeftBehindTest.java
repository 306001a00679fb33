package dev.stockwright.client.workflow.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the supervisors see of a question that was left.
class LeftBehindTest {
  private static final ReceivingState BLIND = ReceivingState.start(new WarehouseCode("NORTH"));
  private static final ReceivingState ASKED =
      BLIND
          .on(new Order(new Reference("PO-1"), true))
          .in(new Deciding(new Strange("5901"), new Answered(false, false, false)));

  private static Optional<Mismatch> left(ReceivingState state, Key key) {
    return LeftBehind.of(state, new Input.Press(key));
  }

  @Test
  @DisplayName("H27 An unknown barcode that is not linked is noted with what was done")
  void anUnknownBarcodeIsNotedWithWhatWasDone() {
    assertEquals(
        Optional.of(new Mismatch("receive", Optional.of("PO-1"), "unknown", "set_aside", "5901")),
        left(ASKED, Key.SET_ASIDE));
    Mismatch there = new Mismatch("receive", Optional.of("PO-1"), "unknown", "left", "5901");
    assertEquals(Optional.of(there), left(ASKED, Key.DISCARD));
    assertEquals(Optional.of(there), left(ASKED, Key.BACK));
    assertEquals(Optional.empty(), left(ASKED, Key.LINK));
    assertEquals(Optional.empty(), left(BLIND, Key.BACK));
  }
}
