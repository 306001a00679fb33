package dev.stockwright.server.security;

import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;

/// Whose duty the commands of the activities are.
final class WorkRights {
  private WorkRights() {}

  /// A duty, and what the command does, for the sentence "You have no right to ...".
  record Right(Duty duty, String what) {}

  static Right of(WorkCommand command) {
    return switch (command) {
      case TaskCommand c -> of(c);
      case CatalogCommand c -> of(c);
      case PlaceCommand c -> of(c);
    };
  }

  private static Right of(CatalogCommand command) {
    return switch (command) {
      case CatalogCommand.LearnBarcode _ -> new Right(Duty.WORKING, "learn barcodes");
      case CatalogCommand.SaveProduct _,
          CatalogCommand.SaveBarcode _,
          CatalogCommand.RemoveBarcode _,
          CatalogCommand.SaveSupplier _,
          CatalogCommand.SaveCustomer _,
          CatalogCommand.SaveReason _ ->
          new Right(Duty.RUNNING, "change master data");
      case CatalogCommand.SaveSetting _ -> new Right(Duty.RUNNING, "change settings");
    };
  }

  private static Right of(PlaceCommand command) {
    return switch (command) {
      case PlaceCommand.OpenWarehouse _,
          PlaceCommand.ChangeWarehouse _,
          PlaceCommand.SaveZone _,
          PlaceCommand.SaveLocation _ ->
          new Right(Duty.RUNNING, "change warehouses and locations");
      case PlaceCommand.LockLocation _, PlaceCommand.UnlockLocation _ ->
          new Right(Duty.DECIDING, "lock locations");
      case PlaceCommand.SaveMinimum _ -> new Right(Duty.DECIDING, "set minimums");
    };
  }

  private static Right of(TaskCommand command) {
    return switch (command) {
      case TaskCommand.TakeTask _,
          TaskCommand.KeepTask _,
          TaskCommand.SkipTask _,
          TaskCommand.ReturnTask _,
          TaskCommand.HandOverTask _ ->
          new Right(Duty.WORKING, "work on tasks");
      case TaskCommand.RankTask _, TaskCommand.CancelTask _ ->
          new Right(Duty.DECIDING, "decide about tasks");
    };
  }
}
