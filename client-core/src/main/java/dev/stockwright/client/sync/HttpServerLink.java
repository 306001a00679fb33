package dev.stockwright.client.sync;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.Sent;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server over HTTP. A call has 10 seconds. Owns the token of the session; it is kept in memory
/// only.
public final class HttpServerLink implements ServerLink {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServerLink.class);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration BUSY_DEFAULT = Duration.ofSeconds(1);
  private static final int PAGE = 500;

  private final HttpClient client;
  private final URI server;
  private final InstantSource clock;
  private volatile Optional<String> token = Optional.empty();

  /// @param server such as `https://stock.example:8443`, without a path
  public HttpServerLink(HttpClient client, URI server, InstantSource clock) {
    this.client = client;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public Optional<String> token() {
    return token;
  }

  @Override
  public Reply<SignedIn> signIn(Credentials credentials, DeviceId device) {
    Optional<String> none = Optional.empty();
    WireLists.SignIn body =
        switch (credentials) {
          case Credentials.Password p ->
              new WireLists.SignIn(
                  Optional.of(p.user()), Optional.of(p.password()), none, none, device.code());
          case Credentials.Badge b ->
              new WireLists.SignIn(
                  none, none, Optional.of(b.badge()), Optional.of(b.pin()), device.code());
        };
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(WireLists.SignIn.class).toJson(body)))
            .build();
    return call(
        request,
        true,
        text -> {
          WireLists.Session session = read(WireLists.Session.class, text);
          token = Optional.of(session.token());
          return new SignedIn(
              session.user(),
              or(session.name(), session.user().code()),
              session.role(),
              Sent.list(session.warehouses()),
              session.expiresAt());
        });
  }

  @Override
  public void signOut() {
    if (token.isPresent()) {
      Reply<Boolean> gone =
          call(authorized("/api/v1/sessions/current").DELETE().build(), false, text -> true);
      LOG.debug("signed out: {}", gone);
    }
    token = Optional.empty();
  }

  @Override
  public Reply<List<Answer>> send(List<Envelope> envelopes) {
    if (envelopes.isEmpty() || envelopes.size() > BATCH_MAX) {
      throw new IllegalArgumentException(envelopes.size() + " envelopes");
    }
    String body = json(WireLists.Envelopes.class).toJson(new WireLists.Envelopes(envelopes));
    HttpRequest request =
        authorized("/api/v1/commands")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    Reply<List<Answer>> reply =
        call(request, false, text -> Sent.list(read(WireLists.Answers.class, text).answers()));
    return reply instanceof Reply.Ok<List<Answer>>(List<Answer> answers)
            && answers.size() != envelopes.size()
        ? new Reply.Failed<>(
            new Reply.Unreachable(answers.size() + " answers to " + envelopes.size()))
        : reply;
  }

  @Override
  public Reply<Answer> approve(PinProof shown, Envelope envelope) {
    if (token.isEmpty()) {
      return new Reply.Failed<>(new Reply.SignInNeeded());
    }
    WireLists.Approval asked =
        switch (shown) {
          case Credentials.Badge b ->
              new WireLists.Approval(Optional.of(b.badge()), Optional.empty(), b.pin(), envelope);
          case PinProof.User u ->
              new WireLists.Approval(Optional.empty(), Optional.of(u.user()), u.pin(), envelope);
        };
    String body = json(WireLists.Approval.class).toJson(asked);
    HttpRequest request =
        authorized("/api/v1/approvals")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return call(request, true, text -> read(Answer.class, text));
  }

  @Override
  public Reply<ProductPart> products(Optional<String> changedSince, String after) {
    String path =
        "/api/v1/products?"
            + changedSince.map(mark -> "changed_after=" + encoded(mark) + "&").orElse("");
    return call(
        authorized(paged(path, after)).GET().build(),
        false,
        text -> {
          WireLists.Products page = read(WireLists.Products.class, text);
          return new ProductPart(
              Sent.list(page.items()).stream().map(MasterReading::product).toList(),
              Optional.ofNullable(page.next()),
              Optional.ofNullable(page.mark()));
        });
  }

  @Override
  public Reply<Page<Place>> locations(WarehouseCode warehouse, String after) {
    return list(
        "/api/v1/locations?warehouse=" + encoded(warehouse.code()) + "&",
        after,
        text -> {
          WireLists.Locations page = read(WireLists.Locations.class, text);
          return new Page<>(
              Sent.list(page.items()).stream().map(MasterReading::place).toList(),
              Optional.ofNullable(page.next()));
        });
  }

  @Override
  public Reply<Page<OpenOrder>> purchaseOrders(WarehouseCode warehouse, String after) {
    Instant asked = clock.instant();
    return list(
        "/api/v1/purchase-orders?warehouse=" + encoded(warehouse.code()) + "&",
        after,
        text -> {
          WireLists.PurchaseOrders page = read(WireLists.PurchaseOrders.class, text);
          return new Page<>(
              Sent.list(page.items()).stream()
                  .map(each -> MasterReading.order(each, asked))
                  .toList(),
              Optional.ofNullable(page.next()));
        });
  }

  @Override
  public Reply<BalancePart> balances(WarehouseCode warehouse, String after) {
    String path = "/api/v1/balances?warehouse=" + encoded(warehouse.code()) + "&";
    return call(
        authorized(paged(path, after)).GET().build(),
        false,
        text -> {
          WireLists.Balances part = read(WireLists.Balances.class, text);
          return new BalancePart(
              new Position(part.epoch(), part.n()),
              Sent.list(part.items()).stream().map(MasterReading::balance).toList(),
              Optional.ofNullable(part.next()));
        });
  }

  @Override
  public Reply<List<Event.StockMoved>> lastMoves(WarehouseCode warehouse, Watched what, int limit) {
    String path =
        "/api/v1/movements?warehouse=" + encoded(warehouse.code()) + "&" + asked(what) + "limit=";
    return call(
        authorized(path + limit).timeout(ServerQueries.DEADLINE).GET().build(),
        false,
        text -> Sent.list(read(WireLists.Movements.class, text).items()));
  }

  private static String asked(Watched what) {
    return switch (what) {
      case Watched.Goods(Sku sku, Optional<LotCode> lot) ->
          "sku="
              + encoded(sku.code())
              + lot.map(of -> "&lot=" + encoded(of.code())).orElse("")
              + "&";
      case Watched.Unit(HandlingUnit unit) -> "handling_unit=" + encoded(unit.code()) + "&";
      case Watched.At(LocationCode place) -> "location=" + encoded(place.code()) + "&";
    };
  }

  @Override
  public Reply<Page<Map<String, Object>>> list(String path, String after) {
    return list(
        path,
        after,
        text -> {
          Map<String, Object> page = map(text);
          List<Map<String, Object>> items = new ArrayList<>();
          if (page.get("items") instanceof List<?> sent) {
            sent.forEach(each -> items.add(map(Wire.jsonb().type(Object.class).toJson(each))));
          }
          return new Page<>(items, Optional.ofNullable(page.get("next")).map(String::valueOf));
        });
  }

  @Override
  public Reply<Map<String, Object>> one(String path) {
    return call(authorized(path).GET().build(), false, HttpServerLink::map);
  }

  URI server() {
    return server;
  }

  /// Has something made that is no command, and gives it back as the server says it.
  Reply<Map<String, Object>> made(String path, Map<String, Object> wanted) {
    HttpRequest request =
        authorized(path)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(Wire.jsonb().type(Object.class).toJson(wanted)))
            .build();
    return call(request, false, HttpServerLink::map);
  }

  private static Map<String, Object> map(String text) {
    return Wire.jsonb().type(Object.class).map().fromJson(text);
  }

  private static String paged(String path, String after) {
    return path + "limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + encoded(after));
  }

  private <T> Reply<Page<T>> list(String path, String after, Function<String, Page<T>> reader) {
    return call(authorized(paged(path, after)).GET().build(), false, reader);
  }

  /// Asks a question that changes nothing; it has `deadline`.
  <T> Reply<T> ask(String path, Duration deadline, Class<T> type) {
    return call(authorized(path).timeout(deadline).GET().build(), false, text -> read(type, text));
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(DEADLINE)
        .header("Authorization", "Bearer " + token.orElse(""));
  }

  private <T> Reply<T> call(HttpRequest request, boolean signIn, Function<String, T> reader) {
    if (!signIn && token.isEmpty()) {
      return new Reply.Failed<>(new Reply.SignInNeeded());
    }
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() / 100 == 2
          ? new Reply.Ok<>(reader.apply(response.body()))
          : new Reply.Failed<>(trouble(response, signIn));
    } catch (IOException e) {
      return new Reply.Failed<>(new Reply.Unreachable(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failed<>(new Reply.Unreachable("stopped"));
    } catch (RuntimeException unreadable) {
      LOG.warn("unreadable reply to {}", request.uri().getPath(), unreadable);
      return new Reply.Failed<>(
          new Reply.Unreachable(Wire.unreadable(unreadable).getMessage() + ""));
    }
  }

  private Reply.Trouble trouble(HttpResponse<String> response, boolean signIn) {
    int status = response.statusCode();
    if (status == 401 && !signIn) {
      return new Reply.SignInNeeded();
    }
    if (status == 503 || status == 429 && !signIn) {
      return new Reply.Busy(retryAfter(response).orElse(BUSY_DEFAULT));
    }
    if (status >= 500) {
      return new Reply.Unreachable("status " + status);
    }
    WireLists.Problem problem;
    try {
      problem = read(WireLists.Problem.class, response.body());
    } catch (RuntimeException noProblem) {
      problem = new WireLists.Problem(null, null, null); // a proxy's own page
    }
    String sentence = or(problem.detail(), or(problem.title(), "The server said " + status + "."));
    String wait =
        retryAfter(response).map(d -> " Try again in " + d.toSeconds() + " s.").orElse("");
    return new Reply.Refused(status, or(problem.code(), "status_" + status), sentence + wait);
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static <T> T read(Class<T> type, String text) {
    T read = json(type).fromJson(text);
    if (read == null) {
      throw new IllegalStateException("empty reply");
    }
    return read;
  }

  private static <T> JsonType<T> json(Class<T> type) {
    return Wire.jsonb().type(type);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String or(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent; // left out by the sender
  }
}
