package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.receiving.ReceivingPhrase;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.receiving.QueueEntry;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Draws the receiving screen from what the device has kept: the catalogue's orders, its own
/// commands, the state of the session. Reads the store, so it belongs on the worker's thread.
final class ReceivingPainter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  private final ClientCore client;
  private final ZoneId zone;
  private final InstantSource clock;
  private final boolean simulated;

  /// @param simulated whether to offer codes to scan
  ReceivingPainter(ClientCore client, ZoneId zone, InstantSource clock, boolean simulated) {
    this.client = client;
    this.zone = zone;
    this.clock = clock;
    this.simulated = simulated;
  }

  ReceivingPicture paint(WarehouseDesk desk) {
    ReceivingState state = desk.receiving().state();
    Card card = desk.receiving().card();
    List<OpenOrder> orders = client.openOrders(state.warehouse());
    List<Entry> history = client.history(Outbox.HISTORY);
    List<ReceiveGoods> own = standing(history, state);
    Optional<OpenOrder> open =
        state.order().flatMap(n -> orders.stream().filter(o -> o.number().equals(n)).findFirst());
    List<ReceiptLine> lines = lines(state, open, own);
    boolean blind = state.order().isEmpty() && !lines.isEmpty();
    return new ReceivingPicture(
        queue(orders, blindUnits(own)),
        state.order().map(Reference::code).or(() -> Optional.of(ReceivingPicture.BLIND)),
        state.order().isPresent() || blind
            ? Optional.of(header(state, open, lines))
            : Optional.empty(),
        lines,
        decision(card),
        step(card),
        desk.receiving().undoable() > 0,
        history.stream()
            .filter(entry -> entry.fate() != Entry.Fate.WAITING)
            .map(entry -> entry.envelope().id().toString())
            .toList(),
        simulated
            ? new SimulatedGoods(client.catalogue(), clock).offered(state, orders)
            : List.of());
  }

  /// Receipts of today at this desk that were neither undone nor refused, oldest first.
  private List<ReceiveGoods> standing(List<Entry> history, ReceivingState state) {
    Instant today = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    Set<CommandId> undone = new HashSet<>();
    List<ReceiveGoods> own = new ArrayList<>();
    for (Entry entry : history) {
      boolean counts = entry.fate() == Entry.Fate.WAITING || entry.fate() == Entry.Fate.ACCEPTED;
      if (counts && entry.envelope().command() instanceof UndoCommand undo) {
        undone.add(undo.undone());
      } else if (counts
          && !entry.addedAt().isBefore(today)
          && !undone.contains(entry.envelope().id())
          && entry.envelope().command() instanceof ReceiveGoods receive
          && receive.warehouse().equals(state.warehouse())) {
        own.add(receive);
      }
    }
    return own.reversed();
  }

  private static long blindUnits(List<ReceiveGoods> own) {
    return own.stream()
        .filter(receive -> receive.purchaseOrder().isEmpty())
        .mapToLong(receive -> receive.quantity().units())
        .sum();
  }

  private static List<QueueEntry> queue(List<OpenOrder> orders, long blind) {
    List<QueueEntry> begun = new ArrayList<>();
    List<QueueEntry> expected = new ArrayList<>();
    for (OpenOrder order : orders) {
      long received = order.lines().stream().mapToLong(OrderLine::received).sum();
      QueueEntry entry =
          new QueueEntry(
              order.number().code(),
              received > 0 ? QueueEntry.Group.IN_PROGRESS : QueueEntry.Group.EXPECTED,
              order.number().code(),
              order.supplier(),
              order.expectedOn().map(DAY::format).orElse(""),
              received,
              order.lines().stream().mapToLong(OrderLine::ordered).sum());
      (received > 0 ? begun : expected).add(entry);
    }
    begun.addAll(expected);
    begun.add(
        new QueueEntry(
            ReceivingPicture.BLIND,
            QueueEntry.Group.BLIND,
            "No order",
            "Today at this desk",
            "F2",
            blind,
            0));
    return begun;
  }

  private List<ReceiptLine> lines(
      ReceivingState state, Optional<OpenOrder> open, List<ReceiveGoods> own) {
    List<ReceiptLine> lines = new ArrayList<>();
    for (OrderLine line : open.map(OpenOrder::lines).orElse(List.of())) {
      lines.add(
          new ReceiptLine(
              line.sku().code(),
              lines.size() + 1,
              line.name(),
              line.sku(),
              OptionalLong.of(line.ordered()),
              line.received(),
              progress(line),
              ""));
    }
    Map<Sku, Long> others = new LinkedHashMap<>();
    for (ReceiveGoods receive : own) {
      boolean here = receive.purchaseOrder().equals(state.order());
      if (here && open.flatMap(order -> order.line(receive.sku())).isEmpty()) {
        others.merge(receive.sku(), receive.quantity().units(), Long::sum);
      }
    }
    boolean blind = state.order().isEmpty();
    others.forEach(
        (sku, units) ->
            lines.add(
                new ReceiptLine(
                    sku.code(),
                    lines.size() + 1,
                    client.catalogue().product(sku).map(Product::name).orElse(sku.code()),
                    sku,
                    OptionalLong.empty(),
                    units,
                    blind ? ReceiptLine.State.DONE : ReceiptLine.State.EXTRA,
                    blind ? "Received" : "")));
    return lines;
  }

  private static ReceiptLine.State progress(OrderLine line) {
    if (line.received() > line.ordered()) {
      return ReceiptLine.State.OVER;
    }
    return line.open() == 0 ? ReceiptLine.State.DONE : ReceiptLine.State.OPEN;
  }

  private static ReceiptHeader header(
      ReceivingState state, Optional<OpenOrder> open, List<ReceiptLine> lines) {
    String staged =
        state.staging().map(LocationCode::code).map(code -> "To " + code).orElse("To the dock");
    return new ReceiptHeader(
        state.order().map(Reference::code).orElse("No order"),
        open.map(OpenOrder::supplier).orElse(state.order().isPresent() ? "" : "Today at this desk"),
        open.flatMap(OpenOrder::expectedOn)
            .map(day -> staged + " · expected " + DAY.format(day))
            .orElse(staged),
        lines.stream().mapToLong(ReceiptLine::received).sum(),
        open.map(o -> OptionalLong.of(o.lines().stream().mapToLong(OrderLine::ordered).sum()))
            .orElse(OptionalLong.empty()),
        "pieces",
        (int) lines.stream().filter(l -> l.state() != ReceiptLine.State.OPEN).count(),
        lines.size());
  }

  private Optional<Decision> decision(Card card) {
    Wording words = client.wording();
    return card.question()
        .map(
            question ->
                new Decision(
                    words.headline(question.subject()),
                    words.say(question.reason()),
                    question.answers().stream()
                        .flatMap(action -> answer(action, words).stream())
                        .toList()));
  }

  private static Optional<Decision.Option> answer(Card.Action action, Wording words) {
    String consequence = action.detail().map(words::say).orElse("");
    return action.input() instanceof Input.Press(Key key)
        ? Optional.of(new Decision.Option(key.name(), words.say(action.label()), consequence))
        : Optional.empty();
  }

  /// While a question is open the goods that come next are named all the same: scanning them leaves
  /// it.
  private Instruction step(Card card) {
    Wording words = client.wording();
    Text instruction =
        switch (card.prompt().means()) {
          case SCAN, TOUCH -> card.prompt().instruction();
          case DECIDE -> Text.of(ReceivingPhrase.SCAN_PRODUCT);
        };
    return Instruction.scan(
        words.say(instruction), card.prompt().detail().map(words::say).orElse(""));
  }
}
