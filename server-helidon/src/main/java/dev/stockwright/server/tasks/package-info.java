/// Work that waits for somebody: one engine for put-away, pick, replenish, count, transfer.
///
/// Knows: the transaction it works in. Must not know: what a task is for.
@NullMarked
package dev.stockwright.server.tasks;

import org.jspecify.annotations.NullMarked;
