package dev.stockwright.client.sync;

import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Shows pairing codes to the servers that they name. Takes up to 10 seconds each.
public final class PairingLink {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// What came of it.
  public sealed interface Claimed {
    /// @param serverTime by the server's clock
    record Paired(WarehouseCode warehouse, Instant serverTime) implements Claimed {}

    /// @param code such as `pairing_used`
    record Refused(String code) implements Claimed {}

    /// The server does not show the certificate that it should.
    record BadCertificate() implements Claimed {}

    record Unreachable() implements Claimed {}
  }

  public Claimed claim(PairingCode code, DeviceId device, Optional<WarehouseCode> warehouse) {
    Map<String, Object> body = new HashMap<>();
    body.put("token", code.token());
    body.put("device", device.code());
    warehouse.ifPresent(place -> body.put("warehouse", place.code()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(code.server() + "/api/v1/pairings/claim"))
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Wire.jsonb().type(Object.class).toJson(body)))
            .build();
    try (HttpClient one = PinnedCertificate.client(code.certificate(), CONNECT)) {
      return said(one.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (SSLException e) {
      return new Claimed.BadCertificate();
    } catch (IOException e) {
      return new Claimed.Unreachable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Claimed.Unreachable();
    }
  }

  private static Claimed said(HttpResponse<String> response) {
    try {
      Map<String, Object> body = Wire.jsonb().type(Object.class).map().fromJson(response.body());
      return response.statusCode() == 200
          ? new Claimed.Paired(
              new WarehouseCode(String.valueOf(body.get("warehouse"))),
              Instant.parse(String.valueOf(body.get("server_time"))))
          : new Claimed.Refused(String.valueOf(body.get("code")));
    } catch (RuntimeException noneOfOurs) {
      return new Claimed.Unreachable(); // another server's page
    }
  }
}
