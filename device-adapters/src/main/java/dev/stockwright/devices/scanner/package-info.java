/// What one scanner is set to, how to find that out, and what makers ship: profile, presets, wizard
/// and test codes.
///
/// Knows: characters and when they came, framing, serial scanners and their settings. Must not
/// know: screens, stock. All but [ScannerLanes] and [TestPage] is pure.
@NullMarked
package dev.stockwright.devices.scanner;

import org.jspecify.annotations.NullMarked;
