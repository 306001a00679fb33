package dev.stockwright.vocabulary.epc;

/// Why something is no EPC, although it claims to be one.
///
/// @param code stable, for machines, such as `too_short`, `wrong_partition`, `reference_too_large`
/// @param at of a tag the bit, of a text the index, at which it was seen
/// @param message for people; names the field and the rule
public record MalformedEpc(String code, int at, String message) implements TagRead, EpcText {}
