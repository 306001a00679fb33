package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.receiving.ReceivingPhrase;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.receiving.LaneCard;
import dev.stockwright.desktop.receiving.QueueEntry;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.desktop.receiving.ReceiptLine;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws the receiving screen from what the device has kept: the catalogue's orders, its own
/// commands, the state of the session. Reads the store, so it belongs on the worker's thread.
final class ReceivingPainter {
  /// One answer more is to go on.
  private static final int LAST = 8;

  private final ClientCore client;
  private final ZoneId zone;
  private final InstantSource clock;
  private final DeskLanes bindings;
  private final boolean simulated;

  /// @param simulated whether to offer codes to scan
  ReceivingPainter(
      ClientCore client, ZoneId zone, InstantSource clock, DeskLanes bindings, boolean simulated) {
    this.bindings = bindings;
    this.client = client;
    this.zone = zone;
    this.clock = clock;
    this.simulated = simulated;
  }

  /// The picture of one lane, with the cards of all.
  ///
  /// @param lanes of the desk, in their order
  ReceivingPicture paint(List<LaneWork> lanes, LaneWork shown) {
    ReceivingState state = shown.session().state();
    boolean gate = shown.atGate();
    Card card = gate ? shown.gateCard() : shown.session().card();
    List<OpenOrder> orders = client.openOrders(state.warehouse());
    List<Entry> history = client.history(Outbox.HISTORY);
    List<ReceiveGoods> own = standing(history, state);
    Opened opened = opened(state, orders, own);
    Optional<ApprovalPicture> approval =
        ApprovalPicture.of(shown.session().asked(), card, client.wording());
    return new ReceivingPicture(
        shown.number(),
        cards(lanes, orders, own),
        queue(orders, blindUnits(own), opened(lanes)),
        state.order().map(Reference::code).or(() -> Optional.of(ReceivingPicture.BLIND)),
        opened.receipt(),
        opened.lines(),
        last(state),
        approval.isPresent() ? Optional.empty() : decision(card, state, gate),
        approval,
        approval.map(asked -> asked.instruction(client.wording())).orElseGet(() -> step(card)),
        gate ? Optional.of(GatePainter.paint(card, client.wording())) : Optional.empty(),
        shown.session().undoable() > 0,
        history.stream()
            .filter(entry -> entry.fate() != Entry.Fate.WAITING)
            .map(entry -> entry.envelope().id().toString())
            .toList(),
        simulated
            ? new SimulatedGoods(client.catalogue(), clock, client.wording()).offered(state, orders)
            : List.of());
  }

  /// What is open in one lane.
  private record Opened(Optional<ReceiptHeader> receipt, List<ReceiptLine> lines) {}

  private Opened opened(ReceivingState state, List<OpenOrder> orders, List<ReceiveGoods> own) {
    Optional<OpenOrder> open =
        state.order().flatMap(n -> orders.stream().filter(o -> o.number().equals(n)).findFirst());
    List<ReceiptLine> lines = lines(state, open, own);
    boolean blind = state.order().isEmpty() && !lines.isEmpty();
    return new Opened(
        state.order().isPresent() || blind
            ? Optional.of(header(state, open, lines))
            : Optional.empty(),
        lines);
  }

  private List<LaneCard> cards(
      List<LaneWork> lanes, List<OpenOrder> orders, List<ReceiveGoods> own) {
    return bindings.sideBySide()
        ? lanes.stream()
            .map(
                lane ->
                    new LaneCard(
                        lane.number(),
                        opened(lane.session().state(), orders, own).receipt(),
                        scanners(lane.number())))
            .toList()
        : List.of();
  }

  private String scanners(int lane) {
    return bindings.in(lane).stream()
        .map(source -> say(DockPhrase.SCANNER, DeskLanes.nameOf(source)))
        .collect(Collectors.joining(", "));
  }

  /// In which lane an order is open, where there are several.
  private Map<String, Integer> opened(List<LaneWork> lanes) {
    Map<String, Integer> opened = new HashMap<>();
    if (bindings.sideBySide()) {
      lanes
          .reversed()
          .forEach(
              lane ->
                  lane.session()
                      .state()
                      .order()
                      .ifPresent(order -> opened.put(order.code(), lane.number())));
    }
    return opened;
  }

