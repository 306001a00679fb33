package dev.stockwright.protocol;

/// What somebody wants to happen, or reports to have happened. An order in the imperative, written
/// once on the device and judged once by the server. Its wire name is the `kind`.
public sealed interface Command permits StockCommand, WorkCommand {}
