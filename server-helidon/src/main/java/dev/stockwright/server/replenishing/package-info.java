/// Replenishing: the bins that are picked from are filled up out of the reserve.
///
/// Knows: the transaction it works in, what picking may take. Must not know: orders, HTTP.
@NullMarked
package dev.stockwright.server.replenishing;

import org.jspecify.annotations.NullMarked;
