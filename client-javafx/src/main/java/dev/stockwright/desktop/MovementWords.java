package dev.stockwright.desktop;

import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How movements read on the stock screen.
final class MovementWords {
  /// What the column "last movement" says of the usual reasons; another reason says itself.
  private static final Map<String, String> VERBS =
      Map.of(
          "receipt", "received",
          "shipment", "shipped",
          "transfer", "transferred",
          "count", "counted");

  private MovementWords() {}

  /// In the list of all: which product.
  static MovementLine ofAll(Event.StockMoved moved, String product) {
    return new MovementLine(moved.n(), moved.at(), product, way(moved) + who(moved), change(moved));
  }

  /// In the list of one product.
  static MovementLine ofOne(Event.StockMoved moved) {
    String who = who(moved).substring(3);
    return new MovementLine(moved.n(), moved.at(), way(moved), who, change(moved));
  }

  /// Such as `received +12`.
  static String brief(Event.StockMoved moved) {
    String reason = moved.reason().code();
    if (moved.reverses() != 0) {
      return "undone " + change(moved);
    }
    return VERBS.getOrDefault(reason, reason.replace('_', ' ')) + " " + change(moved);
  }

  private static String way(Event.StockMoved moved) {
    String from = place(moved.from());
    return from.substring(0, 1).toUpperCase(Locale.ROOT)
        + from.substring(1)
        + " to "
        + place(moved.to());
  }

  private static String place(LocationCode location) {
    return VirtualLocation.is(location)
        ? location.code().toLowerCase(Locale.ROOT).replace('_', ' ')
        : location.code();
  }

  private static String who(Event.StockMoved moved) {
    return Stream.concat(
            Stream.of(moved.by().code(), moved.device().code()),
            moved.reference().map(Reference::code).stream())
        .collect(Collectors.joining(" · ", " · ", ""));
  }

  private static String change(Event.StockMoved moved) {
    long change = moved.after() - moved.before();
    if (change == 0) {
      return Figures.of(moved.quantity());
    }
    return (change > 0 ? "+" : "−") + Figures.of(Math.abs(change));
  }
}
