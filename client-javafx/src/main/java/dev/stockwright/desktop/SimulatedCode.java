package dev.stockwright.desktop;

/// A code that the simulated scanner offers.
///
/// @param words what a person reads
/// @param sends what a scanner would send, AIM identifier included
record SimulatedCode(String words, String sends) {}
