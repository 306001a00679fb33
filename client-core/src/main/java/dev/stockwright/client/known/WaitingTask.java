package dev.stockwright.client.known;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.Optional;

/// A task that waits or is being done.
///
/// @param kind such as `put_away`, `pick`, `count` or `check`
/// @param state `open` or `leased`
/// @param priority 0 is drop everything, 100 can wait
/// @param document what made it, such as `receipt`, and `reference` its number
/// @param quantity absent also for those who must not know
public record WaitingTask(
    Reference number,
    String kind,
    String state,
    int priority,
    String zone,
    Optional<LocationCode> place,
    Optional<LocationCode> toPlace,
    String document,
    String reference,
    Optional<Sku> sku,
    Optional<String> name,
    Optional<Long> quantity,
    Optional<LotCode> lot,
    Optional<HandlingUnit> unit,
    Optional<Instant> dueAt,
    Optional<Operator> heldBy,
    Optional<Instant> heldUntil) {}
