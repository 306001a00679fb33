package dev.stockwright.desktop;

import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Goods at the docks that nobody is to take away yet: each row, or all that are shown, can be
/// released, which makes put-away tasks of them.
final class StagedGoods implements ListWork {
  private final ListDesk desk;
  private final ListRows words;
  private final Map<String, OpenPutAway> known = new ConcurrentHashMap<>();

  StagedGoods(ListDesk desk, ListRows words) {
    this.desk = desk;
    this.words = words;
  }

  @Override
  public Reply<Page<ListRow>> read(WarehouseCode here) {
    known.clear();
    return ListDesk.all(
        after -> desk.client().queries().listing(Listing.STAGED, here, after),
        sent -> {
          ListRow row = words.staged(sent);
          known.put(row.id(), ListRows.release(here, sent));
          return row;
        });
  }

  @Override
  public void open(WarehouseCode here, String row) {
    Optional<OpenPutAway> of = Optional.ofNullable(known.get(row));
    of.ifPresent(
        release ->
            desk.keep(List.of(release), FloorPhrase.RELEASED, words.name(release.sku())));
  }

  /// What is shown is meant, on the thread of the screen.
  @Override
  public void choose(WarehouseCode here, String row, String option) {
    List<Command> all =
        desk.model().rows().stream()
            .flatMap(each -> Optional.ofNullable(known.get(each.id())).stream())
            .<Command>map(release -> release)
            .toList();
    desk.keep(all, FloorPhrase.RELEASED_ALL, (long) all.size());
  }

  /// A scan is work.
  @Override
  public void scanned(WarehouseCode here, Optional<String> row, Scan scan) {
    // the screen keeps scans of this list for the work
  }
}
