package dev.stockwright.server.ledger;

import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that will happen when the transaction commits, waiting for its number.
sealed interface Draft {
  WarehouseCode warehouse();

  /// The shelves it changes; each takes the event's number.
  List<Shelf> shelves();

  /// A movement, with the level around it.
  record Moved(
      Submission by,
      Posting posting,
      Shelf shelf,
      long before,
      long after,
      long reservedAfter,
      long blockedAfter,
      long unitCost, // or Worth.UNKNOWN
      long valueAfter)
      implements Draft {
    /// The shelf is as the movement left it.
    static Moved of(Submission by, Posting posting, Shelf shelf, long before, long unitCost) {
      return new Moved(
          by,
          posting,
          shelf,
          before,
          shelf.onHand,
          shelf.reserved,
          shelf.blocked,
          unitCost,
          shelf.value);
    }

    @Override
    public WarehouseCode warehouse() {
      return posting.warehouse();
    }

    @Override
    public List<Shelf> shelves() {
      return List.of(shelf);
    }
  }

  /// A promise that changed, one for each warehouse it touches.
  record Promised(
      CommandId command,
      WarehouseCode warehouse,
      Reference order,
      PromiseState state,
      Optional<Instant> expiresAt,
      boolean resized,
      List<Snap> snaps)
      implements Draft {
    /// As the event is named on the wire. What is picked, packed or gone changes the order.
    String kind() {
      return resized || state == PromiseState.SHIPPED
          ? "document_changed"
          : "reservation_" + state.code();
    }

    @Override
    public List<Shelf> shelves() {
      return snaps.stream().map(Snap::shelf).toList();
    }
  }

  /// A document that was made or changed.
  record Noted(CommandId command, Step.Note note) implements Draft {
    @Override
    public WarehouseCode warehouse() {
      return note.warehouse();
    }

    @Override
    public List<Shelf> shelves() {
      return List.of();
    }
  }

  /// An alert that the level of a shelf raised, or that is over because of it. Without a number
  /// when
  /// there is none to be told of: somebody has resolved it before.
  record Alerted(Rise rise) implements Draft {
    @Override
    public WarehouseCode warehouse() {
      return rise.shelf.key.warehouse();
    }

    @Override
    public List<Shelf> shelves() {
      return List.of();
    }
  }

  /// A shelf as it was at that moment.
  record Snap(Shelf shelf, long onHand, long reserved, long blocked) {
    static Snap of(Shelf shelf) {
      return new Snap(shelf, shelf.onHand, shelf.reserved, shelf.blocked);
    }
  }
}
