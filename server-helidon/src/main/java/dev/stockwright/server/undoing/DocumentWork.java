package dev.stockwright.server.undoing;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.vocabulary.CommandId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which work of documents is not undone by reversing its movements, and what undoes it instead. A
/// document counts what was received, picked, packed, sent or counted; goods that went back behind
/// its back would leave those figures wrong. Pure.
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

  /// Why the command is not undone; empty when it was about stock alone.
  static Optional<Refusal> refusal(CommandId undone, List<Document> documents) {
    return documents.stream()
        .min(Comparator.comparingInt(document -> rank(document.kind())))
        .map(
            by ->
                new GuardRefusal.UndoByDocument(
                    undone, by.kind(), by.number(), by.state(), instead(by)));
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
