package dev.stockwright.desktop;

import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.protocol.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the stream said last of each product, in words. Changed on the worker's thread, read on
/// any.
final class LastMovements {
  /// Products of which the last movement is remembered.
  private static final int REMEMBERED_MAX = 20_000;

  private final Supplier<Wording> wording;
  private final Map<StockRow.Key, String> brief =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Event.StockMoved> heard = new ArrayList<>();

  LastMovements(Supplier<Wording> wording) {
    this.wording = wording;
  }

  static StockRow.Key key(Event.StockMoved moved) {
    return new StockRow.Key(moved.level().warehouse(), moved.sku());
  }

  /// Such as `received +12`; empty when nothing was said.
  String of(StockRow.Key product) {
    return brief.getOrDefault(product, "");
  }

  /// Those of a product, newest first.
  List<Event.StockMoved> heardOf(StockRow.Key product) {
    return heard.reversed().stream().filter(each -> key(each).equals(product)).toList();
  }

  void clear() {
    brief.clear();
    heard.clear();
  }

  /// Another language is spoken.
  void sayAnew() {
    brief.clear();
    heard.forEach(this::name);
  }

  void remember(Event.StockMoved moved) {
    name(moved);
    if (brief.size() > REMEMBERED_MAX) {
      brief.keySet().stream().findFirst().ifPresent(brief::remove);
    }
    heard.add(moved);
    if (heard.size() > StockChanges.HEARD_MAX) {
      heard.removeFirst();
    }
  }

  private void name(Event.StockMoved moved) {
    brief.remove(key(moved));
    brief.put(key(moved), new MovementWords(wording.get()).brief(moved));
  }
}
