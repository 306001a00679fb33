package dev.stockwright.server.http;

import dev.stockwright.server.health.Health;
import dev.stockwright.server.health.ServerMetrics;
import io.helidon.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What those who run the server ask: is it alive, is it ready, its figures, its description.
final class ServiceRoutes {
  private final Health health;
  private final ServerMetrics metrics;

  ServiceRoutes(Health health, ServerMetrics metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/health", Access.OPEN, this::ready),
        new Route(Method.GET, "/health/ready", Access.OPEN, this::ready),
        new Route(Method.GET, "/health/live", Access.OPEN, request -> live()),
        new Route(Method.GET, "/metrics", Access.OPERATIONS, request -> metrics()),
        new Route(Method.GET, "/openapi.json", Access.OPEN, request -> openApi()),
        new Route(Method.GET, "/api/v1/stream", Access.OPEN, request -> upgradeMissing()));
  }

  private Reply ready(Request request) {
    Health.Report report = health.ready();
    byte[] body =
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.field(writer, "status", report.ready() ? "up" : "down");
              writer.name("checks");
              writer.beginObject();
              Json.field(writer, "database", report.database() ? "up" : "down");
              Json.field(writer, "disk", report.disk() ? "up" : "down");
              Json.field(writer, "stopping", report.stopping());
              writer.endObject();
              writer.endObject();
            });
    return Reply.json(report.ready() ? 200 : 503, body);
  }

  private Reply live() {
    boolean alive = health.alive();
    String body = alive ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}";
    return Reply.json(alive ? 200 : 503, body.getBytes(StandardCharsets.US_ASCII));
  }

  private Reply metrics() {
    return Reply.text(
        "text/plain; version=0.0.4; charset=utf-8",
        metrics.scrape().getBytes(StandardCharsets.UTF_8));
  }

  private static Reply openApi() {
    return Reply.json(OpenApi.document());
  }

  private static Reply upgradeMissing() {
    throw new RequestRefused(
        Problem.of(
            426,
            "upgrade_required",
            "A WebSocket",
            "This address is a WebSocket. Connect with an upgrade and Authorization: Bearer."));
  }
}
