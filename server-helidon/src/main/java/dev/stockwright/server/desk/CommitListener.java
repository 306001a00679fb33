package dev.stockwright.server.desk;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// Told after each commit. Called on a writer's thread, so it hands over and returns. Two writers
/// may tell about one warehouse in either order; the numbers say which is first.
public interface CommitListener {
  /// These events of one warehouse are durable; their numbers follow each other.
  void committed(WarehouseCode warehouse, long epoch, List<Event> events);
}
