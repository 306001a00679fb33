/// From a stream of bytes to frames: where one scan ends and the next begins. Pure.
///
/// Knows: bytes and times. Must not know: ports, threads, clocks, what a frame means.
@NullMarked
package dev.stockwright.devices.framing;

import org.jspecify.annotations.NullMarked;
