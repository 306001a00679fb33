package dev.stockwright.simulator.demo;

import dev.stockwright.protocol.Answer;
import io.avaje.jsonb.Json;
import java.util.List;

/// What `POST /api/v1/commands` answers: one answer for each envelope, in the same order.
@Json(naming = Json.Naming.LowerUnderscore)
public record Answers(List<Answer> answers) {}
