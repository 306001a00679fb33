/// Looking at what the device knows of goods, places, handling units and documents, as pure
/// functions.
///
/// Knows: values, cards. Must not know: I/O, clocks, threads, screens, commands.
@NullMarked
package dev.stockwright.client.workflow.lookup;

import org.jspecify.annotations.NullMarked;
