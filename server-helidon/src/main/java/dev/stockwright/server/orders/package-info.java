/// Customers' orders and the promises of their stock.
///
/// Knows: the activities' transaction. Must not know: Helidon, a thread; its rules no SQL either.
@NullMarked
package dev.stockwright.server.orders;

import org.jspecify.annotations.NullMarked;
