package dev.stockwright.mobile.card;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.LastAction;
import java.util.Optional;

/// All that the screen shows at one moment.
///
/// @param band what the last scan or press led to; absent: nothing new
/// @param waiting scans that are not yet taken
/// @param back there is a step before this one
public record Shown(
    Card card,
    Optional<Band> band,
    Optional<LastAction> last,
    SyncStatus sync,
    int waiting,
    boolean back) {}
