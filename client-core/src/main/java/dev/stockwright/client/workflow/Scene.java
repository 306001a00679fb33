package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;

/// What is so at the moment of a step.
///
/// @param today in the time zone of the site
/// @param supervisor who is signed in may decide what workers may not
/// @param online the server has answered a moment ago
/// @param seen the number of the last event of the warehouse that this device knows
public record Scene(
    WarehouseCode warehouse,
    LocalDate today,
    Instant now,
    boolean supervisor,
    boolean online,
    long seen) {}
