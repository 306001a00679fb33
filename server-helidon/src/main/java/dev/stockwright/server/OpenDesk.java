package dev.stockwright.server;

import dev.stockwright.server.desk.Desk;
import java.util.function.DoubleSupplier;

/// A running command desk.
///
/// @param waiting how many submissions wait, for the metrics
/// @param stop finishes what is in work and takes nothing more
public record OpenDesk(Desk desk, DoubleSupplier waiting, Runnable stop) {}
