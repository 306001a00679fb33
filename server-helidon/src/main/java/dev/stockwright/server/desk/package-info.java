/// The command desk: every envelope that waits for a warehouse is judged once, many in one
/// transaction.
///
/// Knows: submissions, lanes, writers, transactions. Must not know: HTTP, sessions, screens.
@NullMarked
package dev.stockwright.server.desk;

import org.jspecify.annotations.NullMarked;
