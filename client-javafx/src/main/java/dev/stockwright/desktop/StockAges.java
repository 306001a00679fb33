package dev.stockwright.desktop;

import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.stock.Freshness;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How old the stock on the screen is.
record StockAges(StockPages pages, InstantSource clock, Supplier<Wording> wording) {
  /// Each warehouse has its own age; the oldest of those that do not follow is said, and which.
  Freshness of(Stocks shown) {
    Optional<Instant> loaded = pages.loadedFromServer();
    List<WarehouseCode> stale = new ArrayList<>();
    Optional<Instant> since = Optional.empty();
    boolean copy = pages.fellBack() && pages.online();
    for (StockReplica stock : shown.all()) {
      var now = stock.freshness();
      Optional<Instant> heardLast =
          now.asOf().filter(at -> loaded.filter(at::isBefore).isEmpty()).or(() -> loaded);
      if (heardLast.isEmpty()) {
        return new Freshness.Failed(wording.get().say(Text.of(StockPhrase.NOT_LOADED_YET)));
      }
      if (copy || !now.live()) {
        stale.add(stock.warehouse());
        since = since.filter(at -> at.isBefore(heardLast.get())).or(() -> heardLast);
      }
    }
    if (since.isEmpty()) {
      return new Freshness.Live();
    }
    Instant oldest = since.get();
    Instant present = clock.instant();
    Duration age =
        oldest.isAfter(present)
            ? Duration.ZERO
            : Duration.between(oldest, present).truncatedTo(ChronoUnit.MINUTES);
    if (copy) {
      return new Freshness.Copy(oldest.truncatedTo(ChronoUnit.MINUTES), age);
    }
    boolean some = stale.size() < shown.all().size();
    return new Freshness.Stale(oldest, age, some ? stale : List.of());
  }
}
