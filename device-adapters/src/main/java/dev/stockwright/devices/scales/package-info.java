/// Scales that are asked for a weight, and how they answer (MT-SICS).
///
/// Knows: weights, units, lines of bytes. Must not know: products, tolerances, what a weight is
/// for.
@NullMarked
package dev.stockwright.devices.scales;

import org.jspecify.annotations.NullMarked;
