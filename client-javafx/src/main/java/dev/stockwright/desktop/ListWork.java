package dev.stockwright.desktop;

import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// A list on whose rows something can be done. `read` waits for the server; the others return at
/// once.
interface ListWork {
  Reply<Page<ListRow>> read(WarehouseCode here);

  /// Enter on a row.
  void open(WarehouseCode here, String row);

  /// What was asked about a row is answered.
  ///
  /// @param row empty: about all
  void choose(WarehouseCode here, String row, String option);

  /// Something was scanned while this list was in front.
  void scanned(WarehouseCode here, Optional<String> row, Scan scan);
}
