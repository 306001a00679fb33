/// From a stream of bytes to frames: where one scan ends and the next begins. Pure.
///
/// Knows: bytes, times, whether bytes may name goods. Must not know: ports, threads, clocks.
@NullMarked
package dev.stockwright.devices.framing;

import org.jspecify.annotations.NullMarked;
