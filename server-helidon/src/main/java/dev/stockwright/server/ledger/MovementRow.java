package dev.stockwright.server.ledger;

import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the table movement, as it is written and as it is hashed.
record MovementRow(
    int warehouseId,
    long n,
    int productId,
    int fromId,
    int toId,
    long quantity,
    long before,
    long after,
    long reservedAfter,
    long blockedAfter,
    long reversesN, // 0: none
    @Nullable Long occurredMicros, // null as in the column
    UUID commandId,
    PileKey goods,
    String reason,
    @Nullable String reference, // null as in the column
    String author,
    String device,
    @Nullable String scan, // null as in the column
    long unitCost, // or Worth.UNKNOWN
    long valueAfter,
    byte[] hash) {

  static MovementRow of(Draft.Moved moved, long n, int fromId, int toId, Instant at, Chain chain) {
    Posting posting = moved.posting();
    Submission by = moved.by();
    PileKey goods = posting.goods();
    long reverses = posting.reverses().orElse(0);
    Optional<Long> occurred = by.occurredAt().map(Rows::micros);
    String reference = posting.reference().map(Reference::code).orElse(null);
    String scan = by.scan().map(MovementRow::storable).orElse(null);
    Chain row =
        chain
            .with(n)
            .with(moved.shelf().productId)
            .with(fromId)
            .with(toId)
            .with(posting.quantity())
            .with(moved.before())
            .with(moved.after())
            .with(moved.reservedAfter())
            .with(moved.blockedAfter())
            .with(reverses)
            .with(Rows.micros(at))
            .with(occurred.map(String::valueOf).orElse("-"))
            .with(by.id().toString())
            .with(goods.lot())
            .with(goods.handlingUnit())
            .with(goods.condition().code())
            .with(goods.owner())
            .with(posting.reason().code())
            .with(reference == null ? "-" : reference)
            .with(by.author().code())
            .with(by.device().code())
            .with(scan == null ? "-" : scan);
    byte[] hash =
        moved.unitCost() == Worth.UNKNOWN
            ? row.next()
            : row.costed(moved.unitCost(), moved.valueAfter()).next();
    return new MovementRow(
        moved.shelf().warehouseId,
        n,
        moved.shelf().productId,
        fromId,
        toId,
        posting.quantity(),
        moved.before(),
        moved.after(),
        moved.reservedAfter(),
        moved.blockedAfter(),
        reverses,
        occurred.orElse(null),
        by.id().uuid(),
        goods,
        posting.reason().code(),
        reference,
        by.author().code(),
        by.device().code(),
        scan,
        moved.unitCost(),
        moved.valueAfter(),
        hash);
  }

  /// PostgreSQL keeps every character but NUL.
  static String storable(String scan) {
    return scan.replace('\0', '\uFFFD');
  }
}
