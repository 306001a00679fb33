/// Scanners that type: telling their bursts from a person's typing, and finding out how such a
/// scanner is set.
///
/// Knows: strokes of keys and their times, as values. Must not know: a screen or its toolkit,
/// threads, what a code means to a warehouse.
@NullMarked
package dev.stockwright.devices.wedge;

import org.jspecify.annotations.NullMarked;
