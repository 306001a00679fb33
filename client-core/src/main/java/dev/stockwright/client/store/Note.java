package dev.stockwright.client.store;

/// A named value that a device keeps.
///
/// @param name such as `work/NORTH`
public record Note(String name, String value) {}
