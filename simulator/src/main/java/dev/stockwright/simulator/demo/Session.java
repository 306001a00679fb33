package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;

/// What `POST /api/v1/sessions` answers, as far as the demo needs it.
@Json(naming = Json.Naming.LowerUnderscore)
public record Session(String token) {}
