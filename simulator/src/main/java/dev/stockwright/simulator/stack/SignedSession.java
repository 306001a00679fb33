package dev.stockwright.simulator.stack;

import io.avaje.jsonb.Json;

/// What a sign-in answers, as far as it is needed here.
@Json(naming = Json.Naming.LowerUnderscore)
record SignedSession(String token) {}
