package dev.stockwright.server;

import dev.stockwright.server.desk.Desk;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// A running command desk.
///
/// @param waiting how many submissions wait, for the metrics
/// @param transactions how many it has committed
/// @param answered how many submissions it has answered; over transactions: the size of a batch
/// @param sinceLastTick how long its slowest thread has been at its work, for the liveness check
/// @param tidy lets promises go whose time has passed, and says how many events that made
/// @param stop finishes what is in work and takes nothing more
public record OpenDesk(
    Desk desk,
    DoubleSupplier waiting,
    DoubleSupplier transactions,
    DoubleSupplier answered,
    Supplier<Duration> sinceLastTick,
    IntSupplier tidy,
    Runnable stop) {}
