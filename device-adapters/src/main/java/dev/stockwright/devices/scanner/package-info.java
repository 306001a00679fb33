/// What one scanner is set to, how to find that out, and what makers ship: profile, presets, wizard
/// and test codes.
///
/// Knows: characters and when they came, framing, the settings of a serial line. Must not know:
/// open ports, threads, clocks, screens, stock.
@NullMarked
package dev.stockwright.devices.scanner;

import org.jspecify.annotations.NullMarked;