  /// Of the receipt that is open: before the first scan there is none.
  private static Optional<String> last(ReceivingState state) {
    boolean begun =
        state.against() instanceof ReceivingState.Order order
            ? order.begun()
            : state.against() instanceof ReceivingState.Nothing;
    return state
        .last()
        .filter(_ -> begun)
        .flatMap(
            last ->
                last instanceof ReceivingState.LastGoods(var load)
                    ? Optional.of(load.sku().code())
                    : Optional.empty());
  }

  private String say(DockPhrase phrase, Object... parts) {
    return client.wording().say(Text.of(phrase, parts));
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

  private List<QueueEntry> queue(List<OpenOrder> orders, long blind, Map<String, Integer> opened) {
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
              note(order, opened),
              received,
              order.lines().stream().mapToLong(OrderLine::ordered).sum());
      (received > 0 ? begun : expected).add(entry);
    }
    begun.addAll(expected);
    begun.add(
        new QueueEntry(
            ReceivingPicture.BLIND,
            QueueEntry.Group.BLIND,
            say(DockPhrase.NO_ORDER),
            say(DockPhrase.TODAY_HERE),
            "F2",
            blind,
            0));
    return begun;
  }

  private String note(OpenOrder order, Map<String, Integer> opened) {
    return Optional.ofNullable(opened.get(order.number().code()))
        .map(lane -> say(DockPhrase.LANE, lane))
        .or(() -> order.expectedOn().map(client.wording()::day))
        .orElse("");
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
                    blind ? say(DockPhrase.RECEIVED) : "")));
    return lines;
  }

  private static ReceiptLine.State progress(OrderLine line) {
    if (line.received() > line.ordered()) {
      return ReceiptLine.State.OVER;
    }
    return line.open() == 0 ? ReceiptLine.State.DONE : ReceiptLine.State.OPEN;
  }

  private ReceiptHeader header(
      ReceivingState state, Optional<OpenOrder> open, List<ReceiptLine> lines) {
    String staged =
        state
            .staging()
            .map(place -> say(DockPhrase.TO_PLACE, place))
            .orElseGet(() -> say(DockPhrase.TO_DOCK));
    return new ReceiptHeader(
        state.order().map(Reference::code).orElseGet(() -> say(DockPhrase.NO_ORDER)),
        open.map(OpenOrder::supplier)
            .orElseGet(() -> state.order().isPresent() ? "" : say(DockPhrase.TODAY_HERE)),
        open.flatMap(OpenOrder::expectedOn)
            .map(day -> say(DockPhrase.EXPECTED_ON, staged, day))
            .orElse(staged),
        lines.stream().mapToLong(ReceiptLine::received).sum(),
        open.map(o -> OptionalLong.of(o.lines().stream().mapToLong(OrderLine::ordered).sum()))
            .orElse(OptionalLong.empty()),
        say(DockPhrase.PIECES),
        (int) lines.stream().filter(l -> l.state() != ReceiptLine.State.OPEN).count(),
        lines.size());
  }

  /// What a receipt is closed with is asked like a question: close it, or say of a line that the
  /// rest does not come any more.
  private Decision closing(Card card) {
    Wording words = client.wording();
    List<Decision.Option> options = new ArrayList<>();
    card.primary().flatMap(action -> answer(action, words)).ifPresent(options::add);
    for (Card.Row row : card.rows()) {
      if (row.input().orElse(null) instanceof Input.Point(String line) && options.size() < LAST) {
        String lacking = row.value().map(words::say).orElse("");
        options.add(
            new Decision.Option(
                LaneWork.LINE + line,
                words.say(row.head()) + " " + lacking,
                row.detail().map(words::say).orElse("")));
      }
    }
    options.add(new Decision.Option(Key.BACK.name(), say(DockPhrase.GO_ON_RECEIVING), ""));
    return new Decision(
        words.headline(card.prompt().instruction()), say(DockPhrase.CLOSE_WHY), options);
  }

  private Optional<Decision> decision(Card card, ReceivingState state, boolean gate) {
    if (!gate && state.phase() instanceof ReceivingState.Closing) {
      return Optional.of(closing(card));
    }
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
          case SCAN, TOUCH, PIN -> card.prompt().instruction();
          case DECIDE -> Text.of(ReceivingPhrase.SCAN_PRODUCT);
        };
    return Instruction.scan(
        words.say(instruction), card.prompt().detail().map(words::say).orElse(""));
  }
}
