/// Dock scenes played to the rules, and how often they were right: for tests, benchmarks and
/// training. Simulated.
///
/// Knows: scenes with what truly happened, and the rules. Must not know: readers, screens.
@NullMarked
package dev.stockwright.devices.rfid.practice;

import org.jspecify.annotations.NullMarked;
