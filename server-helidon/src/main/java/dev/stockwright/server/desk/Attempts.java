package dev.stockwright.server.desk;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.desk.Submission.Asked;
import dev.stockwright.server.ledger.KnownStock;
import dev.stockwright.server.ledger.LedgerReader;
import dev.stockwright.server.ledger.LockedStock;
import dev.stockwright.server.ledger.StockMovedOn;
import dev.stockwright.server.work.Clerks;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a batch until it is durable or it is clear that it cannot be. Trying again is safe in every
/// case, an unanswered COMMIT too, because a command that was applied is found by its id.
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
  private static final int MAX = 6;

  /// After a command has come again, look for known ones first for this long: repeats come in
  /// swarms.
  private static final long DOUBT_NANOS = 2_000_000_000L;

  private final Database database;
  private final Catalogue catalogue;
  private final Clerks clerks;
  private final KnownStock known = new KnownStock();
  private volatile long doubtedNanos = System.nanoTime();

  Attempts(Database database, Catalogue catalogue, Clerks clerks) {
    this.clerks = clerks;
    this.database = database;
    this.catalogue = catalogue;
  }

  /// The first warehouse in which this desk has promised something to the order, if it remembers.
  Optional<WarehouseCode> promisedIn(Reference order) {
    return known.promisedIn(order);
  }

  /// How it ended.
  sealed interface Ending {
    /// Durable.
    record Done(Batch.Outcome outcome) implements Ending {}

    /// Nothing was judged, or it is not known; the same envelopes may be sent again.
    record Away(String code, String message) implements Ending {}

    /// A fault of ours or a poisoned envelope.
    record Broken(Exception cause) implements Ending {}
  }

  Ending run(List<Submission> submissions, boolean sweep, long deadlineNanos) {
    Ending ending = new Ending.Away("unavailable", "The database is away; send it again.");
    for (int attempt = 1; attempt <= MAX; attempt++) {
      boolean hopeful = attempt == 1 && System.nanoTime() - doubtedNanos > DOUBT_NANOS;
      ending = once(submissions, sweep, hopeful);
      boolean again = ending instanceof Ending.Away && System.nanoTime() < deadlineNanos;
      if (!again || attempt == MAX) {
        return ending;
      }
      if (hopeful) {
        continue; // at once, and this time looking
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000, 100_000_000));
    }
    return ending;
  }

  private Ending once(List<Submission> submissions, boolean sweep, boolean hopeful) {
    try (Connection connection = database.commandConnection()) {
      try {
        Catalogue codes = makesCodes(submissions) ? new Catalogue() : catalogue;
        LedgerReader reader = new LedgerReader(connection, codes, known);
        Batch batch = new Batch(submissions, clerks, codes);
        Batch.Outcome outcome = batch.run(connection, reader, sweep, hopeful);
        connection.commit();
        outcome.stocks().forEach(this::learn);
        return new Ending.Done(outcome);
      } catch (SQLException | RuntimeException e) {
        rollBack(connection);
        throw e;
      }
    } catch (StockMovedOn e) {
      doubtedNanos = System.nanoTime();
      return new Ending.Away("busy", "Somebody else changed the same stock; send it again.");
    } catch (SQLException e) {
      return away(e).<Ending>map(code -> code).orElseGet(() -> new Ending.Broken(e));
    } catch (RuntimeException e) {
      return cause(e)
          .flatMap(Attempts::away)
          .<Ending>map(away -> away)
          .orElse(new Ending.Broken(e));
    }
  }

  /// A transaction that makes products or places may learn their numbers and then not come to pass,
  /// so it must not teach them to the others.
  private static boolean makesCodes(List<Submission> submissions) {
    return submissions.stream()
        .anyMatch(
            submission ->
                submission.asked() instanceof Asked.Order(Command command)
                    && (command instanceof CatalogCommand || command instanceof PlaceCommand));
  }

  /// What the database said, when that is behind it.
  private static Optional<SQLException> cause(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException said) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }

  /// What is durable is done, whatever becomes of the memory of it.
  private void learn(LockedStock stock) {
    try {
      if (stock.forgets()) {
        known.forget(stock);
      } else {
        known.learn(stock);
      }
    } catch (RuntimeException e) {
      LOG.error("The stock cannot be remembered", e);
      known.forget(stock);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("The connection is gone, and with it the transaction: {}", e.getMessage());
    }
  }

  /// The states of SQL after which trying again helps.
  private static Optional<Ending.Away> away(SQLException e) {
    String state = e.getSQLState() == null ? "08000" : e.getSQLState();
    return switch (state) {
      case "40001", "40P01", "55P03", "23505" ->
          Optional.of(
              new Ending.Away("busy", "Somebody else holds the same stock; send it again."));
      case "53100" ->
          Optional.of(
              new Ending.Away("disk_full", "The server's disk is full. Tell the administrator."));
      case "57014", "53300", "57P01", "57P02", "57P03", "25P03", "25P02" ->
          Optional.of(new Ending.Away("unavailable", "The database is away; send it again."));
      default ->
          state.startsWith("08") || state.startsWith("58")
              ? Optional.of(new Ending.Away("unavailable", "The database is away; send it again."))
              : Optional.empty();
    };
  }
}
