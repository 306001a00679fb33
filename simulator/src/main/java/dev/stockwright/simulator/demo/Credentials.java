package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;

/// What `POST /api/v1/sessions` asks for; also what the floor app finds in its sign-in file.
@Json(naming = Json.Naming.LowerUnderscore)
public record Credentials(String user, String password) {

  /// Secrets stay out of logs.
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
