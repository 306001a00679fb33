package dev.stockwright.server.http;

import dev.stockwright.db.Database;
import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.health.Health;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.masterdata.csv.Exports;
import dev.stockwright.server.masterdata.csv.Imports;
import dev.stockwright.server.queries.AdjustmentQueries;
import dev.stockwright.server.queries.AlertQueries;
import dev.stockwright.server.queries.BalanceQueries;
import dev.stockwright.server.queries.BoardQueries;
import dev.stockwright.server.queries.CatalogQueries;
import dev.stockwright.server.queries.CountQueries;
import dev.stockwright.server.queries.CountResults;
import dev.stockwright.server.queries.HistoryQueries;
import dev.stockwright.server.queries.KitQueries;
import dev.stockwright.server.queries.LookUpQueries;
import dev.stockwright.server.queries.MasterQueries;
import dev.stockwright.server.queries.MatchQueries;
import dev.stockwright.server.queries.MovementQueries;
import dev.stockwright.server.queries.OrderQueries;
import dev.stockwright.server.queries.PickableQueries;
import dev.stockwright.server.queries.PickingQueries;
import dev.stockwright.server.queries.PlaceQueries;
import dev.stockwright.server.queries.PurchaseQueries;
import dev.stockwright.server.queries.PutAwayQueries;
import dev.stockwright.server.queries.ReceiptQueries;
import dev.stockwright.server.queries.ReferralQueries;
import dev.stockwright.server.queries.ReorderQueries;
import dev.stockwright.server.queries.ShippingQueries;
import dev.stockwright.server.queries.StagedQueries;
import dev.stockwright.server.queries.StockQueries;
import dev.stockwright.server.queries.SystemQueries;
import dev.stockwright.server.queries.TaskQueries;
import dev.stockwright.server.queries.TillQueries;
import dev.stockwright.server.queries.Touched;
import dev.stockwright.server.queries.TransferQueries;
import dev.stockwright.server.queries.WhyQueries;
import dev.stockwright.server.security.Sessions;
import dev.stockwright.server.security.SignIn;
import io.helidon.common.Builder;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.spi.ProtocolConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The listener with all its routes. Helidon's defaults are changed where they have no limit.
public final class HttpDoor {
  private static final int BACKLOG = 4_096;

  /// A client that stops reading is noticed after this many bytes.
  private static final int SEND_BUFFER = 256 * 1024;

  private static final int HEADERS_MAX = 16 * 1024;
  private static final int PROLOGUE_MAX = 4 * 1024;

  private final Door door;
  private final Routes routes;
  private final ServerSettings settings;

  /// What the door needs from the house.
  public record Parts(
      Database database,
      Desk desk,
      Sessions sessions,
      SignIn signIn,
      Health health,
      ServerMetrics metrics) {}

  /// What other protocols bring to the listener.
  ///
  /// @param routings such as that of a WebSocket
  /// @param protocols such as its frame limit
  /// @param routes added before ours, so that they win
  public record Also(
      List<Builder<?, ? extends Routing>> routings,
      List<ProtocolConfig> protocols,
      Consumer<HttpRouting.Builder> routes) {
    public Also {
      routings = List.copyOf(routings);
      protocols = List.copyOf(protocols);
    }

    /// HTTP only.
    public static Also nothing() {
      return new Also(List.of(), List.of(), routing -> {});
    }
  }

  /// What comes in.
  private static List<Route> dock(Seen seen, Database database) {
    List<Route> all = new ArrayList<>();
    all.addAll(
        new ReceivingRoutes(
                seen,
                new ReceiptQueries(database),
                new MatchQueries(database, InstantSource.system()))
            .routes());
    all.addAll(
        new PutAwayRoutes(seen, new PutAwayQueries(database), new StagedQueries(database))
            .routes());
    return all;
  }

