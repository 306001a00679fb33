/// Receiving goods, blind or against a purchase order, as a pure function.
///
/// Knows: values and commands. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow.receiving;

import org.jspecify.annotations.NullMarked;
