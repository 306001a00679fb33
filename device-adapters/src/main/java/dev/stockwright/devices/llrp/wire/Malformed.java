package dev.stockwright.devices.llrp.wire;

/// Why bytes are not what they should be.
///
/// @param code stable, snake_case
/// @param at offset of the trouble from the start of the frame
/// @param message a sentence for people
public record Malformed(String code, int at, String message) {}
