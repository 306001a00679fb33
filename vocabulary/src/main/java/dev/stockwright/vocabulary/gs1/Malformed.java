package dev.stockwright.vocabulary.gs1;

/// Why a code cannot be read.
///
/// @param code stable, for machines, such as `wrong_check_digit`, `unknown_ai`, `too_long`
/// @param at the index in the text handed in at which it was seen
/// @param message for people; names the application identifier and the rule
public record Malformed(String code, int at, String message) implements ElementString {}
