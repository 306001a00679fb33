package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.PortalSession;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.GatherReceipt;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the function keys of the receiving desk do with a whole receipt.
final class DockKeys {
  private final ClientCore client;

  DockKeys(ClientCore client) {
    this.client = client;
  }

  private Optional<OpenOrder> order(ReceivingState state) {
    return client.openOrders(state.warehouse()).stream()
        .filter(open -> state.order().equals(Optional.of(open.number())))
        .findFirst();
  }

  /// F11: the gate reads for the receipt of a lane.
  Outcome gate(LaneWork lane, DeskGate gate, PortalSession session) {
    ReceivingState state = lane.session().state();
    return gate.press(session, order(state), state.staging());
  }

  /// F12: ends the receipt; what came without an order becomes one that can be matched.
  Outcome finish(LaneWork lane) {
    ReceivingState state = lane.session().state();
    boolean blind = state.against() instanceof ReceivingState.Nothing && state.onto().isEmpty();
    if (!blind || lane.session().asked().isPresent()) {
      return lane.choose(Key.DONE);
    }
    if (received(state).isEmpty()) {
      return said(Signal.REJECT, DockPhrase.NOTHING_BLIND, DockPhrase.SCAN_PRODUCT);
    }
    Command gather = new GatherReceipt(state.warehouse(), Optional.empty(), Optional.empty());
    return keep(
        List.of(gather), said(Signal.DONE, DockPhrase.BLIND_GATHERED, DockPhrase.FIND_ITS_ORDER));
  }

  /// F10: what of this receipt waits at the dock becomes put-away tasks. Asks the server.
  Outcome release(LaneWork lane) {
    ReceivingState state = lane.session().state();
    Set<Sku> mine = received(state);
    order(state).ifPresent(order -> order.lines().stream().map(OrderLine::sku).forEach(mine::add));
    Reply<List<Command>> staged = staged(state, mine);
    if (!(staged instanceof Reply.Ok<List<Command>>(List<Command> tasks))) {
      return said(Signal.REJECT, FloorPhrase.NOT_ANSWERED, DockPhrase.RELEASE_LATER);
    }
    return tasks.isEmpty()
        ? said(Signal.REJECT, DockPhrase.NOTHING_TO_RELEASE, DockPhrase.SENT_FIRST)
        : keep(
            tasks,
            Outcome.of(
                Signal.DONE,
                client.wording().say(Text.of(FloorPhrase.RELEASED_ALL, (long) tasks.size())),
                client.wording().say(Text.of(DockPhrase.SCAN_PRODUCT))));
  }

  private Reply<List<Command>> staged(ReceivingState state, Set<Sku> mine) {
    List<Command> tasks = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      switch (client.queries().listing(Listing.STAGED, state.warehouse(), after.get())) {
        case Reply.Ok<Page<Map<String, Object>>>(Page<Map<String, Object>> page) -> {
          page.items().stream()
              .map(sent -> ListRows.release(state.warehouse(), sent))
              .filter(task -> mine.contains(task.sku()) && here(state, task))
              .forEach(tasks::add);
          after = page.next();
        }
        case Reply.Failed<Page<Map<String, Object>>> failed -> {
          return new Reply.Failed<>(failed.trouble());
        }
      }
    }
    return new Reply.Ok<>(tasks);
  }

  private static boolean here(ReceivingState state, OpenPutAway task) {
    return state.staging().isEmpty() || state.staging().get().equals(task.at());
  }

  /// The products that this desk has received for the document of the lane.
  private Set<Sku> received(ReceivingState state) {
    Set<Sku> products = new HashSet<>();
    for (Entry entry : client.history(Outbox.HISTORY)) {
      boolean counts = entry.fate() == Entry.Fate.WAITING || entry.fate() == Entry.Fate.ACCEPTED;
      if (counts
          && entry.envelope().command() instanceof ReceiveGoods goods
          && goods.warehouse().equals(state.warehouse())
          && goods.purchaseOrder().equals(state.order())) {
        products.add(goods.sku());
      }
    }
    return products;
  }

  private Outcome keep(List<Command> commands, Outcome done) {
    for (Command command : commands) {
      if (client.add(command, false) instanceof Added.NotSaved not) {
        return Outcome.of(Signal.SYSTEM, not.sentence(), "");
      }
    }
    return done;
  }

  private Outcome said(Signal signal, Phrase headline, Phrase detail) {
    return Outcome.of(
        signal, client.wording().say(Text.of(headline)), client.wording().say(Text.of(detail)));
  }
}
