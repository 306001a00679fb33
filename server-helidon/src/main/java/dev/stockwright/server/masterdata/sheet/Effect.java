package dev.stockwright.server.masterdata.sheet;

import dev.stockwright.protocol.Refusal;
import java.util.List;

/// What a row would do.
public sealed interface Effect {
  /// It is new.
  ///
  /// @param cells all of them
  record Create(List<String> cells) implements Effect {
    public Create {
      cells = List.copyOf(cells);
    }
  }

  /// It changes what is there.
  ///
  /// @param version of what is there
  /// @param guarded something that rules or the desk look at changes: only under the lock of the
  ///     warehouses
  record Change(List<String> cells, long version, boolean guarded) implements Effect {
    public Change {
      cells = List.copyOf(cells);
    }
  }

  /// It is so already.
  record Same() implements Effect {}

  /// It cannot be.
  ///
  /// @param field the column that is to blame
  record Faulty(String field, Refusal why) implements Effect {}
}
