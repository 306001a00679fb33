package dev.stockwright.server.alerts;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// An alert as a command finds it.
///
/// @param about its kind and product, for who is told of it
/// @param state open, acknowledged or resolved
/// @param ofLevel whether a posting raises and ends it
record Alert(
    long id,
    WarehouseCode warehouse,
    Reference number,
    String about,
    String cause,
    int severity,
    String state,
    Optional<Operator> owner,
    int escalation,
    boolean ofLevel) {}
