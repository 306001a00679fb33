/// Putting the books right where goods lie, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.adjusting;

import org.jspecify.annotations.NullMarked;
