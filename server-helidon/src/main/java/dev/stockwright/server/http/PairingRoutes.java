package dev.stockwright.server.http;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.security.PairingResult;
import dev.stockwright.server.security.Pairings;
import dev.stockwright.server.security.Principal;
import dev.stockwright.server.security.Rights;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.PairingCode;
import dev.stockwright.vocabulary.WarehouseCode;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;

/// Bringing devices to this server.
final class PairingRoutes {
  private static final int TOKEN_MAX = 64;

  private final Pairings pairings;

  PairingRoutes(Pairings pairings) {
    this.pairings = pairings;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/pairings", this::make),
        new Route(Method.POST, "/api/v1/pairings/claim", Access.OPEN, this::claim));
  }

  private Reply make(Request request) {
    Principal who = request.who();
    JsonFields body = request.fields();
    WarehouseCode warehouse = body.required("warehouse", WarehouseCode::new);
    if (!Rights.decides(who) || !who.sees(warehouse)) {
      Optional<WarehouseCode> where =
          Rights.decides(who) ? Optional.of(warehouse) : Optional.empty();
      throw new RequestRefused(Problem.of(new Refusal.NotAllowed("pair devices", where)));
    }
    String server = body.required("server", text -> text);
    Optional<String> certificate = body.optional("certificate", text -> text);
    PairingCode code =
        pairings
            .make(who, warehouse, server, certificate)
            .orElseThrow(
                () -> new RequestRefused(Problem.of(new Refusal.UnknownWarehouse(warehouse))));
    return Reply.json(
        201,
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.field(writer, "code", code.text());
              Json.field(writer, "expires_at", code.expiresAt().toString());
              Json.field(writer, "warehouse", warehouse.code());
              writer.endObject();
            }));
  }

  private Reply claim(Request request) {
    JsonFields body = request.fields();
    DeviceId device = body.required("device", DeviceId::new);
    String token = body.required("token", PairingRoutes::token);
    return switch (pairings.claim(token, device, body.optional("warehouse", WarehouseCode::new))) {
      case PairingResult.Paired(WarehouseCode warehouse, var at) ->
          Reply.json(
              200,
              Json.bytes(
                  writer -> {
                    writer.beginObject();
                    Json.field(writer, "device", device.code());
                    Json.field(writer, "warehouse", warehouse.code());
                    Json.field(writer, "server_time", at.toString());
                    writer.endObject();
                  }));
      case PairingResult.Unknown _ ->
          throw refused(
              404, "pairing_unknown", "This server did not make that code. Make one here.");
      case PairingResult.Used _ ->
          throw refused(409, "pairing_used", "Another device has used that code. Make a new one.");
      case PairingResult.Expired _ ->
          throw refused(410, "pairing_expired", "That code is over. Make a new one.");
      case PairingResult.WrongSite(WarehouseCode site) ->
          throw refused(
              409,
              "wrong_site",
              "That code is for " + site + ". Make one for the warehouse of this device.");
      case PairingResult.Locked locked ->
          throw new RequestRefused(
              Problem.retry(
                  429,
                  "pairing_locked",
                  "Too many wrong codes",
                  "There were too many wrong codes here. Wait, then scan a new one.",
                  locked.retryAfter()));
    };
  }

  private static String token(String text) {
    if (text.isEmpty() || text.length() > TOKEN_MAX) {
      throw new InvalidValue("invalid_token", "token must have 1 to " + TOKEN_MAX + " characters");
    }
    return text;
  }

  private static RequestRefused refused(int status, String code, String detail) {
    return new RequestRefused(Problem.of(status, code, "Not paired", detail));
  }
}
