/// Moving: goods and handling units go from bin to bin in one warehouse.
///
/// Knows: the stock as rules see it; its clerk: the transaction it works in. Must not know:
/// Helidon,
/// a clock, a thread.
@NullMarked
package dev.stockwright.server.moving;

import org.jspecify.annotations.NullMarked;
