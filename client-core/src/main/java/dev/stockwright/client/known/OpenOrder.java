package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An open purchase order of this warehouse.
///
/// @param readAt when the server was asked for it; what came later is not in it
public record OpenOrder(
    Reference number,
    String supplier,
    Optional<LocalDate> expectedOn,
    List<OrderLine> lines,
    Instant readAt) {
  public OpenOrder {
    lines = List.copyOf(lines);
  }

  public Optional<OrderLine> line(Sku sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  public long linesDone() {
    return lines.stream().filter(line -> line.open() == 0).count();
  }
}
