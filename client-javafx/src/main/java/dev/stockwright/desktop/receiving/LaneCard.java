package dev.stockwright.desktop.receiving;

import java.util.Optional;

/// One lane of the desk, as its card shows it.
///
/// @param receipt what is received there; absent when nothing is open
/// @param scanners which scanners work there; empty when none does
public record LaneCard(int number, Optional<ReceiptHeader> receipt, String scanners) {}
