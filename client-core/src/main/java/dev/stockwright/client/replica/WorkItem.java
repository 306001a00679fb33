package dev.stockwright.client.replica;

/// One document as the server said it.
///
/// @param body its JSON
public record WorkItem(String number, String body) {}
