package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Questions that look at much: each has a few seconds and no more, and compiles nothing.
final class Bounded {
  private static final String LIMITS = "SET LOCAL statement_timeout = 5000; SET LOCAL jit = off";

  private Bounded() {}

  /// Asks within the limits, of one moment's connection.
  static <T> T ask(Database database, Function<DSLContext, T> question) {
    return database
        .reading()
        .transactionResult(
            tx -> {
              tx.dsl().execute(LIMITS);
              return question.apply(tx.dsl());
            });
  }
}
