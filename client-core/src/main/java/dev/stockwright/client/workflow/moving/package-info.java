/// Bringing goods and handling units from one place to another, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.moving;

import org.jspecify.annotations.NullMarked;
