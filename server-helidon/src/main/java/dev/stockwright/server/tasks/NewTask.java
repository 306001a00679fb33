package dev.stockwright.server.tasks;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.Optional;

/// A task to be put into the queue.
///
/// @param priority 0 is drop everything, 100 can wait
/// @param document what it is for
/// @param line of the document, 0 when it has none
/// @param place where it begins; its zone and its place on the way are taken from there
/// @param quantity base units, 0 when the task is not about a quantity
/// @param lot empty: any
/// @param handlingUnit empty: none
/// @param notFor who must not do it, such as the person who counted first
/// @param onlyFor who alone may do it
public record NewTask(
    WarehouseCode warehouse,
    TaskKind kind,
    int priority,
    DocumentKind document,
    Reference reference,
    int line,
    Optional<LocationCode> place,
    Optional<LocationCode> to,
    Optional<Sku> sku,
    long quantity,
    String lot,
    String handlingUnit,
    Optional<Operator> notFor,
    Optional<Operator> onlyFor,
    Optional<Instant> dueAt) {
  /// The priority when nobody said.
  public static final int ORDINARY = 50;

  /// A task at a place, for a line of a document.
  public static NewTask of(
      WarehouseCode warehouse, TaskKind kind, DocumentKind document, Reference reference) {
    return new NewTask(
        warehouse,
        kind,
        ORDINARY,
        document,
        reference,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same from one place to another.
  public NewTask at(LocationCode from, Optional<LocationCode> goal) {
    return new NewTask(
        warehouse,
        kind,
        priority,
        document,
        reference,
        line,
        Optional.of(from),
        goal,
        sku,
        quantity,
        lot,
        handlingUnit,
        notFor,
        onlyFor,
        dueAt);
  }

  /// The same about some goods.
  public NewTask of(Sku product, long units, String ofLot, String inUnit) {
    return new NewTask(
        warehouse,
        kind,
        priority,
        document,
        reference,
        line,
        place,
        to,
        Optional.of(product),
        units,
        ofLot,
        inUnit,
        notFor,
        onlyFor,
        dueAt);
  }

  /// The same for a line of the document, as urgent as this.
  public NewTask ranked(int ofLine, int urgency) {
    return new NewTask(
        warehouse,
        kind,
        urgency,
        document,
        reference,
        ofLine,
        place,
        to,
        sku,
        quantity,
        lot,
        handlingUnit,
        notFor,
        onlyFor,
        dueAt);
  }
}
