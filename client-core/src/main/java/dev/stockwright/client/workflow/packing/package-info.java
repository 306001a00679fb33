/// Putting the picked goods of an order into packages at a bench, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.packing;

import org.jspecify.annotations.NullMarked;
