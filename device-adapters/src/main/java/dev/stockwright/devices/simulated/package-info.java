/// Devices that are not there, for the demo, training and tests; each says that it is simulated.
///
/// Knows: the ports of `dev.stockwright.devices`. Must not know: what a scan means.
@NullMarked
package dev.stockwright.devices.simulated;

import org.jspecify.annotations.NullMarked;
