/// Loading packages at a dock and letting the vehicle leave, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.shipping;

import org.jspecify.annotations.NullMarked;
