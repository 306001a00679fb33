/// When the level of a product is worth an alert. Pure.
///
/// Knows: numbers. Must not know: tables, the ledger, a clock.
@NullMarked
package dev.stockwright.server.watching;

import org.jspecify.annotations.NullMarked;
