package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What is so at the moment of a step.
///
/// @param person who is signed in; absent: nobody
/// @param today in the time zone of the site
/// @param supervisor who is signed in may decide what workers may not
/// @param online the server has answered a moment ago
/// @param seen the number of the last event of the warehouse that this device knows
/// @param books what this device knows of the warehouse
public record Scene(
    WarehouseCode warehouse,
    Optional<Operator> person,
    LocalDate today,
    Instant now,
    boolean supervisor,
    boolean online,
    long seen,
    Books books) {

  /// The same for one step, during which the books stand still.
  public Scene still() {
    return new Scene(
        warehouse, person, today, now, supervisor, online, seen, new StillBooks(books));
  }

  /// As if a supervisor stood here: what would follow then.
  public Scene asSupervisor() {
    return new Scene(warehouse, person, today, now, true, online, seen, books);
  }
}
