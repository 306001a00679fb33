package dev.stockwright.client.known;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.util.Optional;

/// Goods that went from one place to another, as the server has recorded it.
///
/// @param n its number in its warehouse
/// @param at when the server recorded it
/// @param units how many base units went
/// @param reference the document it was done for
/// @param back it took back one before
public record PastMove(
    long n,
    Instant at,
    LocationCode from,
    LocationCode to,
    long units,
    Operator by,
    Optional<Reference> reference,
    boolean back) {
  public static PastMove of(Event.StockMoved moved) {
    return new PastMove(
        moved.n(),
        moved.at(),
        moved.from(),
        moved.to(),
        moved.quantity(),
        moved.by(),
        moved.reference(),
        moved.reverses() != 0);
  }
}
