package dev.stockwright.desktop.picking;

/// What is picked where by whom for a line of an order, in words.
///
/// @param id the same for the same thing, however it changes
/// @param line of the order
/// @param why something is wrong; empty when nothing is
public record BoardLine(
    String id,
    int line,
    String product,
    long wanted,
    long picked,
    String place,
    String who,
    String state,
    String why) {}
