/// Devices that are away from their server: what they do there arrives once, whatever happens to
/// the line, the device and the server meanwhile.
@NullMarked
package dev.stockwright.simulator.offline;

import org.jspecify.annotations.NullMarked;
