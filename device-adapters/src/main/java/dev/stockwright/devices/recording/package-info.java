/// Raw traffic of devices, kept in a file and played again.
///
/// Knows: bytes, directions, times, files, sockets. Must not know: what the bytes mean, which
/// device sent them.
@NullMarked
package dev.stockwright.devices.recording;

import org.jspecify.annotations.NullMarked;
