/// What is bought and announced: purchase orders and advance shipping notices.
///
/// Knows: the transaction it works in. Must not know: Helidon, a thread.
@NullMarked
package dev.stockwright.server.purchasing;

import org.jspecify.annotations.NullMarked;
