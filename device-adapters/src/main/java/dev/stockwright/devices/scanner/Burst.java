package dev.stockwright.devices.scanner;

/// One scan as it came.
///
/// @param text all of it
/// @param longestGapNanos the longest pause inside
/// @param lastsNanos from the first character to the last
record Burst(String text, long longestGapNanos, long lastsNanos) {}
