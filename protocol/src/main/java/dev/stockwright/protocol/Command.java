package dev.stockwright.protocol;

import io.avaje.jsonb.Json;

/// What somebody wants to happen, or reports to have happened. An order in the imperative, written
/// once on the device and judged once by the server. Its wire name is the `kind`.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReceiveGoods.class, name = "receive_goods")
@Json.SubType(type = MoveStock.class, name = "move_stock")
@Json.SubType(type = AdjustStock.class, name = "adjust_stock")
@Json.SubType(type = TransferStock.class, name = "transfer_stock")
@Json.SubType(type = PlaceReservation.class, name = "place_reservation")
@Json.SubType(type = ConfirmReservation.class, name = "confirm_reservation")
@Json.SubType(type = ReleaseReservation.class, name = "release_reservation")
@Json.SubType(type = UndoCommand.class, name = "undo_command")
public sealed interface Command
    permits ReceiveGoods,
        MoveStock,
        AdjustStock,
        TransferStock,
        PlaceReservation,
        ConfirmReservation,
        ReleaseReservation,
        UndoCommand {}
