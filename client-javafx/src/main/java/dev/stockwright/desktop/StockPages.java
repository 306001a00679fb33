package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.replica.ShownLevel;
import dev.stockwright.client.replica.StockQuery.Sort;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.StockLine;
import dev.stockwright.client.sync.StockLines;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.stock.PageSource;
import dev.stockwright.desktop.stock.StockQuery;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages of the stock list: from the server while it is there, else from the device's replica.
/// Over either lies what the stream and own commands have said since.
///
/// Pages of the server are asked for one at a time, the newest wish first, on a thread that nothing
/// else of the work waits for. A page that fails, or that was overtaken while somebody scrolled,
/// comes from the replica; after a failure the server is left alone for [#REST]. What is remembered
/// is guarded by `this`.
final class StockPages implements PageSource<StockRow> {
  /// So many wishes wait for the server; an older one is out of sight by then.
  static final int WAITING_MAX = 6;

  static final Duration REST = Duration.ofSeconds(5);

  /// Rows that were delivered last; the screen keeps fewer.
  private static final int DELIVERED_MAX = 1_200;

  private static final Logger LOG = LoggerFactory.getLogger(StockPages.class);

  private final ClientCore client;
  private final Worker worker;
  private final Worker asking;
  private final FxBridge bridge;
  private final InstantSource clock;
  private final BiFunction<WarehouseCode, ShownLevel, StockRow> drawn;
  private final Deque<Wish> waiting = new ArrayDeque<>();
  private final Map<Long, String> cursors = new HashMap<>();
  private final Map<StockRow.Key, Optional<StockLine>> delivered =
      new LinkedHashMap<>(16, 0.75f, true);
  private volatile Optional<Stocks> stocks = Optional.empty();
  private volatile boolean online;
  private StockQuery query = new StockQuery("", StockQuery.Column.PRODUCT, false);
  private boolean ofServer;
  private Instant askedAnew = Instant.EPOCH;
  private Instant restUntil = Instant.EPOCH;
  private Optional<Instant> failedAt = Optional.empty();
  private Optional<Instant> pageOfServer = Optional.empty();

  private record Wish(
      Request<StockRow> request, Consumer<Page<StockRow>> loaded, Consumer<String> failed) {}

  /// What it works with.
  ///
  /// @param worker reads the replica
  /// @param asking asks the server
  record Parts(
      ClientCore client, Worker worker, Worker asking, FxBridge bridge, InstantSource clock) {}

  StockPages(Parts parts, BiFunction<WarehouseCode, ShownLevel, StockRow> drawn) {
    this.client = parts.client();
    this.worker = parts.worker();
    this.asking = parts.asking();
    this.bridge = parts.bridge();
    this.clock = parts.clock();
    this.drawn = drawn;
  }

  /// Another warehouse, or its whole stock anew: nothing of before counts.
  synchronized void of(Stocks shown) {
    stocks = Optional.of(shown);
    cursors.clear();
    delivered.clear();
    pageOfServer = Optional.empty();
  }

  /// Whether the server can be asked now. Any thread.
  void online(boolean now) {
    online = now;
  }

  boolean online() {
    return online;
  }

  /// Everything that is shown is loaded again from here on: what failed before is forgotten once
  /// that comes.
  synchronized void anew() {
    askedAnew = clock.instant();
    cursors.clear();
  }

  /// A page came from the replica although the server should have sent it.
  synchronized boolean fellBack() {
    return failedAt.isPresent();
  }

  /// The server was left alone long enough to be asked again for what it failed to send.
  synchronized boolean mayRecover() {
    return online && failedAt.isPresent() && !resting();
  }

  /// When the list was loaded from the server; absent when it is the replica's.
  synchronized Optional<Instant> loadedFromServer() {
    return ofServer ? pageOfServer : Optional.empty();
  }

  /// A person, or the link, says that the server is to be asked at once.
  synchronized void rested() {
    restUntil = Instant.EPOCH;
  }

  private boolean resting() {
    return clock.instant().isBefore(restUntil);
  }

  private synchronized boolean askServer() {
    return online && !resting();
  }

  @Override
  public void load(
      Request<StockRow> request, Consumer<Page<StockRow>> loaded, Consumer<String> failed) {
    Wish wish = new Wish(request, loaded, failed);
    begin(request.query());
    if (!askServer()) {
      fromReplica(wish);
      return;
    }
    Optional<Wish> overtaken = Optional.empty();
    synchronized (this) {
      waiting.addFirst(wish);
      if (waiting.size() > WAITING_MAX) {
        overtaken = Optional.of(waiting.removeLast());
      }
    }
    overtaken.ifPresent(this::fromReplica);
    asking.run(this::askNext);
  }

  private synchronized void begin(StockQuery wanted) {
    if (!query.equals(wanted)) {
      query = wanted;
      cursors.clear();
    }
  }

  private void askNext() {
    Optional<Wish> next;
    synchronized (this) {
      next = Optional.ofNullable(waiting.pollFirst());
    }
    next.ifPresent(
        wish -> {
          Optional<Stocks> now = stocks;
          if (now.isPresent() && askServer()) {
            fromServer(wish, now.get());
          } else {
            fromReplica(wish);
          }
        });
  }

