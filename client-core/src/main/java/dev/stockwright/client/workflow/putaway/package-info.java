/// Bringing goods from the dock to where they belong, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.putaway;

import org.jspecify.annotations.NullMarked;
