/// RFID readers that speak LLRP: connect, ask who they are, set them up, hear their tags, notice
/// when they are gone, and connect again.
///
/// Knows: sockets, threads, the messages of `wire` and `toolkit`, sightings. Must not know: what a
/// tag means, places, stock, screens.
@NullMarked
package dev.stockwright.devices.llrp;

import org.jspecify.annotations.NullMarked;
