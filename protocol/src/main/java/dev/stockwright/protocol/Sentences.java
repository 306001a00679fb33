package dev.stockwright.protocol;

import dev.stockwright.protocol.Refusal.AlreadyUndone;
import dev.stockwright.protocol.Refusal.DifferentContent;
import dev.stockwright.protocol.Refusal.InsufficientStock;
import dev.stockwright.protocol.Refusal.Malformed;
import dev.stockwright.protocol.Refusal.NotAllowed;
import dev.stockwright.protocol.Refusal.NotOnOrder;
import dev.stockwright.protocol.Refusal.NothingToUndo;
import dev.stockwright.protocol.Refusal.OrderAlreadyReserved;
import dev.stockwright.protocol.Refusal.OverReceipt;
import dev.stockwright.protocol.Refusal.ReservationEnded;
import dev.stockwright.protocol.Refusal.SamePlace;
import dev.stockwright.protocol.Refusal.SequenceUsed;
import dev.stockwright.protocol.Refusal.SerialAlreadyHere;
import dev.stockwright.protocol.Refusal.SerialNotSingle;
import dev.stockwright.protocol.Refusal.UnknownLocation;
import dev.stockwright.protocol.Refusal.UnknownOrder;
import dev.stockwright.protocol.Refusal.UnknownProduct;
import dev.stockwright.protocol.Refusal.UnknownReservation;
import dev.stockwright.protocol.Refusal.UnknownWarehouse;
import dev.stockwright.vocabulary.WarehouseCode;

/// The sentence of every refusal: the fact first, then what to do. The same on the server and on
/// every screen.
public final class Sentences {
  private Sentences() {}

  /// What to show a person.
  public static String of(Refusal refusal) {
    return switch (refusal) {
      case Malformed r -> capital(r.detail()) + ".";
      case DifferentContent r ->
          "Command " + r.id() + " was sent before with other content. Send it with a new id.";
      case SequenceUsed r ->
          "Number "
              + r.sequence()
              + " of "
              + r.device()
              + " was used before (last "
              + r.last()
              + "). Enrol the device again.";
      case NotAllowed r ->
          "You have no right to "
              + r.what()
              + r.at().map(Sentences::in).orElse("")
              + ". Ask a supervisor.";
      case UnknownWarehouse r -> "Warehouse " + r.warehouse() + " is not known. Check its code.";
      case UnknownProduct r -> "Product " + r.sku() + " is not known. Check its code or add it.";
      case UnknownLocation r ->
          "Location " + r.location() + " is not known in " + r.warehouse() + ". Scan its label.";
      case UnknownOrder r -> "No open order " + r.order() + " here. Check its number.";
      case UnknownReservation r -> "No reservation for " + r.order() + ". Place it first.";
      case SamePlace r -> "From and to are both " + r.place() + ". Choose another place.";
      case SerialNotSingle r ->
          "Serial " + r.serial() + " is one piece, not " + r.quantity() + ". Scan each piece.";
      case SerialAlreadyHere r -> here(r);
      case NotOnOrder r ->
          r.sku() + " is not on " + r.order() + ". Set it aside or receive it blind.";
      case OverReceipt r ->
          "Over by "
              + (r.received() + r.wanted() - r.ordered())
              + " on "
              + r.order()
              + " ("
              + r.received()
              + " of "
              + r.ordered()
              + " received). Ask a supervisor.";
      case InsufficientStock r ->
          "Only "
              + r.available()
              + " of "
              + r.sku()
              + " "
              + r.bin().map(l -> "in " + l).orElse("available in " + r.warehouse())
              + ", "
              + r.wanted()
              + " wanted. Take less or count the stock.";
      case OrderAlreadyReserved r ->
          "Order " + r.order() + " holds a reservation already. Release it first.";
      case ReservationEnded r ->
          "The reservation of " + r.order() + " is " + r.state() + ". Place a new one.";
      case NothingToUndo r -> "Command " + r.undone() + " moved nothing that could be undone.";
      case AlreadyUndone r -> "Command " + r.undone() + " was undone before.";
      case WorkRefusal r -> r.sentence();
    };
  }

  private static String in(WarehouseCode warehouse) {
    return " in " + warehouse;
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String here(SerialAlreadyHere r) {
    String piece = "Serial " + r.serial() + " of " + r.sku();
    return r.came()
        .map(
            came ->
                piece
                    + " was received "
                    + came.moment()
                    + " by "
                    + came.who()
                    + " in "
                    + came.place()
                    + " and is in "
                    + r.location()
                    + ". Set this one aside.")
        .orElseGet(() -> piece + " is already in " + r.location() + ". Set this one aside.");
  }
}
