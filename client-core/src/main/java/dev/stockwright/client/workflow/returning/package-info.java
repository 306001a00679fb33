/// Taking back what customers return, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.returning;

import org.jspecify.annotations.NullMarked;
