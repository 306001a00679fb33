package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Sent;
import dev.stockwright.client.replica.StockQuery;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions of screens to the server: nothing changes by them, and each has an answer that can be
/// done without. A person waits for them, so they give up after [#DEADLINE].
public final class ServerQueries {
  public static final Duration DEADLINE = Duration.ofSeconds(4);

  private final HttpServerLink link;
  private final PairingOffice pairings;

  /// @param certificate of the server, where only this one is trusted
  public ServerQueries(HttpServerLink link, Optional<String> certificate) {
    this.link = link;
    this.pairings = new PairingOffice(link, certificate);
  }

  /// Where somebody who decides has pairing codes made: no question, and asked for as seldom.
  public PairingOffice pairings() {
    return pairings;
  }

  /// A part of the stock list of a warehouse.
  ///
  /// @param query its offset counts where `after` is absent
  /// @param after the cursor of the part before
  public Reply<StockLines> stock(
      WarehouseCode warehouse, StockQuery query, Optional<String> after) {
    return stock("/warehouse/" + segment(warehouse.code()), query, after);
  }

  /// A part of the stock list of all warehouses of the person.
  public Reply<StockLines> stockOfAll(StockQuery query, Optional<String> after) {
    return stock("", query, after);
  }

  private Reply<StockLines> stock(String of, StockQuery query, Optional<String> after) {
    String path =
        "/api/v1/inventory"
            + of
            + "?limit="
            + query.limit()
            + "&sort="
            + code(query.sort())
            + (query.descending() ? "&order=desc" : "")
            + (query.filter().isEmpty() ? "" : "&filter=" + HttpServerLink.encoded(query.filter()))
            + after
                .map(cursor -> "&after=" + HttpServerLink.encoded(cursor))
                .orElse(query.offset() == 0 ? "" : "&offset=" + query.offset());
    return map(
        link.ask(path, DEADLINE, WireLists.StockLines.class),
        page ->
            new StockLines(
                Sent.list(page.items()).stream().map(ServerQueries::line).toList(),
                Optional.ofNullable(page.next()),
                page.total()));
  }

  /// The last movements in a warehouse, newest first.
  ///
  /// @param warehouse in all of the person's when absent
  /// @param sku of one product; of all when absent
  /// @param after the cursor of the page before
  public Reply<Page<Event.StockMoved>> movements(
      Optional<WarehouseCode> warehouse, Optional<Sku> sku, int limit, Optional<String> after) {
    String path =
        "/api/v1/movements?"
            + warehouse.map(w -> "warehouse=" + HttpServerLink.encoded(w.code()) + "&").orElse("")
            + sku.map(s -> "sku=" + HttpServerLink.encoded(s.code()) + "&").orElse("")
            + "limit="
            + limit
            + after.map(cursor -> "&after=" + HttpServerLink.encoded(cursor)).orElse("");
    return map(
        link.ask(path, DEADLINE, WireLists.Movements.class),
        page -> new Page<>(Sent.list(page.items()), Optional.ofNullable(page.next())));
  }

  /// What the server lists of a warehouse.
  public enum Listing {
    TASKS("tasks"),
    VARIANCES("count-reviews"),
    TRANSFERS("transfers"),
    ALERTS("alerts"),
    UNMATCHED("unmatched/receipts"),
    LOOSE("unmatched/goods"),
    STAGED("staged"),
    /// How far every order is that is still here.
    BOARD("picking-board"),
    /// Refused work that waits for a supervisor.
    REFERRALS("referrals", "state=waiting&"),
    MISMATCHES("mismatches"),
    /// What was left at the dock for a supervisor.
    LEFT("mismatches", "activity=receive&");

    private final String path;
    private final String which;

    Listing(String path) {
      this(path, "");
    }

    Listing(String path, String which) {
      this.path = path;
      this.which = which;
    }
  }

  /// A page of a listing, as the server says it.
  ///
  /// @param after the cursor of the page before; empty for the first
  public Reply<Page<Map<String, Object>>> listing(
      Listing listing, WarehouseCode warehouse, String after) {
    String path =
        "/api/v1/" + listing.path + "?warehouse=" + HttpServerLink.encoded(warehouse.code()) + "&";
    return link.list(path + listing.which, after);
  }

  /// An order with its lines.
  public Reply<Map<String, Object>> order(WarehouseCode warehouse, Reference order) {
    return link.one(
        "/api/v1/orders/"
            + segment(order.code())
            + "?warehouse="
            + HttpServerLink.encoded(warehouse.code()));
  }

  /// What is picked where for an order.
  ///
  /// @param after the cursor of the page before; empty for the first
  public Reply<Page<Map<String, Object>>> picks(
      WarehouseCode warehouse, Reference order, String after) {
    return link.list(
        "/api/v1/picks?warehouse="
            + HttpServerLink.encoded(warehouse.code())
            + "&order="
            + HttpServerLink.encoded(order.code())
            + "&",
        after);
  }

  /// The open orders that the unmatched goods of a receipt may have come for, best first.
  public Reply<Page<Map<String, Object>>> proposals(WarehouseCode warehouse, Reference receipt) {
    return link.list(
        "/api/v1/receipts/"
            + segment(receipt.code())
            + "/proposals?warehouse="
            + HttpServerLink.encoded(warehouse.code())
            + "&",
        "");
  }

  /// The movements of a handling unit, or of a lot or serial number, oldest first.
  ///
  /// @param unit whether the code is that of a handling unit
  /// @param after the cursor of the page before; empty for the first
  public Reply<Page<Map<String, Object>>> journey(boolean unit, String code, String after) {
    String by = unit ? "handling_unit=" : "lot=";
    return link.list("/api/v1/trace/steps?" + by + HttpServerLink.encoded(code) + "&", after);
  }

  /// Where a product lies in a warehouse.
  public Reply<List<Bin>> bins(Sku sku, WarehouseCode warehouse) {
    String path =
        "/api/v1/inventory/" + segment(sku.code()) + "/" + segment(warehouse.code()) + "/balances";
    return map(
        link.ask(path, DEADLINE, WireLists.Bins.class),
        bins -> Sent.list(bins.items()).stream().map(ServerQueries::bin).toList());
  }

  private static StockLine line(WireLists.StockLine sent) {
    return new StockLine(sent.level(), or(sent.name(), sent.sku().code()));
  }

  private static Bin bin(WireLists.Bin sent) {
    return new Bin(
        sent.location(),
        or(sent.lot(), ""),
        or(sent.handlingUnit(), ""),
        or(sent.condition(), "available"),
        sent.quantity());
  }

  private static <A, B> Reply<B> map(Reply<A> reply, java.util.function.Function<A, B> made) {
    return switch (reply) {
      case Reply.Ok<A> ok -> new Reply.Ok<>(made.apply(ok.value()));
      case Reply.Failed<A> failed -> new Reply.Failed<>(failed.trouble());
    };
  }

  private static String code(StockQuery.Sort sort) {
    return switch (sort) {
      case SKU -> "sku";
      case NAME -> "name";
      case WAREHOUSE -> "warehouse";
      case QUANTITY -> "quantity";
      case RESERVED -> "reserved";
      case BLOCKED -> "blocked";
      case AVAILABLE -> "available";
      case LAST_UPDATED -> "last_updated";
    };
  }

  /// A part of a path: there a blank is no plus.
  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String or(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent; // left out by the sender
  }
}
