/// The bytes of the Low Level Reader Protocol (LLRP 1.0.1), read from a reader that may send
/// anything.
///
/// Knows: frames, parameters, reports, events, capabilities. Must not know: sockets, threads,
/// clocks, the LLRP Toolkit, what a tag means. Whatever comes in, the answer is a value: something
/// read, or a [Malformed] that says why not.
@NullMarked
package dev.stockwright.devices.llrp.wire;

import org.jspecify.annotations.NullMarked;
