package dev.stockwright.server.undoing;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which work of documents is undone with them, which is not, and what undoes that instead. A
/// document counts what was received, picked, packed, sent or counted; goods that went back behind
/// its back would leave those figures wrong. What a command was is seen by what it left: the
/// documents that its answer names, and the reasons of its movements. Pure.
final class DocumentWork {
  /// Of several documents that one command changed, the one that it was about comes first.
  private static final List<DocumentKind> MAIN =
      List.of(
          DocumentKind.ADJUSTMENT,
          DocumentKind.RECEIPT,
          DocumentKind.RETURN,
          DocumentKind.TRANSFER,
          DocumentKind.SHIPMENT,
          DocumentKind.PICK,
          DocumentKind.ORDER,
          DocumentKind.WAVE,
          DocumentKind.COUNT,
          DocumentKind.RECONCILIATION,
          DocumentKind.TILL_BATCH,
          DocumentKind.TILL_ENTRY,
          DocumentKind.HANDLING_UNIT,
          DocumentKind.TASK);

  private DocumentWork() {}

  /// Which activity takes its work back; empty when none does.
  static Optional<WorkKind> kind(UndoneWork work) {
    Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    work.documents().forEach(document -> kinds.add(document.kind()));
    if (only(work, "pack") && packed(work)) {
      return Optional.of(WorkKind.PACKING);
    }
    if (kinds.isEmpty()) {
      return Optional.of(WorkKind.STOCK);
    }
    if (only(work, "pick") && kinds.contains(DocumentKind.PICK)) {
      return Optional.of(WorkKind.PICK);
    }
    if (only(work, "put_away") && kinds.equals(Set.of(DocumentKind.TASK))) {
      return Optional.of(WorkKind.PUT_AWAY);
    }
    if (kinds.equals(Set.of(DocumentKind.ADJUSTMENT))) {
      return Optional.of(WorkKind.ADJUSTMENT);
    }
    if (only(work, "receipt") && kinds.contains(DocumentKind.RECEIPT)) {
      return Optional.of(WorkKind.RECEIPT);
    }
    return kinds.equals(Set.of(DocumentKind.HANDLING_UNIT)) && alone(work)
        ? Optional.of(WorkKind.UNIT)
        : Optional.empty();
  }

  private static boolean only(UndoneWork work, String reason) {
    return work.movements().stream().allMatch(movement -> movement.reason().code().equals(reason));
  }

  /// Goods of an order went into a package.
  private static boolean packed(UndoneWork work) {
    return work.movements().stream().allMatch(movement -> movement.reference().isPresent())
        && work.arrivals().stream()
            .noneMatch(movement -> movement.goods().handlingUnit().isEmpty());
  }

  /// It was for no document, and goods only went from one place here to another.
  private static boolean alone(UndoneWork work) {
    return work.movements().stream()
        .noneMatch(
            movement ->
                movement.reference().isPresent()
                    || movement.reason().equals(UndoingRules.UNDO)
                    || outside(movement));
  }

  private static boolean outside(RecordedMovement movement) {
    return VirtualLocation.is(movement.to()) && !between(movement.to())
        || VirtualLocation.is(movement.goods().location()) && !between(movement.goods().location());
  }

  private static boolean between(LocationCode place) {
    return place.equals(VirtualLocation.IN_TRANSIT.code());
  }

  /// Why the command is not undone, and what to do.
  static Refusal refusal(UndoneWork work) {
    Document by =
        work.documents().stream()
            .min(Comparator.comparingInt(document -> rank(document.kind())))
            .orElseThrow();
    return new GuardRefusal.UndoByDocument(
        work.command(), by.kind(), by.number(), by.state(), instead(by));
  }

  private static int rank(DocumentKind kind) {
    int at = MAIN.indexOf(kind);
    return at < 0 ? MAIN.size() : at;
  }

  private static String instead(Document by) {
    return switch (by.kind()) {
      case ADJUSTMENT -> "propose_adjustment the other way";
      case RECEIPT, RETURN -> "take_back_line";
      case TRANSFER -> transfer(by.state());
      case SHIPMENT -> "receive_return";
      case PICK, ORDER, WAVE -> "cancel_order, then put_back_goods";
      case COUNT, RECONCILIATION -> "request_count or propose_adjustment";
      case TILL_BATCH, TILL_ENTRY -> "post_till_batch with a return";
      case HANDLING_UNIT -> unit(by.state());
      default -> "move_goods, or release_goods for what was held";
    };
  }

  private static String transfer(String state) {
    return switch (state) {
      case "requested", "approved", "packed" -> "cancel_transfer";
      case "shipped", "short" -> "receive_transfer, then request_transfer the other way";
      default -> "request_transfer the other way";
    };
  }

  private static String unit(String state) {
    return switch (state) {
      case "loaded" -> "unload_package";
      case "shipped" -> "receive_return";
      default -> "move_handling_unit or move_goods";
    };
  }
}
