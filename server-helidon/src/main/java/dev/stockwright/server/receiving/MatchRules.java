package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.ReceivingCommand.MatchedLine;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.PurchaseOrder;
import dev.stockwright.server.purchasing.PurchaseRules;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which goods of a receipt without an order may count for one. Pure.
final class MatchRules {
  private MatchRules() {}

  /// Goods of a line that are matched with no order yet, or a part of them.
  record Left(int line, Sku sku, long units) {}

  /// What becomes of a match.
  sealed interface Outcome {
    /// These count for the order.
    record Fits(List<Left> parts) implements Outcome {
      public Fits {
        parts = List.copyOf(parts);
      }

      /// By product, as the order counts them.
      Map<Sku, Long> units() {
        Map<Sku, Long> units = new LinkedHashMap<>();
        parts.forEach(part -> units.merge(part.sku(), part.units(), Long::sum));
        return units;
      }
    }

    record Not(Refusal why) implements Outcome {}
  }

  /// Judges a match as the receipt of the same goods would be: not beyond the tolerance.
  ///
  /// @param lines what is meant; everything that the order still takes when empty
  static Outcome match(
      Receipt receipt, PurchaseOrder order, List<Left> left, List<MatchedLine> lines) {
    Optional<Refusal> wrong =
        kind(receipt)
            .or(() -> PurchaseRules.open(order))
            .or(() -> left.isEmpty() ? Optional.of(matched(receipt)) : Optional.empty());
    if (wrong.isPresent()) {
      return new Outcome.Not(wrong.get());
    }
    return lines.isEmpty() ? all(order, left) : said(order, left, lines);
  }

  private static Optional<Refusal> kind(Receipt receipt) {
    return receipt.kind() == Receipt.Kind.UNANNOUNCED
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "document", "a receipt without an order", "one of " + receipt.kind().code()));
  }

  private static Refusal matched(Receipt receipt) {
    return new DocumentRefusal.WrongState(
        DocumentKind.RECEIPT, receipt.number(), "matched", "unmatched, at least in part");
  }

  private static Outcome said(PurchaseOrder order, List<Left> left, List<MatchedLine> lines) {
    List<Left> parts = new ArrayList<>();
    for (MatchedLine each : lines) {
      Optional<Left> of = left.stream().filter(one -> one.line() == each.line()).findFirst();
      if (of.isEmpty()) {
        List<String> open = left.stream().map(one -> "" + one.line()).limit(20).toList();
        return new Outcome.Not(
            new DocumentRefusal.OutOfRange(
                "line", "one of " + String.join(", ", open), "" + each.line()));
      }
      Quantity wanted = each.quantity();
      if (wanted.units() > of.get().units()) {
        return new Outcome.Not(
            new DocumentRefusal.OutOfRange(
                "quantity of line " + each.line(),
                of.get().units() + " or fewer, so many are unmatched",
                "" + wanted.units()));
      }
      parts.add(new Left(each.line(), of.get().sku(), wanted.units()));
    }
    Outcome.Fits fits = new Outcome.Fits(parts);
    return fits.units().entrySet().stream()
        .flatMap(of -> beyond(order, of.getKey(), of.getValue()).stream())
        .findFirst()
        .<Outcome>map(Outcome.Not::new)
        .orElse(fits);
  }

  /// As much of each line as the order takes; of a blind order whole lines, or the rest would tell
  /// how much was expected.
  private static Outcome all(PurchaseOrder order, List<Left> left) {
    Map<Sku, Long> taken = new LinkedHashMap<>();
    List<Left> parts = new ArrayList<>();
    for (Left each : left) {
      long room = room(order, each.sku()) - taken.getOrDefault(each.sku(), 0L);
      long units = order.blind() && room < each.units() ? 0 : Math.min(room, each.units());
      if (units > 0) {
        taken.merge(each.sku(), units, Long::sum);
        parts.add(new Left(each.line(), each.sku(), units));
      }
    }
    return parts.isEmpty() ? new Outcome.Not(nothing(order, left)) : new Outcome.Fits(parts);
  }

  /// How many more of a product the order takes.
  static long room(PurchaseOrder order, Sku sku) {
    return order.line(sku).map(line -> Math.max(0, line.most() - line.received())).orElse(0L);
  }

  private static Refusal nothing(PurchaseOrder order, List<Left> left) {
    Left known =
        left.stream()
            .filter(each -> order.line(each.sku()).isPresent())
            .findFirst()
            .orElse(left.getFirst());
    return beyond(order, known.sku(), known.units())
        .orElseGet(() -> new Refusal.NotOnOrder(order.number(), known.sku()));
  }

  private static Optional<Refusal> beyond(PurchaseOrder order, Sku sku, long units) {
    return PurchaseRules.receive(order, sku, units, order.blind());
  }
}
