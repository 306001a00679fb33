/// What tills report: sales and returns that have happened.
///
/// Knows: the activities' transaction, orders. Must not know: Helidon, a thread.
@NullMarked
package dev.stockwright.server.tills;

import org.jspecify.annotations.NullMarked;
