/// Scenes at a dock door, made up by a model of antennas and moving tags, for tests, the demo and
/// training. What comes from here is simulated, and whoever plays it says so.
///
/// Knows: sightings, a seed, geometry. Must not know: readers, sockets, clocks, how passes are
/// decided.
@NullMarked
package dev.stockwright.devices.rfid.scenes;

import org.jspecify.annotations.NullMarked;
