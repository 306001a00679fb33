package dev.stockwright.server.tills;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.orders.Kits;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderBook;
import dev.stockwright.server.orders.OrderRules;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.tills.TillBook.Item;
import dev.stockwright.server.tills.TillEntry.State;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries of one command, posted one after the other: decided first, written by [#finish].
final class TillPosting {
  /// Where customers take goods from; the receiving location where it is not set.
  private static final String FLOOR = "tills.location";

  /// `yes`: nothing is taken from elsewhere.
  private static final String ONLY_FLOOR = "tills.only_location";

  private final WarehouseCode warehouse;
  private final Work work;
  private final TillBook book;
  private final OrderBook orders;
  private final LocationCode floor;
  private final Sold sold;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Reference, Optional<Order>> found = new HashMap<>();
  private final Map<Reference, Map<Sku, Long>> used = new HashMap<>();
  private final List<Lack> lacks = new ArrayList<>();
  private Kits kits = new Kits(Map.of());

  /// A component of a kit that was sold and that the books did not have.
  private record Lack(TillEntry entry, Sku sku, long units) {}

  TillPosting(WarehouseCode warehouse, Work work, TillBook book) {
    this.warehouse = warehouse;
    this.work = work;
    this.book = book;
    this.orders = new OrderBook(work);
    this.floor =
        work.setting(warehouse, FLOOR)
            .map(LocationCode::new)
            .filter(place -> work.locationId(warehouse, place).isPresent())
            .orElseGet(() -> work.stock().receivingLocation(warehouse));
    this.sold =
        new Sold(
            warehouse,
            work.stock(),
            floor,
            work.setting(warehouse, ONLY_FLOOR).filter("yes"::equals).isPresent());
  }

  /// Learns the stock of these products at once.
  void bring(Collection<Item> items) {
    List<Sku> skus = new ArrayList<>(items.stream().map(Item::sku).distinct().toList());
    kits = Kits.read(work.sql(), skus);
    skus.addAll(kits.components());
    work.learnProducts(skus);
    work.stock().bring(warehouse, skus);
    work.stock().documents().look(warehouse, skus);
  }

  /// Decides about one entry.
  ///
  /// @param fully what it becomes when all of it can be posted
  Outcome post(TillEntry entry, Optional<Item> item, State fully) {
    Optional<Sku> sku = item.map(Item::sku);
    long units = item.map(each -> units(entry.quantity(), each.units())).orElse(entry.quantity());
    List<Kits.Part> parts = sku.map(kits::of).orElse(List.of());
    long most = parts.stream().mapToLong(Kits.Part::quantity).max().orElse(1);
    Optional<TillRules.Unfit> unfit =
        TillRules.unfit(entry, sku, units > 0 ? units(units, most) : units)
            .or(() -> parts.isEmpty() ? atWork(entry, sku) : atWork(entry, parts));
    if (unfit.isPresent() || sku.isEmpty()) {
      return Outcome.kept(entry, sku, unfit.orElseThrow());
    }
    long missing = parts.isEmpty() ? post(entry, sku.get(), units) : apart(entry, parts, units);
    return Outcome.posted(entry, fully, sku.get(), units, missing);
  }

  /// What the books did not have of it.
  private long post(TillEntry entry, Sku sku, long units) {
    TillRules.Posted posted = TillRules.post(warehouse, entry, sku, units, sold);
    steps.addAll(posted.steps());
    if (posted.used() > 0) {
      used.computeIfAbsent(entry.order().orElseThrow(), any -> new HashMap<>())
          .merge(sku, posted.used(), Long::sum);
    }
    return posted.missing();
  }

  /// A kit is sold, or comes back, as what it is made of. How many kits were not whole in the
  /// books.
  private long apart(TillEntry entry, List<Kits.Part> parts, long kits) {
    long incomplete = 0;
    for (Kits.Part part : parts) {
      long missing = post(entry, part.sku(), kits * part.quantity());
      if (missing > 0) {
        lacks.add(new Lack(entry, part.sku(), missing));
        incomplete = Math.max(incomplete, Math.ceilDiv(missing, part.quantity()));
      }
    }
    return incomplete;
  }

  private Optional<TillRules.Unfit> atWork(TillEntry entry, List<Kits.Part> parts) {
    return parts.stream()
        .flatMap(part -> atWork(entry, Optional.of(part.sku())).stream())
        .findFirst();
  }

  /// Takes what was missing from the stock; empty when there is nothing of it.
  Optional<Outcome> cover(TillEntry entry, Sku sku) {
    TillRules.Posted posted = TillRules.cover(warehouse, entry, sku, sold);
    steps.addAll(posted.steps());
    return posted.missing() == entry.missing()
        ? Optional.empty()
        : Optional.of(Outcome.posted(entry, State.SETTLED, sku, entry.units(), posted.missing()));
  }

  /// No more than a quantity that is refused anyway.
  private static long units(long packs, long each) {
    try {
      return Math.multiplyExact(packs, each);
    } catch (ArithmeticException tooMany) {
      return Long.MAX_VALUE;
    }
  }

  /// An order that somebody picks is not handed over by a till as well.
  private Optional<TillRules.Unfit> atWork(TillEntry entry, Optional<Sku> sku) {
    if (entry.order().isEmpty()
        || sku.isEmpty()
        || !entry.type().equals(TillRules.SALE)
        || sold.promised(entry.order().get(), sku.get()) == 0) {
      return Optional.empty();
    }
    Reference number = entry.order().get();
    return order(number)
        .map(order -> OrderRules.state(order, promise(number)))
        .filter(state -> state != OrderState.PLACED && state != OrderState.COMMITTED)
        .map(
            state ->
                new TillRules.Unfit(
                    "order_at_work", "order " + number + " is " + state.code() + " already"));
  }

  private Optional<Order> order(Reference number) {
    return found.computeIfAbsent(number, any -> orders.find(warehouse, number));
  }

  private Optional<PromiseState> promise(Reference number) {
    return work.stock().promise(number).map(Promise::state);
  }

  /// Writes what has become of the orders, has somebody look at what was missing, and tells
  /// everybody of what waits.
  List<Step> finish(List<Outcome> outcomes) {
    List<Step> all = new ArrayList<>(steps);
    used.forEach((number, goods) -> all.addAll(handedOver(number, goods)));
    Set<Sku> looked = new HashSet<>();
    TaskBook tasks = new TaskBook(work);
    for (Outcome outcome : outcomes) {
      if (outcome.waits() || outcome.state() == State.SETTLED) {
        all.add(
            Work.note(
                warehouse,
                DocumentKind.TILL_ENTRY,
                outcome.entry().reference(),
                outcome.state().code(),
                outcome.why().isEmpty() ? "posted" : outcome.why()));
      }
      outcome
          .sku()
          .filter(sku -> outcome.state() == State.SHORT && kits.of(sku).isEmpty())
          .ifPresent(sku -> lacks.add(new Lack(outcome.entry(), sku, outcome.missing())));
    }
    lacks.stream()
        .filter(lack -> looked.add(lack.sku()))
        .forEach(lack -> all.addAll(look(lack, tasks)));
    return all;
  }

  /// Somebody has to look; once for a product.
  private List<Step> look(Lack lack, TaskBook tasks) {
    int product = work.productId(lack.sku()).orElseThrow();
    if (book.looked(work.warehouseId(warehouse), product)) {
      return List.of();
    }
    return List.of(
        tasks.open(
            NewTask.of(warehouse, TaskKind.CHECK, DocumentKind.TILL_ENTRY, lack.entry().reference())
                .at(floor, Optional.empty())
                .of(lack.sku(), lack.units(), "", "")));
  }

  private List<Step> handedOver(Reference number, Map<Sku, Long> goods) {
    List<Step> done = new ArrayList<>();
    long held =
        work.stock().promise(number).map(Promise::lines).orElse(List.of()).stream()
            .mapToLong(Promise.Line::quantity)
            .sum();
    long out = goods.values().stream().mapToLong(Long::longValue).sum();
    Optional<Order> order = order(number);
    boolean whole = order.map(o -> whole(o, goods)).orElse(held == out);
    if (whole) {
      done.add(new Step.Turn(number, PromiseState.SHIPPED));
    }
    order.ifPresent(
        o -> {
          orders.lines(o, gone(o, goods));
          OrderState state = OrderRules.state(o, promise(number));
          done.add(
              whole
                  ? orders.turn(o, OrderState.SHIPPED, "handed over")
                  : orders.turn(o, state, o.expiresAt(), out + " handed over"));
        });
    return done;
  }

  private static boolean whole(Order order, Map<Sku, Long> goods) {
    return gone(order, goods).stream().allMatch(line -> line.shipped() == line.ordered());
  }

  private static List<Order.Line> gone(Order order, Map<Sku, Long> goods) {
    Map<Sku, Long> left = new HashMap<>(goods);
    List<Order.Line> lines = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      long units = Math.min(left.getOrDefault(line.sku(), 0L), line.promised());
      left.merge(line.sku(), -units, Long::sum);
      lines.add(line.gone(units));
    }
    return lines;
  }
}
