package dev.stockwright.simulator.demo;

import io.avaje.jsonb.Json;
import java.util.List;

/// How one person of the demo signs in, as `ready.json` tells it. Made up at the first start.
///
/// @param role `worker`, `receiver`, `counter`, `supervisor`, `admin` or `integration`
/// @param warehouses the codes of those they may work in
@Json(naming = Json.Naming.LowerUnderscore)
public record SignIn(
    String user, String password, String badge, String pin, String role, List<String> warehouses) {

  /// Secrets stay out of logs.
  @Override
  public String toString() {
    return "SignIn[" + user + ", " + role + ", " + warehouses + "]";
  }
}
