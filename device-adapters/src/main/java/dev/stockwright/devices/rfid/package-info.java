/// From what an RFID reader hears to what it means: where a tag is, which way it went, what stands
/// on a shelf.
///
/// Knows: tags, antennas and their places, times that are given to it. Must not know: sockets,
/// threads, clocks, LLRP; what a tag is worth in stock.
@NullMarked
package dev.stockwright.devices.rfid;

import org.jspecify.annotations.NullMarked;
