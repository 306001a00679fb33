/// Receiving goods that pass an RFID gate, as pure functions.
///
/// Knows: values, commands, cards. Must not know: I/O, clocks, threads, screens, readers.
@NullMarked
package dev.stockwright.client.workflow.portal;

import org.jspecify.annotations.NullMarked;
