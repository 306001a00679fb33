/// What the commands for devices share: reading their options, writing JSON lines.
///
/// Knows: words and text. Must not know: devices, files, sockets.
@NullMarked
package dev.stockwright.devices.command;

import org.jspecify.annotations.NullMarked;
