package dev.stockwright.mobile.look;

import dev.stockwright.client.words.Text;
import java.util.Optional;
import java.util.OptionalLong;

/// What a number is wanted for.
///
/// @param product what is counted
/// @param unit such as `boxes`
/// @param toGo how many are still wanted
/// @param all how many all are
/// @param pack how many are in one pack
/// @param negative the number may be below zero
public record KeypadAsk(
    String product,
    Text source,
    Optional<Text> unit,
    OptionalLong toGo,
    OptionalLong all,
    OptionalLong pack,
    boolean negative) {}
