/// Counting what lies in the places of a warehouse, without being told what should, as pure
/// functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.counting;

import org.jspecify.annotations.NullMarked;
