package dev.stockwright.simulator.stack;

import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Commands that receive one piece each, as an integration sends them: without numbers. Belongs to
/// one thread.
public final class Receipts {
  private static final DeviceId SENDER = new DeviceId("integration");

  private final WarehouseCode warehouse;
  private final int products;
  private final SplittableRandom random;

  public Receipts(WarehouseCode warehouse, int products, long seed) {
    this.warehouse = warehouse;
    this.products = products;
    this.random = new SplittableRandom(seed);
  }

  public List<Envelope> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> envelope()).toList();
  }

  /// The body of `POST /api/v1/commands`.
  public static String body(List<Envelope> envelopes) {
    return envelopes.stream()
        .map(Wire.ENVELOPE::text)
        .collect(Collectors.joining(",", "{\"envelopes\":[", "]}"));
  }

  private Envelope envelope() {
    return new Envelope(
        CommandId.timeOrdered(1_780_000_000_000L, random.nextLong(), random.nextLong()),
        SENDER,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        new ReceiveGoods(
            warehouse,
            CodedSite.sku(random.nextInt(products)),
            new Quantity(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
