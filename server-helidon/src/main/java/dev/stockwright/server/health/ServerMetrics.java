package dev.stockwright.server.health;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.protocol.WorkRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// The figures of the server for Prometheus. No label ever holds a product, a person, a device or
/// anything else that a sender can make up. Thread-safe; close it with the server.
public final class ServerMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final ConcurrentHashMap<String, Counter> counters = new ConcurrentHashMap<>();

  public ServerMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
    gc.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// The time of requests to one route.
  public final class RequestTimer {
    private final Timer good;
    private final Timer refused;
    private final Timer failed;

    private RequestTimer(String method, String path) {
      this.good = timer(method, path, "ok");
      this.refused = timer(method, path, "refused");
      this.failed = timer(method, path, "failed");
    }

    /// Counts one request.
    public void record(int status, long nanos) {
      Timer timer = status < 400 ? good : status < 500 ? refused : failed;
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String method, String path, String outcome) {
      return Timer.builder("stockwright.http.requests")
          .description("requests by route and outcome")
          .tag("method", method)
          .tag("path", path)
          .tag("outcome", outcome)
          .serviceLevelObjectives(
              Duration.ofMillis(5),
              Duration.ofMillis(15),
              Duration.ofMillis(50),
              Duration.ofMillis(200),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5))
          .register(registry);
    }
  }

  /// The timer of a route; the path is its template.
  public RequestTimer requestTimer(String method, String path) {
    return new RequestTimer(method, path);
  }

  /// A command has come in.
  public void asked(Command command) {
    count("stockwright.commands", "kind", kind(command));
  }

  /// A command was answered.
  public void answered(Answer answer) {
    switch (answer) {
      case Answer.Accepted _ -> count("stockwright.answers", "outcome", "accepted");
      case Answer.Refused refused ->
          count("stockwright.answers", "outcome", "refused_" + kind(refused.refusal()));
      case Answer.Deferred deferred ->
          count("stockwright.answers", "outcome", "deferred_" + deferred.code());
    }
  }

  /// A figure that is asked for when it is read.
  public void gauge(String name, String description, DoubleSupplier value) {
    Gauge.builder(name, value::getAsDouble).description(description).register(registry);
  }

  /// The database's pools of connections: lent out, free, and threads that wait for one.
  public void connections(Database database) {
    pool("commands", database::commandConnections);
    pool("reads", database::readConnections);
  }

  private void pool(String pool, Supplier<Database.Connections> now) {
    lent(pool, "in_use", () -> now.get().inUse());
    lent(pool, "idle", () -> now.get().idle());
    Gauge.builder("stockwright.database.waiting", () -> now.get().waiting())
        .description("threads that wait for a connection")
        .tag("pool", pool)
        .register(registry);
  }

  private void lent(String pool, String state, Supplier<Number> count) {
    Gauge.builder("stockwright.database.connections", count)
        .description("open connections to PostgreSQL")
        .tag("pool", pool)
        .tag("state", state)
        .register(registry);
  }

  /// A figure that only grows and is asked for when it is read.
  public void total(String name, String description, DoubleSupplier value) {
    FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
        .description(description)
        .register(registry);
  }

  /// All figures in the text format of Prometheus.
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private void count(String name, String tag, String value) {
    Counter known = counters.get(value);
    if (known == null) {
      known =
          counters.computeIfAbsent(
              value, key -> Counter.builder(name).tag(tag, key).register(registry));
    }
    known.increment();
  }

  private static String kind(Command command) {
    return switch (command) {
      case ReceiveGoods _ -> "receive_goods";
      case MoveStock _ -> "move_stock";
      case AdjustStock _ -> "adjust_stock";
      case TransferStock _ -> "transfer_stock";
      case PlaceReservation _ -> "place_reservation";
      case ConfirmReservation _ -> "confirm_reservation";
      case ReleaseReservation _ -> "release_reservation";
      case UndoCommand _ -> "undo_command";
      case WorkCommand c -> Wire.kind(c);
    };
  }

  private static String kind(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Malformed _ -> "malformed";
      case Refusal.DifferentContent _ -> "different_content";
      case Refusal.SequenceUsed _ -> "sequence_used";
      case Refusal.NotAllowed _ -> "not_allowed";
      case Refusal.InsufficientStock _ -> "insufficient_stock";
      case Refusal.UnknownWarehouse _,
          Refusal.UnknownProduct _,
          Refusal.UnknownLocation _,
          Refusal.UnknownOrder _,
          Refusal.UnknownReservation _ ->
          "unknown";
      case Refusal.SamePlace _,
          Refusal.SerialNotSingle _,
          Refusal.SerialAlreadyHere _,
          Refusal.NotOnOrder _,
          Refusal.OverReceipt _,
          Refusal.OrderAlreadyReserved _,
          Refusal.ReservationEnded _,
          Refusal.NothingToUndo _,
          Refusal.AlreadyUndone _ ->
          "other";
      case WorkRefusal r -> r.sort() == WorkRefusal.Sort.UNKNOWN ? "unknown" : "other";
    };
  }
}
