package dev.stockwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.Caller;
import dev.stockwright.server.TestHouse;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.health.Health;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.security.SignIn;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final TestHouse house = TestHouse.shared();

  @Test
  @SuppressWarnings("unchecked")
  @DisplayName("X7 The document and the routes name the same")
  void theDocumentAndTheRoutesNameTheSame() {
    Caller.Heard document = house.caller().get("/openapi.json", "");
    assertEquals(200, document.status());
    TreeSet<String> documented = new TreeSet<>();
    Map<String, Object> paths = (Map<String, Object>) document.json().getOrDefault("paths", "");
    paths.forEach(
        (path, methods) ->
            ((Map<String, Object>) methods)
                .keySet()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertEquals(documented, new TreeSet<>(signatures()));
  }

  @Test
  void everyRouteThatIsNotOpenAsksForASignIn() {
    for (String signature : signatures()) {
      String path = signature.split(" ")[1].replaceAll("\\{[a-z_]+}", "X");
      boolean open = path.startsWith("/health") || path.equals("/openapi.json");
      if (signature.startsWith("GET /api/v1/stream")) {
        assertEquals(426, house.caller().get(path, "").status());
      } else if (signature.startsWith("GET") && !open && !path.equals("/metrics")) {
        Caller.Heard heard = house.caller().get(path, "");
        assertEquals("401 sign_in_required", heard.status() + " " + heard.code(), signature);
        assertEquals("Bearer", heard.header("www-authenticate"), signature);
      } else if (signature.startsWith("POST")
          && !path.equals("/api/v1/sessions")
          && !path.equals("/api/v1/pairings/claim")) {
        assertEquals(401, house.caller().post(path, "", "{}").status(), signature);
      }
    }
    assertTrue(signatures().size() > 20);
  }

  private java.util.List<String> signatures() {
    Sessions sessions = new Sessions(house.database(), Duration.ofHours(1), house.clock());
    Desk nobody = submission -> new java.util.concurrent.CompletableFuture<>();
    try (ServerMetrics metrics = new ServerMetrics()) {
      return new HttpDoor(
              new HttpDoor.Parts(
                  house.database(),
                  nobody,
                  sessions,
                  new SignIn(
                      house.database(),
                      new dev.stockwright.server.security.SecretHasher(
                          dev.stockwright.server.security.Pepper.in(house.folder())),
                      sessions,
                      house.settings(Map.of()).signIn(),
                      house.clock()),
                  new Health(house.database(), house.folder(), house.clock(), () -> Duration.ZERO),
                  metrics),
              house.settings(Map.of()))
          .signatures();
    }
  }
}
