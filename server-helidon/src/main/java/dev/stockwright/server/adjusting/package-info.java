/// Adjusting: the books are put right, with a reason, and beyond a limit by two people.
///
/// Knows: the stock as rules see it; its clerk: the transaction it works in. Must not know:
/// Helidon,
/// a clock, a thread.
@NullMarked
package dev.stockwright.server.adjusting;

import org.jspecify.annotations.NullMarked;
