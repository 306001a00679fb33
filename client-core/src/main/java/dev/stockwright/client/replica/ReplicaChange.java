package dev.stockwright.client.replica;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Set;

/// What one frame or one command of our own changed, together.
///
/// @param all everything may have changed (a new snapshot); `skus` is then empty
/// @param events the events that led to it, for lists of last movements; empty for own commands
public record ReplicaChange(boolean all, Set<Sku> skus, List<Event> events) {}
