package dev.stockwright.server.stream;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Set;

/// Who is at the other end of a session.
public interface Caller {
  /// The person or program.
  Operator operator();

  /// The thing in their hands; it has one session at a time.
  DeviceId device();

  /// The warehouses that they may follow.
  Set<WarehouseCode> warehouses();

  /// Whether they must not see how much there is, because they count it.
  default boolean blind() {
    return false;
  }

  /// Whether their sign-in still stands. Asked about once a minute; may read the database. When it
  /// throws, the question is asked again later and the session goes on.
  boolean alive();
}
