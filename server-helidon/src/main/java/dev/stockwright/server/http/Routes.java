package dev.stockwright.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.PathMatchers;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All routes, with an answer for what none of them is.
final class Routes {
  private final List<Route> routes;
  private final Door door;

  Routes(List<Route> routes, Door door) {
    this.routes = routes.stream().map(AskPath::checked).toList();
    this.door = door;
  }

  List<Route> all() {
    return routes;
  }

  void addTo(HttpRouting.Builder routing) {
    Map<String, List<String>> methods = new LinkedHashMap<>();
    for (Route route : routes) {
      routing.route(route.method(), PathMatchers.create(route.path()), door.handler(route));
      methods.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route.method().text());
    }
    methods.forEach((path, allowed) -> routing.any(path, wrongMethod(String.join(", ", allowed))));
    routing.any(
        (request, response) -> {
          String instance = door.newInstance();
          Door.send(response, Reply.problem(unknownPath(), instance), instance);
        });
    routing.error(
        Throwable.class,
        (request, response, thrown) -> {
          String instance = door.newInstance();
          Door.send(response, reply(thrown, instance), instance);
        });
  }

  static Problem unknownPath() {
    return Problem.of(
        404, "unknown_path", "Not known", "There is nothing at this address. See /openapi.json.");
  }

  private Reply reply(Throwable thrown, String instance) {
    return switch (thrown) {
      case HttpException e -> door.problem(e.status(), instance);
      case RequestException e -> door.problem(e.status(), instance);
      default -> Door.bug(thrown, instance);
    };
  }

  private Handler wrongMethod(String allowed) {
    return (request, response) -> {
      String instance = door.newInstance();
      Reply reply =
          Reply.problem(
              Problem.of(
                  405,
                  "method_not_allowed",
                  "Wrong method",
                  "This address takes " + allowed + " only."),
              instance);
      Door.send(response, reply.with(HeaderValues.create(HeaderNames.ALLOW, allowed)), instance);
    };
  }
}
