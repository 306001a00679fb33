package dev.stockwright.simulator.walk;

/// A product in a warehouse.
record Cell(String warehouse, String sku) {}
