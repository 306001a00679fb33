package dev.stockwright.client.replica;

import dev.stockwright.client.known.Balance;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Which goods where; a lot, handling unit or owner that is none is empty. In the server's order:
/// part by part, each by its bytes.
record BalanceKey(
    String sku, String location, String lot, String handlingUnit, String condition, String owner)
    implements Comparable<BalanceKey> {

  static BalanceKey of(Balance balance) {
    return new BalanceKey(
        balance.sku().code(),
        balance.location().code(),
        balance.lot().map(LotCode::code).orElse(""),
        balance.unit().map(HandlingUnit::code).orElse(""),
        balance.condition().code(),
        balance.owner());
  }

  /// The goods of a movement at one of its ends; they are ours.
  static BalanceKey of(Event.StockMoved moved, LocationCode end) {
    return new BalanceKey(
        moved.sku().code(),
        end.code(),
        moved.lot().map(LotCode::code).orElse(""),
        moved.handlingUnit().map(HandlingUnit::code).orElse(""),
        moved.condition().code(),
        "");
  }

  private List<String> parts() {
    return List.of(sku, location, lot, handlingUnit, condition, owner);
  }

  @Override
  public int compareTo(BalanceKey other) {
    for (int i = 0; i < parts().size(); i++) {
      int order =
          Arrays.compareUnsigned(
              parts().get(i).getBytes(StandardCharsets.UTF_8),
              other.parts().get(i).getBytes(StandardCharsets.UTF_8));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
