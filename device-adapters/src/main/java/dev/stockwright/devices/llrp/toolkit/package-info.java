/// The one place that sees the LLRP Toolkit: it writes the messages that go to a reader.
///
/// Knows: org.llrp.ltk, the fields of the standard. Must not know: sockets, threads, what comes
/// back.
@NullMarked
package dev.stockwright.devices.llrp.toolkit;

import org.jspecify.annotations.NullMarked;
