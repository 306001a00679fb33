/// An RFID reader that is not there: a server that speaks LLRP over a real socket, for tests,
/// training and the demo. It says of itself that it is simulated.
///
/// Knows: the bytes of LLRP, written by its own hand so that it proves the client; scenes; faults.
/// Must not know: the LLRP Toolkit, the client beside it.
@NullMarked
package dev.stockwright.devices.llrp.simulated;

import org.jspecify.annotations.NullMarked;
