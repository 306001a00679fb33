/// Goods from one warehouse to another: packing and shipping them here, receiving them there, and
/// explaining what is missing, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.transferring;

import org.jspecify.annotations.NullMarked;
