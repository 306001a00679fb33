package dev.stockwright.server.feed;

/// The newest number of a warehouse.
///
/// @param epoch changes when a backup was restored; numbers of another epoch mean nothing
/// @param last the newest event, 0 when there is none
public record Head(long epoch, long last) {}
