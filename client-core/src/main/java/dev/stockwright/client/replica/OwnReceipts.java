package dev.stockwright.client.replica;

import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this device has received that an order, read from the server a while ago, does not count
/// yet; so that progress and tolerance are right between two reads and in a dead spot. A receipt
/// counts until the order was read after its answer. All methods are synchronized on this.
public final class OwnReceipts implements OutboxListener {
  private static final int RECEIPTS_MAX = 5_000;

  private static final class Receipt {
    private final ReceiveGoods command;
    private Instant answeredAt = Instant.MAX;
    private Optional<CommandId> undoneBy = Optional.empty();

    Receipt(ReceiveGoods command) {
      this.command = command;
    }
  }

  private final Map<CommandId, Receipt> receipts = new LinkedHashMap<>();
  private final OwnArrivals arrivals = new OwnArrivals();
  private final InstantSource clock;

  public OwnReceipts(Outbox outbox, InstantSource clock) {
    this.clock = clock;
    outbox.listen(this);
    List<Entry> entries = new ArrayList<>(outbox.newest(RECEIPTS_MAX));
    for (Entry entry : entries.reversed()) {
      added(entry.envelope());
      entry.answer().ifPresent(answer -> settled(entry, answer));
    }
  }

  /// The order with what this device knows better.
  public synchronized OpenOrder brought(OpenOrder order) {
    List<OrderLine> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      lines.add(line.plus(since(order.number(), line.sku(), order.readAt())));
    }
    return new OpenOrder(
        order.number(), order.supplier(), order.expectedOn(), lines, order.readAt());
  }

  /// Whether it is sure which receipts an order that was just read has in it: none of this device
  /// was under way since it was asked for. An unsure one must be read again, or a receipt could
  /// count twice.
  public synchronized boolean certain(OpenOrder read) {
    return receipts.values().stream()
        .filter(r -> r.command.purchaseOrder().filter(read.number()::equals).isPresent())
        .noneMatch(r -> r.answeredAt.isAfter(read.readAt()));
  }

  private long since(Reference order, Sku sku, Instant readAt) {
    return receipts.values().stream()
        .filter(r -> r.undoneBy.isEmpty() && answeredAfter(r, readAt))
        .filter(r -> r.command.sku().equals(sku))
        .filter(r -> r.command.purchaseOrder().filter(order::equals).isPresent())
        .mapToLong(r -> r.command.quantity().units())
        .sum();
  }

  /// To the millisecond, which is what is kept of the time of a reading.
  private static boolean answeredAfter(Receipt receipt, Instant readAt) {
    return receipt.answeredAt.isAfter(readAt.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
  }

  /// How that piece was received on this device, if it was.
  public synchronized Optional<EarlierReceipt> received(Sku sku, SerialNumber serial) {
    return arrivals.of(sku, serial);
  }

  /// How that handling unit was received on this device, whole or goods onto it, if it was.
  public synchronized Optional<EarlierReceipt> received(HandlingUnit unit) {
    return arrivals.of(unit);
  }

  @Override
  public synchronized void added(Envelope envelope) {
    arrivals.added(envelope, envelope.occurredAt().orElseGet(clock::instant));
    if (envelope.command() instanceof ReceiveGoods receive) {
      receipts.putIfAbsent(envelope.id(), new Receipt(receive));
      trim();
    } else if (envelope.command() instanceof UndoCommand undo) {
      arrivals.undone(undo.undone(), envelope.id());
      Receipt undone = receipts.get(undo.undone());
      if (undone != null && undone.undoneBy.isEmpty()) {
        undone.undoneBy = Optional.of(envelope.id());
      }
    }
  }

  @Override
  public synchronized void settled(Envelope envelope, Answer answer) {
    settled(envelope, answer, clock.instant());
  }

  private synchronized void settled(Entry entry, Answer answer) {
    settled(entry.envelope(), answer, entry.answeredAt().orElse(entry.addedAt()));
  }

  private void settled(Envelope envelope, Answer answer, Instant at) {
    switch (answer) {
      case Answer.Accepted accepted -> {
        Receipt receipt = receipts.get(accepted.id());
        if (receipt != null) {
          receipt.answeredAt = at;
        }
      }
      case Answer.Refused refused -> {
        receipts.remove(refused.id());
        arrivals.refused(refused.id());
        if (envelope.command() instanceof UndoCommand undo) {
          arrivals.undoRefused(undo.undone(), refused.id());
          Receipt kept = receipts.get(undo.undone());
          if (kept != null && kept.undoneBy.equals(Optional.of(refused.id()))) {
            kept.undoneBy = Optional.empty();
          }
        }
      }
      case Answer.Deferred deferred -> {
        // not judged
      }
    }
  }

  private void trim() {
    Iterator<Receipt> oldest = receipts.values().iterator();
    while (receipts.size() > RECEIPTS_MAX && oldest.hasNext()) {
      if (!oldest.next().answeredAt.equals(Instant.MAX)) {
        oldest.remove();
      }
    }
  }
}
