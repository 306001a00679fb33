package dev.stockwright.client.rfid;

/// A tag that a reader has heard.
///
/// @param epc its whole code, in hexadecimal digits
/// @param rssiDbm how loud it was; louder is nearer to zero
/// @param weak so faint that it may be in the next bay
public record HeardTag(String epc, double rssiDbm, boolean weak) {}
