package dev.stockwright.client.replica;

/// How far a replica is.
///
/// @param epoch numbers of another epoch mean nothing (a backup was restored)
/// @param n all events up to this number are in
public record Position(long epoch, long n) {}
