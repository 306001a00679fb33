package dev.stockwright.devices.scanner;

/// Where something stands in a text, its end not included.
record Span(int start, int end) {}
