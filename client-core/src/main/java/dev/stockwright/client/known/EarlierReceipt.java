package dev.stockwright.client.known;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import java.time.Instant;
import java.util.Optional;

/// How a piece or a handling unit was received on this device before.
///
/// @param who absent: nobody was signed in
/// @param place where it was set down; absent: where receipts go by themselves, which the server
/// knows
public record EarlierReceipt(
    Instant moment, Optional<Operator> who, Optional<LocationCode> place) {}
