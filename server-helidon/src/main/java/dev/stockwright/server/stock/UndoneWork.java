package dev.stockwright.server.stock;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Documents.Document;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// What an earlier command did that shall be undone: its movements, oldest first, and the documents
/// that it made or changed, as it left them.
public record UndoneWork(
    CommandId command, List<RecordedMovement> movements, List<Document> documents) {
  public UndoneWork {
    movements = List.copyOf(movements);
    documents = List.copyOf(documents);
  }

  /// The documents of a kind, as the command named them.
  public List<Reference> numbers(DocumentKind kind) {
    return documents.stream()
        .filter(document -> document.kind() == kind)
        .map(Document::number)
        .toList();
  }

  /// Where it was done; work of documents is done in one warehouse.
  public WarehouseCode warehouse() {
    return movements.getFirst().warehouse();
  }

  /// The movements that ended in a real place: goods that change their handling unit pass through
  /// IN_TRANSIT before.
  public List<RecordedMovement> arrivals() {
    return movements.stream().filter(movement -> !VirtualLocation.is(movement.to())).toList();
  }

  /// Base units that came to a real place.
  public long units() {
    return arrivals().stream().mapToLong(RecordedMovement::quantity).sum();
  }
}
