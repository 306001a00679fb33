/// PostgreSQL: its migrations, its generated tables, its connection pools, and the one that comes
/// along.
///
/// Knows: JDBC, jOOQ, Flyway, how to start a PostgreSQL. Must not know: a rule, HTTP, a command.
@NullMarked
package dev.stockwright.db;

import org.jspecify.annotations.NullMarked;
