package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.replica.StockQuery;
import dev.stockwright.client.sync.Bin;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries;
import dev.stockwright.client.sync.StockLine;
import dev.stockwright.client.sync.StockLines;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.FloorPost;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the floor app's stock screen asks, asked of the real server: pages by cursor and by number,
/// every order, the history, the bins; and the device's own copy in the same order.
class FloorQueriesTest {
  private static final DeviceId GUN = new DeviceId("scanner-1");
  private static final int PRODUCTS = 12;

  @Test
  void theStockScreensQuestionsAreAnswered(@TempDir Path folder) {
    try (ServerHere server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
        FloorPost post =
            new FloorPost(
                new FloorPost.Place(
                    folder.resolve("floor.db"),
                    new DeviceId("floor-1"),
                    server.url(),
                    CodedSite.NORTH),
                server.who(),
                (_, _) -> {})) {
      Instant at = Instant.parse("2026-11-20T10:00:00Z");
      for (int i = 0; i < PRODUCTS * 2; i++) {
        String text = CodedSite.scanned(i % PRODUCTS).strip();
        post.scanned(Scan.ofText(text, GUN, at.plusSeconds(i)));
      }
      Sku last = CodedSite.sku(PRODUCTS - 1);
      Waiting.until(() -> "the last level", Duration.ofSeconds(20), () -> level(post, last) == 2);
      post.awaitSent(Duration.ofSeconds(20));
      ServerQueries queries = post.core().queries();
      for (StockQuery.Sort sort : StockQuery.Sort.values()) {
        assertEquals(own(post, sort, true), asked(queries, sort, true), sort.name());
        assertEquals(own(post, sort, false), asked(queries, sort, false), sort.name());
      }
      StockQuery far = new StockQuery("", StockQuery.Sort.SKU, false, 5, 2);
      assertEquals(
          own(post, StockQuery.Sort.SKU, false).subList(5, 7),
          skus(value(queries.stock(CodedSite.NORTH, far, Optional.empty()))));
      StockQuery barcode = new StockQuery(CodedSite.ean(3), StockQuery.Sort.SKU, false, 0, 5);
      assertEquals(
          List.of(CodedSite.sku(3)),
          skus(value(queries.stock(CodedSite.NORTH, barcode, Optional.empty()))));
      List<Long> numbers = history(queries, Optional.empty());
      assertEquals(
          IntStream.iterate(PRODUCTS * 2, n -> n > 0, n -> n - 1).mapToObj(n -> (long) n).toList(),
          numbers);
      assertEquals(2, history(queries, Optional.of(CodedSite.sku(3))).size());
      List<Bin> bins = value(queries.bins(CodedSite.sku(3), CodedSite.NORTH));
      assertEquals(2, bins.stream().mapToLong(Bin::quantity).sum());
      assertTrue(
          bins.stream().allMatch(bin -> bin.condition().equals("available")), bins::toString);
      thePickingBoardsQuestionsAreAnswered(post, queries);
    }
  }

  private static void thePickingBoardsQuestionsAreAnswered(FloorPost post, ServerQueries queries) {
    Reference order = new Reference("SO-1");
    OrderCommand place =
        new OrderCommand.PlaceOrder(
            CodedSite.NORTH,
            order,
            Optional.empty(),
            Optional.empty(),
            Optional.of("Brandt"),
            List.of(new OrderCommand.Line(CodedSite.sku(3), new Quantity(2))),
            Optional.of(20),
            Optional.empty(),
            0,
            true,
            false,
            List.of());
    assertInstanceOf(Added.Saved.class, post.core().add(place, false));
    post.awaitSent(Duration.ofSeconds(20));
    Map<String, Object> row =
        value(queries.listing(ServerQueries.Listing.BOARD, CodedSite.NORTH, "")).items().getFirst();
    assertEquals("SO-1 committed Brandt", said(row, "number", "state", "name"));
    assertEquals("20 1 0", said(row, "priority", "lines", "lines_picked"));
    assertEquals("2 0 0", said(row, "ordered", "picked", "back_ordered"));
    assertEquals("0 0 0", said(row, "open", "waiting", "wave_orders"));
    assertTrue(value(queries.order(CodedSite.NORTH, order)).get("lines") instanceof List<?>);
    assertEquals(List.of(), value(queries.picks(CodedSite.NORTH, order, "")).items());
  }

  private static String said(Map<String, Object> row, String... fields) {
    return Stream.of(fields)
        .map(row::get)
        .map(value -> value instanceof Number number ? number.longValue() : value)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static long level(FloorPost post, Sku sku) {
    return post.desk().stock().level(sku).level().map(each -> each.quantity()).orElse(0L);
  }

  /// The whole list, five lines at a time, by the cursors.
  private static List<Sku> asked(ServerQueries queries, StockQuery.Sort sort, boolean descending) {
    List<Sku> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      StockQuery query = new StockQuery("", sort, descending, 0, 5);
      StockLines page = value(queries.stock(CodedSite.NORTH, query, after));
      assertEquals(PRODUCTS, page.total());
      all.addAll(skus(page));
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static List<Sku> own(FloorPost post, StockQuery.Sort sort, boolean descending) {
    return post
        .desk()
        .stock()
        .page(new StockQuery("", sort, descending, 0, PRODUCTS))
        .rows()
        .stream()
        .map(row -> row.sku())
        .toList();
  }

  private static List<Long> history(ServerQueries queries, Optional<Sku> sku) {
    List<Long> numbers = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Event.StockMoved> page =
          value(queries.movements(Optional.of(CodedSite.NORTH), sku, 7, after));
      page.items().forEach(moved -> numbers.add(moved.n()));
      after = page.next();
    } while (after.isPresent());
    assertEquals(numbers.stream().sorted(Comparator.reverseOrder()).toList(), numbers);
    return numbers;
  }

  private static List<Sku> skus(StockLines page) {
    return page.lines().stream().map(StockLine::level).map(level -> level.sku()).toList();
  }

  private static <T> T value(Reply<T> reply) {
    return switch (reply) {
      case Reply.Ok<T>(T value) -> value;
      case Reply.Failed<T> failed -> throw new AssertionError(failed);
    };
  }
}
