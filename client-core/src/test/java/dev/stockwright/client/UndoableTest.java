package dev.stockwright.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the server reverses by itself; `UndoneWorkTest` of the server has the place of every
/// command.
class UndoableTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final LocationCode FROM = new LocationCode("A-01");
  private static final LocationCode TO = new LocationCode("B-02");
  private static final Reference TASK = new Reference("T-1");
  private static final HandlingUnit UNIT = new HandlingUnit("LP-1");

  private static Command move(Optional<HandlingUnit> onto) {
    return new MoveCommand.MoveGoods(
        NORTH,
        new Sku("HM-1"),
        new Quantity(2),
        FROM,
        TO,
        Optional.empty(),
        Optional.empty(),
        onto,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void whatMovedStockAloneIsTakenBackByTheServer() {
    Command told =
        new MoveStock(
            NORTH,
            new Sku("HM-1"),
            new Quantity(2),
            FROM,
            TO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        List.of(true, true), List.of(Undoable.of(told), Undoable.of(move(Optional.empty()))));
  }

  @Test
  @DisplayName("H39 The last step on the floor is taken back with its documents")
  void theLastStepOnTheFloorIsTakenBackWithItsDocuments() {
    List<Command> steps =
        List.of(
            move(Optional.of(UNIT)),
            new MoveCommand.MoveHandlingUnit(NORTH, UNIT, TO, Optional.empty()),
            new PutAwayCommand.PutAway(NORTH, TASK, TO, Optional.empty()),
            new PutAwayCommand.PutUnitAway(NORTH, UNIT, TO, Optional.empty()),
            new ReceivingCommand.ReceiveUnit(
                NORTH,
                UNIT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new PickingCommand.PickStock(
                NORTH,
                new Reference("P-1"),
                new Quantity(2),
                TO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new ShippingCommand.PackOrder(NORTH, new Reference("SO-1"), FROM, Optional.empty()));
    assertEquals(steps, steps.stream().filter(Undoable::of).toList());
  }

  @Test
  @DisplayName("H39 A correction is taken back, applied at once or still waiting")
  void aCorrectionIsTakenBack() {
    AdjustmentCommand proposed =
        new AdjustmentCommand.ProposeAdjustment(
            NORTH,
            new Sku("HM-1"),
            -2,
            FROM,
            new ReasonCode("lost"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    AdjustmentCommand approved =
        new AdjustmentCommand.ApproveAdjustment(NORTH, new Reference("AJ-1"));
    assertEquals(List.of(true, false), List.of(Undoable.of(proposed), Undoable.of(approved)));
  }

  @Test
  void whereGoodsWereSentStays() {
    Command redirect =
        new PutAwayCommand.RedirectPutAway(
            NORTH, TASK, TO, Optional.empty(), new ReasonCode("full"));
    assertEquals(List.of(false, true), List.of(Undoable.of(redirect), Undoable.stays(redirect)));
    assertEquals(false, Undoable.stays(new TaskCommand.KeepTask(NORTH, TASK)));
  }

  @Test
  void whatElseChangedADocumentIsNot() {
    List<Command> documents =
        List.of(
            new PickingCommand.PutBackGoods(NORTH, TASK, TO),
            new TaskCommand.KeepTask(NORTH, new Reference("T-1")),
            new UndoCommand(CommandId.timeOrdered(1, 2, 3)));
    assertEquals(List.of(), documents.stream().filter(Undoable::of).toList());
  }
}
