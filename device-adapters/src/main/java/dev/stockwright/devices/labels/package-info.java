/// Labels: from what they say to ZPL, to the printer, and to a picture of what the printer would
/// make.
///
/// Knows: GS1 numbers and element strings, ZPL, sockets, the print queue's folder. Must not know:
/// stock, orders, who asked for a label or why, screens, AWT (that is `labels.picture`).
@NullMarked
package dev.stockwright.devices.labels;

import org.jspecify.annotations.NullMarked;
