package dev.stockwright.protocol;

import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// A command of an activity that keeps documents: tasks, orders, transfers, counts, ... Each
/// activity is a family with its own file; within a family a field name has one type.
public sealed interface WorkCommand extends Command
    permits AdjustmentCommand,
        AlertCommand,
        CatalogCommand,
        CountCommand,
        CountPlanCommand,
        MoveCommand,
        OrderCommand,
        PickingCommand,
        PlaceCommand,
        PurchaseCommand,
        PutAwayCommand,
        ReceivingCommand,
        ReferralCommand,
        ReorderCommand,
        ReplenishCommand,
        ShippingCommand,
        SystemCommand,
        TaskCommand,
        TillCommand,
        TransferCommand {
  /// The warehouses that it touches, the one where it is done first; none: it is about all of them.
  List<WarehouseCode> warehouses();
}
