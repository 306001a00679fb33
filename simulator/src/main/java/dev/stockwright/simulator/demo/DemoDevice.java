package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;

/// A device that comes with the demo.
///
/// @param kind `reader` (LLRP) or `printer` (ZPL)
/// @param address host and port, on this machine only
/// @param simulated always true; whoever shows it says so
@Json(naming = Json.Naming.LowerUnderscore)
public record DemoDevice(String kind, String address, boolean simulated) {}
