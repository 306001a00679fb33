package dev.stockwright.client.replica;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What event `n` adds to goods in a place, or takes from them when below 0.
record GoodsMove(long n, BalanceKey key, long units) {

  /// What events did to the places of a warehouse; empty when one of them does not say it, because
  /// this app does not know its kind or because it is hidden from those who count.
  static Optional<List<GoodsMove>> of(List<Numbered> events) {
    List<GoodsMove> moves = new ArrayList<>();
    for (Numbered numbered : events) {
      if (numbered.event().isEmpty() || hidden(numbered.event().get())) {
        return Optional.empty();
      }
      if (numbered.event().get() instanceof Event.StockMoved moved) {
        add(moves, moved, moved.from(), -moved.quantity());
        add(moves, moved, moved.to(), moved.quantity());
      }
    }
    return Optional.of(moves);
  }

  private static boolean hidden(Event event) {
    return event instanceof Event.DocumentChanged changed
        && changed.document() == DocumentKind.OTHER
        && changed.number().code().equals("hidden");
  }

  private static void add(
      List<GoodsMove> moves, Event.StockMoved moved, LocationCode end, long units) {
    if (!VirtualLocation.is(end)) {
      moves.add(new GoodsMove(moved.n(), BalanceKey.of(moved, end), units));
    }
  }
}
