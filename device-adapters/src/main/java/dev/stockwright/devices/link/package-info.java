/// Lines to devices that are asked and answer: printers and scales.
///
/// Knows: bytes, sockets, time-outs. Must not know: what the bytes mean, serial libraries.
@NullMarked
package dev.stockwright.devices.link;

import org.jspecify.annotations.NullMarked;
