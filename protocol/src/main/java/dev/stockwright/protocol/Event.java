package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened in a warehouse, in the past tense, with its number there: 1, 2, 3, ...
/// without a gap. Whoever has applied all events up to n knows the warehouse as it was at n.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = Event.StockMoved.class, name = "stock_moved")
@Json.SubType(type = Event.ReservationPlaced.class, name = "reservation_placed")
@Json.SubType(type = Event.ReservationCommitted.class, name = "reservation_committed")
@Json.SubType(type = Event.ReservationReleased.class, name = "reservation_released")
@Json.SubType(type = Event.ReservationExpired.class, name = "reservation_expired")
@Json.SubType(type = Event.DocumentChanged.class, name = "document_changed")
public sealed interface Event {
  /// The number in its warehouse.
  long n();

  /// When the server recorded it.
  Instant at();

  /// The command that made it happen.
  CommandId commandId();

  /// The levels that it changed, as they are after it.
  List<Level> levels();

  /// A quantity of a product went from one location to another.
  ///
  /// @param before on hand in the warehouse before, `after` after it
  /// @param reverses the number of the movement that this one reverses, 0 when none
  /// @param scan the raw scan that led to it
  @Json(naming = Json.Naming.LowerUnderscore)
  record StockMoved(
      long n,
      Instant at,
      CommandId commandId,
      Sku sku,
      LocationCode from,
      LocationCode to,
      long quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      Condition condition,
      ReasonCode reason,
      Optional<Reference> reference,
      Operator by,
      DeviceId device,
      Optional<Instant> occurredAt,
      Optional<String> scan,
      long before,
      long after,
      long reverses,
      Level level)
      implements Event {
    public StockMoved {
      lot = Required.orEmpty(lot);
      handlingUnit = Required.orEmpty(handlingUnit);
      reference = Required.orEmpty(reference);
      occurredAt = Required.orEmpty(occurredAt);
      scan = Required.orEmpty(scan);
    }

    @Override
    public List<Level> levels() {
      return List.of(level);
    }
  }

  /// Stock was promised to an order until `expiresAt`.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReservationPlaced(
      long n,
      Instant at,
      CommandId commandId,
      Reference order,
      Instant expiresAt,
      List<Level> levels)
      implements Event {
    public ReservationPlaced {
      levels = Required.orEmpty(levels);
    }
  }

  /// The promise to an order has no time limit any more. Levels that this did not change have the
  /// number of the event that did last.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReservationCommitted(
      long n, Instant at, CommandId commandId, Reference order, List<Level> levels)
      implements Event {
    public ReservationCommitted {
      levels = Required.orEmpty(levels);
    }
  }

  /// The promise to an order was taken back.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReservationReleased(
      long n, Instant at, CommandId commandId, Reference order, List<Level> levels)
      implements Event {
    public ReservationReleased {
      levels = Required.orEmpty(levels);
    }
  }

  /// The time limit of a promise has passed.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReservationExpired(
      long n, Instant at, CommandId commandId, Reference order, List<Level> levels)
      implements Event {
    public ReservationExpired {
      levels = Required.orEmpty(levels);
    }
  }

  /// A document was made or changed: an order, a task, a transfer, a count, ... Who shows it asks
  /// for it again; what it says about quantities is not in here, because some may not see them.
  ///
  /// @param number the document's own number
  /// @param state as it is now, a word of the document's own
  /// @param detail what else is worth saying at once, such as who has a task
  @Json(naming = Json.Naming.LowerUnderscore)
  record DocumentChanged(
      long n,
      Instant at,
      CommandId commandId,
      DocumentKind document,
      Reference number,
      String state,
      Optional<String> detail,
      List<Level> levels)
      implements Event {
    public DocumentChanged {
      detail = Required.orEmpty(detail);
      levels = Required.orEmpty(levels);
    }
  }
}
