/// Scanners at a serial port, real or emulated over USB.
///
/// Knows: paths, speeds, the serial library (in one class). Must not know: what a scan means.
@NullMarked
package dev.stockwright.devices.serial;

import org.jspecify.annotations.NullMarked;
