package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;
import java.util.List;

/// The sign-ins of a demo's folder, kept so that the next start has the same.
@Json(naming = Json.Naming.LowerUnderscore)
public record SignIns(List<SignIn> signIns) {}
