/// Packing and shipping: what was picked goes into handling units, these into a vehicle, and
/// leaves.
///
/// Knows: the transaction it works in, what was picked. Must not know: how goods are found, HTTP.
@NullMarked
package dev.stockwright.server.shipping;

import org.jspecify.annotations.NullMarked;
