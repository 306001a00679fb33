/// The ledger: movements, balances, levels and numbered events, as rows.
///
/// Knows: the tables and their SQL. Must not know: rules, HTTP, threads.
@NullMarked
package dev.stockwright.server.ledger;

import org.jspecify.annotations.NullMarked;
