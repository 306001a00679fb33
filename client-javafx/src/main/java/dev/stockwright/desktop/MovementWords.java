package dev.stockwright.desktop;

import dev.stockwright.client.words.StockPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.WayTexts;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.stock.MovementLine;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.Reference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How movements read on the stock screen.
final class MovementWords {
  private final Wording wording;

  MovementWords(Wording wording) {
    this.wording = wording;
  }

  private String say(StockPhrase phrase, Object... parts) {
    return wording.say(Text.of(phrase, parts));
  }

  /// In the list of all: which product.
  ///
  /// @param where the warehouse, in a list of several; else empty
  MovementLine ofAll(Event.StockMoved moved, String product, String where) {
    String who = way(moved) + who(moved);
    return new MovementLine(where, moved.n(), moved.at(), product, who, change(moved));
  }

  /// In the list of one product.
  MovementLine ofOne(Event.StockMoved moved) {
    String who = who(moved).substring(3);
    return new MovementLine(moved.n(), moved.at(), way(moved), who, change(moved));
  }

  /// Such as `received +12`.
  String brief(Event.StockMoved moved) {
    String reason = moved.reason().code();
    if (moved.reverses() != 0) {
      return say(StockPhrase.UNDONE, change(moved));
    }
    return switch (reason) {
      case "receipt" -> say(StockPhrase.RECEIVED, change(moved));
      case "shipment" -> say(StockPhrase.SHIPPED, change(moved));
      case "transfer" -> say(StockPhrase.TRANSFERRED, change(moved));
      case "count" -> say(StockPhrase.COUNTED, change(moved));
      case "move" -> say(StockPhrase.MOVED, change(moved));
      default -> say(StockPhrase.OTHER_REASON, reason.replace('_', ' '), change(moved));
    };
  }

  private String way(Event.StockMoved moved) {
    return wording.say(WayTexts.of(moved.from(), moved.to()));
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
