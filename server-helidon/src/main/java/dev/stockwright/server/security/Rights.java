package dev.stockwright.server.security;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// The only place that says who may do what where. What is not allowed here is refused.
public final class Rights {
  private Rights() {}

  /// Why `who` may not give `command`, which touches the warehouses `touched`; empty when they may.
  public static Optional<Refusal> refusal(
      Principal who, Command command, Set<WarehouseCode> touched) {
    if (!mayEver(who.role(), command)) {
      return Optional.of(new Refusal.NotAllowed(what(command), Optional.empty()));
    }
    return touched.stream()
        .filter(warehouse -> !who.sees(warehouse))
        .min(Comparator.comparing(WarehouseCode::code))
        .map(foreign -> new Refusal.NotAllowed(what(command), Optional.of(foreign)));
  }

  /// Why `who` may not undo the work of somebody else; empty when they may.
  public static Optional<Refusal> refusalToUndoOthers(Principal who) {
    return Duty.DECIDING.includes(who.role())
        ? Optional.empty()
        : Optional.of(new Refusal.NotAllowed("undo the work of others", Optional.empty()));
  }

  /// Why `who` may not ask `question`; empty when they may.
  public static Optional<Refusal> refusal(Principal who, Question question) {
    return mayEver(who.role(), question)
        ? Optional.empty()
        : Optional.of(new Refusal.NotAllowed(question.what(), Optional.empty()));
  }

  /// Why `who` may not ask `question` of `warehouse`; empty when they may.
  public static Optional<Refusal> refusal(
      Principal who, Question question, WarehouseCode warehouse) {
    return mayEver(who.role(), question) && who.sees(warehouse)
        ? Optional.empty()
        : Optional.of(new Refusal.NotAllowed(question.what(), Optional.of(warehouse)));
  }

  /// The warehouses that a command names itself. Those of a confirmation, a release and an undo
  /// stand in the database.
  public static Set<WarehouseCode> named(Command command) {
    return switch (command) {
      case ReceiveGoods c -> Set.of(c.warehouse());
      case MoveStock c -> Set.of(c.warehouse());
      case AdjustStock c -> Set.of(c.warehouse());
      case TransferStock c ->
          c.fromWarehouse().equals(c.toWarehouse())
              ? Set.of(c.fromWarehouse())
              : Set.of(c.fromWarehouse(), c.toWarehouse());
      case PlaceReservation c ->
          c.lines().size() == 1
              ? Set.of(c.lines().getFirst().warehouse())
              : Set.copyOf(c.lines().stream().map(PlaceReservation.Line::warehouse).toList());
      case ConfirmReservation _, ReleaseReservation _, UndoCommand _ -> Set.of();
      case WorkCommand c -> Set.copyOf(c.warehouses());
    };
  }

  /// Whether somebody counts blind: figures of the stock are never shown to them.
  public static boolean blind(Principal who) {
    return !Duty.SEEING_STOCK.includes(who.role());
  }

  /// Whether somebody decides about the work of others.
  public static boolean decides(Principal who) {
    return Duty.DECIDING.includes(who.role());
  }

  /// Whether `who` must not see `question` answered while they count, so that a count is blind.
  public static boolean blindWhileCounting(Principal who, Question question) {
    return question.ofStock() && !Duty.DECIDING.includes(who.role());
  }

  /// Why `who`, who counts in `warehouse`, may not ask `question` until they are done.
  public static Refusal refusalWhileCounting(Question question, WarehouseCode warehouse) {
    return new Refusal.NotAllowed(question.what() + " while you count", Optional.of(warehouse));
  }

  private static boolean mayEver(Role role, Command command) {
    return switch (command) {
      case ReceiveGoods _, MoveStock _ -> Duty.FLOOR.includes(role);
      case AdjustStock _ -> Duty.CORRECTING.includes(role);
      case TransferStock _, PlaceReservation _, ConfirmReservation _, ReleaseReservation _ ->
          Duty.DECIDING.includes(role);
      case UndoCommand _ -> Duty.WORKING.includes(role);
      case WorkCommand c -> WorkRights.of(c).duty().includes(role);
    };
  }

  private static boolean mayEver(Role role, Question question) {
    return switch (question) {
      case LEVELS, LOW_STOCK, BALANCES, HISTORY, MOVEMENTS, ADJUSTMENTS, ALERTS, TRACES, REASONS ->
          Duty.SEEING_STOCK.includes(role);
      // What came, what goes and what lies where for whom add up to what there should be.
      case PURCHASE_ORDERS, PICKS, ORDERS, TILLS, RECEIPTS, TRANSFERS ->
          Duty.SEEING_STOCK.includes(role);
      case PRODUCTS, PLACES, LOOK_UP, TASKS, EVENTS, COUNTS, OUTCOMES -> Duty.WORKING.includes(role);
      case SYSTEM, IMPORTS, METRICS -> Duty.RUNNING.includes(role);
      case EXPORTS, SETTINGS, COUNT_RESULTS, REORDERING, REPORTS, VALUES, REFERRALS ->
          Duty.DECIDING.includes(role);
    };
  }

  private static String what(Command command) {
    return switch (command) {
      case ReceiveGoods _ -> "receive goods";
      case MoveStock _ -> "move stock";
      case AdjustStock _ -> "adjust stock";
      case TransferStock _ -> "transfer stock";
      case PlaceReservation _ -> "reserve stock";
      case ConfirmReservation _ -> "confirm reservations";
      case ReleaseReservation _ -> "release reservations";
      case UndoCommand _ -> "undo work";
      case WorkCommand c -> WorkRights.of(c).what();
    };
  }
}
