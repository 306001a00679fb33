package dev.stockwright.simulator.crash;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A device with an outbox: numbers its commands, keeps what is unanswered, sends it again after a
/// restart with the same ids. Thread-safe. Every command moves stock in a known number of movements
/// (2 for a transfer, else 1).
final class CrashDevice {
  static final List<WarehouseCode> WAREHOUSES =
      List.of(new WarehouseCode("NORTH"), new WarehouseCode("EAST"));
  static final LocationCode BIN = new LocationCode("A-01");
  static final int PRODUCTS = 20;

  /// Unanswered commands at one time.
  private static final int WINDOW = 8;

  private final DeviceId id;
  private final SplittableRandom random;
  private final Map<CommandId, Envelope> unanswered = new LinkedHashMap<>();
  private final Map<CommandId, Answer> acknowledged = new HashMap<>();
  private long sequence;

  CrashDevice(int number, long seed) {
    this.id = new DeviceId("handheld-" + number);
    this.random = new SplittableRandom(seed + number);
  }

  static Sku sku(int product) {
    return new Sku("C-" + product);
  }

  DeviceId id() {
    return id;
  }

  /// New commands up to the window; they are in the outbox before anybody sends them.
  synchronized List<Envelope> fill() {
    List<Envelope> fresh = new ArrayList<>();
    while (unanswered.size() < WINDOW) {
      Envelope envelope = envelope();
      unanswered.put(envelope.id(), envelope);
      fresh.add(envelope);
    }
    return fresh;
  }

  /// Everything unanswered, oldest first.
  synchronized List<Envelope> pending() {
    return List.copyOf(unanswered.values());
  }

  /// Takes an answer; true when it was final and new.
  synchronized boolean settle(Answer answer) {
    if (answer instanceof Answer.Deferred || unanswered.remove(answer.id()) == null) {
      return false;
    }
    acknowledged.put(answer.id(), answer);
    return true;
  }

  /// A device that says "done" when it has sent: what it believes is not what is true.
  synchronized void believe(CommandId command) {
    if (unanswered.remove(command) != null) {
      acknowledged.put(command, new Answer.Accepted(command, List.of()));
    }
  }

  synchronized boolean owns(CommandId command) {
    return unanswered.containsKey(command);
  }

  /// What was acknowledged so far, with the answers.
  synchronized Map<CommandId, Answer> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /// How many were acknowledged so far.
  synchronized int answered() {
    return acknowledged.size();
  }

  private Envelope envelope() {
    CommandId command =
        CommandId.timeOrdered(1_780_000_000_000L, random.nextLong(), random.nextLong());
    return new Envelope(
        command,
        id,
        ++sequence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        command());
  }

  private Command command() {
    WarehouseCode here = WAREHOUSES.get(random.nextInt(2));
    Sku sku = sku(random.nextInt(PRODUCTS));
    Quantity quantity = new Quantity(1 + random.nextInt(3));
    return switch (random.nextInt(8)) {
      case 0 ->
          new MoveStock(
              here,
              sku,
              quantity,
              SiteFill.DOCK,
              BIN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case 1 ->
          new AdjustStock(
              here,
              sku,
              -quantity.units(),
              Optional.of(new ReasonCode("count")),
              Optional.of(SiteFill.DOCK),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case 2 ->
          new TransferStock(
              here,
              WAREHOUSES.get(here.equals(WAREHOUSES.getFirst()) ? 1 : 0),
              sku,
              quantity,
              Optional.of(SiteFill.DOCK),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      default ->
          new ReceiveGoods(
              here,
              sku,
              quantity,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }
}
