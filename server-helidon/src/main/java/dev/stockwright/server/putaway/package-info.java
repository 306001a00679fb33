/// Put-away: goods go from the dock to the bin that suits them.
///
/// Knows: the transaction it works in; its rules know records only. Must not know: Helidon, a
/// thread.
@NullMarked
package dev.stockwright.server.putaway;

import org.jspecify.annotations.NullMarked;
