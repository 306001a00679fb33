/// A label printer that is not there: it takes ZPL, keeps and draws the labels, tells how it is,
/// and plays the faults of real ones.
///
/// Knows: ZPL as text, sockets, pictures. Must not know: what a label says, the print queue.
@NullMarked
package dev.stockwright.devices.labels.simulated;

import org.jspecify.annotations.NullMarked;