  /// Devices are paired before people sign in on them.
  private static List<Route> wayIn(Parts parts) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new PairingRoutes(parts.signIn().pairings()).routes());
    routes.addAll(new SessionRoutes(parts.signIn(), parts.sessions()).routes());
    return routes;
  }

  private static List<Route> commands(Parts parts, Gate gate, Judge judge) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new CommandRoutes(gate, judge, parts.metrics()).routes());
    routes.addAll(new ApprovalRoutes(parts.signIn(), gate, judge, parts.metrics()).routes());
    routes.addAll(new WriteRoutes(gate, judge, parts.metrics()).routes());
    routes.addAll(new WorkRoutes(gate, judge, parts.metrics()).routes());
    return routes;
  }

  public HttpDoor(Parts parts, ServerSettings settings) {
    this.settings = settings;
    this.door = new Door(parts.sessions(), settings.limits(), parts.metrics());
    Touched touched = new Touched(parts.database());
    Gate gate = new Gate(parts.sessions(), touched);
    Judge judge = new Judge(parts.desk(), settings.http().requestDeadline());
    Seen seen = new Seen(touched);
    List<Route> all = new ArrayList<>();
    all.addAll(commands(parts, gate, judge));
    all.addAll(new SystemRoutes(seen, new SystemQueries(parts.database())).routes());
    all.addAll(new TaskRoutes(seen, new TaskQueries(parts.database())).routes());
    all.addAll(
        new StockRoutes(
                seen,
                new StockQueries(parts.database()),
                new BalanceQueries(parts.database()),
                new HistoryQueries(parts.database()))
            .routes());
    all.addAll(
        new BookRoutes(
                seen,
                new MovementQueries(parts.database(), touched),
                new MasterQueries(parts.database()),
                new LookUpQueries(parts.database()))
            .routes());
    all.addAll(wayIn(parts));
    all.addAll(new ServiceRoutes(parts.health(), parts.metrics()).routes());
    all.addAll(
        new CatalogRoutes(
                seen, new CatalogQueries(parts.database()), new PlaceQueries(parts.database()))
            .routes());
    all.addAll(
        new SheetRoutes(
                seen,
                new Imports(parts.database()),
                new Exports(parts.database()),
                new SheetRoutes.Told(gate, judge))
            .routes());
    all.addAll(new OrderRoutes(seen, new OrderQueries(parts.database())).routes());
    all.addAll(new KitRoutes(seen, new KitQueries(parts.database())).routes());
    all.addAll(new TillRoutes(seen, new TillQueries(parts.database())).routes());
    all.addAll(
        new PurchaseRoutes(seen, new PurchaseQueries(parts.database(), InstantSource.system()))
            .routes());
    all.addAll(dock(seen, parts.database()));
    all.addAll(
        new PickingRoutes(
                seen,
                new PickingQueries(parts.database()),
                new PickableQueries(parts.database()),
                new BoardQueries(parts.database()))
            .routes());
    all.addAll(new ShippingRoutes(seen, new ShippingQueries(parts.database())).routes());
    all.addAll(new TransferRoutes(seen, new TransferQueries(parts.database())).routes());
    all.addAll(decided(seen, parts.database()));
    all.addAll(
        new CountRoutes(
                seen, new CountQueries(parts.database()), new CountResults(parts.database()))
            .routes());
    all.addAll(
        new AlertRoutes(
                seen,
                new AlertQueries(parts.database()),
                new ReorderQueries(parts.database()),
                new WhyQueries(parts.database()))
            .routes());
    all.addAll(new QuestionRoutes(seen, parts.database()).routes());
    all.addAll(new ReportRoutes(seen, parts.database(), InstantSource.system()).routes());
    this.routes = new Routes(all, door);
  }

  /// What waits for a supervisor.
  private static List<Route> decided(Seen seen, Database database) {
    List<Route> routes =
        new ArrayList<>(new AdjustmentRoutes(seen, new AdjustmentQueries(database)).routes());
    routes.addAll(new ReferralRoutes(seen, new ReferralQueries(database)).routes());
    return routes;
  }

  /// Every route as `METHOD /path`, for the test of the OpenAPI document.
  List<String> signatures() {
    return routes.all().stream().map(Route::signature).toList();
  }

  /// Starts to listen. Where the port cannot be had, what is returned does not run.
  public WebServer listen(Also also) {
    HttpRouting.Builder routing = HttpRouting.builder();
    also.routes().accept(routing);
    routes.addTo(routing);
    WebServerConfig.Builder config =
        WebServer.builder()
            .host(settings.http().host())
            .port(settings.http().port())
            .backlog(BACKLOG)
            .connectionOptions(
                options -> options.tcpNoDelay(true).socketSendBufferSize(SEND_BUFFER))
            .maxPayloadSize(Math.max(Request.DRAINED_MAX, settings.limits().bodyBytes()))
            .maxTcpConnections(settings.http().maxConnections())
            .maxConcurrentRequests(settings.http().maxConcurrent())
            .idleConnectionTimeout(Duration.ofMinutes(5))
            .shutdownGracePeriod(settings.http().grace())
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .errorHandling(errors -> errors.includeEntity(false).logAllMessages(false))
            .directHandlers(direct())
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(HEADERS_MAX)
                    .maxPrologueLength(PROLOGUE_MAX)
                    .build())
            .addRouting(routing);
    also.routings().forEach(config::addRouting);
    also.protocols().forEach(config::addProtocol);
    return config.build().start();
  }

  /// Answers where a request is stopped before it reaches a route.
  private DirectHandlers direct() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    DirectHandler ours =
        (request, type, status, headers, message) -> {
          String instance = door.newInstance();
          Status shown = status.code() < 400 ? Status.BAD_REQUEST_400 : status;
          Reply reply = door.problem(shown, instance);
          return DirectHandler.TransportResponse.builder()
              .status(Status.create(reply.status()))
              .headers(headers)
              .header(HeaderValues.create(Correlation.HEADER, instance))
              .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/problem+json"))
              .keepAlive(type.keepAlive())
              .entity(reply.text())
              .build();
        };
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, ours);
    }
    return handlers.build();
  }
}
