package dev.stockwright.protocol;

import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// A command of an activity that keeps documents: tasks, orders, transfers, counts, ... Each
/// activity is a family with its own file; within a family a field name has one type.
public sealed interface WorkCommand extends Command
    permits AlertCommand, ReorderCommand, SystemCommand, TaskCommand {

    permits CatalogCommand, PlaceCommand, TaskCommand {
public sealed interface WorkCommand extends Command permits OrderCommand, TaskCommand, TillCommand {
    permits TaskCommand,
        PurchaseCommand,
        ReceivingCommand,
        PutAwayCommand,
        OrderCommand,
    permits OrderCommand,
        PickingCommand,
        ReplenishCommand,
        ShippingCommand,
        TaskCommand,
        TillCommand {
    permits TaskCommand, TransferCommand, AdjustmentCommand, MoveCommand {
    permits CountCommand, CountPlanCommand, TaskCommand {
  /// The warehouses that it touches, the one where it is done first; none: it is about all of them.
  List<WarehouseCode> warehouses();
}
