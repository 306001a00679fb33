/// Handling units: what moves as one.
///
/// Knows: the transaction it works in. Must not know: which activity fills or empties a unit.
@NullMarked
package dev.stockwright.server.units;

import org.jspecify.annotations.NullMarked;
