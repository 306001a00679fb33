package dev.stockwright.client.workflow.home;

import io.avaje.jsonb.Json;

/// At home nothing is in hand.
@Json(naming = Json.Naming.LowerUnderscore)
public record HomeState() {}
