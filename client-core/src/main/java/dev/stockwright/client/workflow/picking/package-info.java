/// Picking for orders, from the choice of a pick to its packing place, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.picking;

import org.jspecify.annotations.NullMarked;