  private void fromServer(Wish wish, Stocks of) {
    Request<StockRow> request = wish.request();
    Optional<String> after;
    synchronized (this) {
      after =
          request.query().equals(query)
              ? Optional.ofNullable(cursors.get(request.offset()))
              : Optional.empty();
    }
    Reply<StockLines> reply =
        ask(of, asked(request.query(), request.offset(), request.limit()), after);
    switch (reply) {
      case Reply.Ok<StockLines>(StockLines page) -> {
        if (stocks.equals(Optional.of(of))) { // else somebody looks at another warehouse by now
          remember(request, page);
        }
        List<StockRow> rows =
            page.lines().stream()
                .map(
                    line ->
                        drawn.apply(
                            line.level().warehouse(), of.laidOver(line.level(), line.name())))
                .toList();
        bridge.post(() -> wish.loaded().accept(new Page<>(rows, OptionalLong.of(page.total()))));
      }
      case Reply.Failed<StockLines>(Reply.Trouble trouble) -> {
        LOG.warn("the server's stock list did not come: {}", trouble);
        synchronized (this) {
          failedAt = Optional.of(clock.instant());
          restUntil = clock.instant().plus(REST);
        }
        fromReplica(wish);
      }
    }
  }

  private Reply<StockLines> ask(
      Stocks of, dev.stockwright.client.replica.StockQuery wanted, Optional<String> after) {
    return of.one()
        .map(where -> client.queries().stock(where, wanted, after))
        .orElseGet(() -> client.queries().stockOfAll(wanted, after));
  }

  private static StockRow.Key key(Level level) {
    return new StockRow.Key(level.warehouse(), level.sku());
  }

  private synchronized void remember(Request<StockRow> request, StockLines page) {
    if (request.query().equals(query)) {
      page.next().ifPresent(next -> cursors.put(request.offset() + page.lines().size(), next));
    }
    Instant now = clock.instant();
    if (failedAt.filter(at -> !at.isAfter(askedAnew)).isPresent()) {
      failedAt = Optional.empty();
    }
    pageOfServer = Optional.of(now);
    ofServer = true;
    page.lines().forEach(line -> deliver(key(line.level()), Optional.of(line)));
  }

  private void deliver(StockRow.Key product, Optional<StockLine> line) {
    delivered.put(product, line);
    if (delivered.size() > DELIVERED_MAX) {
      delivered.remove(delivered.keySet().iterator().next());
    }
  }

  private void fromReplica(Wish wish) {
    worker.run(
        () -> {
          Optional<Stocks> of = stocks.filter(Stocks::known);
          if (of.isEmpty()) { // An empty copy would say that there is no stock.
            String why = client.wording().say(Text.of(StockPhrase.NOT_HERE_YET));
            bridge.post(() -> wish.failed().accept(why));
            return;
          }
          try {
            Request<StockRow> request = wish.request();
            Stocks.Part page =
                of.get().page(asked(request.query(), request.offset(), request.limit()));
            synchronized (this) {
              ofServer = false;
              page.rows()
                  .forEach(
                      row ->
                          deliver(
                              new StockRow.Key(row.warehouse(), row.shown().sku()),
                              Optional.empty()));
            }
            List<StockRow> rows =
                page.rows().stream().map(r -> drawn.apply(r.warehouse(), r.shown())).toList();
            bridge.post(
                () -> wish.loaded().accept(new Page<>(rows, OptionalLong.of(page.total()))));
          } catch (RuntimeException e) {
            String why = client.wording().say(Text.of(StockPhrase.COPY_UNREADABLE));
            bridge.post(() -> wish.failed().accept(why));
            throw e;
          }
        });
  }

  /// Those of `changed` that may be on the screen.
  synchronized List<StockRow.Key> shown(Set<StockRow.Key> changed, Optional<StockRow.Key> chosen) {
    return changed.stream()
        .filter(each -> delivered.containsKey(each) || chosen.equals(Optional.of(each)))
        .toList();
  }

  /// One row as it is now.
  StockRow row(Stocks of, StockRow.Key product) {
    Optional<StockLine> line;
    synchronized (this) {
      line = delivered.getOrDefault(product, Optional.empty());
    }
    return drawn.apply(
        product.warehouse(),
        line.map(sent -> of.laidOver(sent.level(), sent.name()))
            .orElseGet(() -> of.level(product.warehouse(), product.sku())));
  }

  /// Counts the rows of the list once more, where it came from. On the asking thread.
  void count(LongConsumer told) {
    Optional<Stocks> of = stocks;
    StockQuery wanted;
    boolean server;
    synchronized (this) {
      wanted = query;
      server = ofServer;
    }
    if (of.isEmpty()) {
      return;
    }
    if (!server) {
      told.accept(of.get().page(asked(wanted, 0, 1)).total());
    } else if (askServer()
        && ask(of.get(), asked(wanted, 0, 1), Optional.empty())
            instanceof Reply.Ok<StockLines>(StockLines page)) {
      told.accept(page.total());
    }
  }

  private static dev.stockwright.client.replica.StockQuery asked(
      StockQuery query, long offset, int limit) {
    return new dev.stockwright.client.replica.StockQuery(
        query.filter(),
        sort(query.sort()),
        query.descending(),
        (int) Math.min(offset, Integer.MAX_VALUE),
        limit);
  }

  private static Sort sort(StockQuery.Column column) {
    return switch (column) {
      case SKU -> Sort.SKU;
      case PRODUCT -> Sort.NAME;
      case WAREHOUSE -> Sort.WAREHOUSE;
      case ON_HAND -> Sort.QUANTITY;
      case RESERVED -> Sort.RESERVED;
      case BLOCKED -> Sort.BLOCKED;
      case AVAILABLE -> Sort.AVAILABLE;
      case LAST_MOVED -> Sort.LAST_UPDATED;
    };
  }
}
