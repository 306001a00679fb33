package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;
import java.util.List;

/// What `ready.json` says while the demo serves.
///
/// @param pid the process to end when it shall stop
/// @param devices simulated ones, to be tried with `./stockwright reader` and `label`
@Json(naming = Json.Naming.LowerUnderscore)
public record Ready(String url, long pid, List<SignIn> signIns, List<DemoDevice> devices) {}
