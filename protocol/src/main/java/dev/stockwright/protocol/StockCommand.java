package dev.stockwright.protocol;

import io.avaje.jsonb.Json;

/// A command that changes stock or a promise of stock and nothing else: it needs no document, so
/// many
/// of them share one set-based transaction.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReceiveGoods.class, name = "receive_goods")
@Json.SubType(type = MoveStock.class, name = "move_stock")
@Json.SubType(type = AdjustStock.class, name = "adjust_stock")
@Json.SubType(type = TransferStock.class, name = "transfer_stock")
@Json.SubType(type = PlaceReservation.class, name = "place_reservation")
@Json.SubType(type = ConfirmReservation.class, name = "confirm_reservation")
@Json.SubType(type = ReleaseReservation.class, name = "release_reservation")
@Json.SubType(type = UndoCommand.class, name = "undo_command")
public sealed interface StockCommand extends Command
    permits ReceiveGoods,
        MoveStock,
        AdjustStock,
        TransferStock,
        PlaceReservation,
        ConfirmReservation,
        ReleaseReservation,
        UndoCommand {}
