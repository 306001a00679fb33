package dev.stockwright.client;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.Optional;

/// Values that many tests use.
public final class Samples {
  public static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  public static final WarehouseCode SOUTH = new WarehouseCode("SOUTH");
  public static final DeviceId DESK = new DeviceId("DESK-1");
  public static final Origin ANA =
      new Origin(Optional.of(new Operator("ana")), Optional.of("]C10109501101530003"), false);

  private Samples() {}

  public static ReceiveGoods receive(String sku, long units) {
    return new ReceiveGoods(
        NORTH,
        new Sku(sku),
        new Quantity(units),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A scan at 08:00 of a code without structure.
  public static Scan scan(String text) {
    return Scan.ofText(text, new DeviceId("SCANNER-1"), Instant.parse("2026-11-20T08:00:00Z"));
  }

  public static Envelope saved(Added added) {
    return switch (added) {
      case Added.Saved saved -> saved.envelope();
      case Added.NotSaved notSaved -> throw new AssertionError(notSaved.sentence());
    };
  }
}
