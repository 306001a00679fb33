package dev.stockwright.server.receiving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.Asn;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What may be taken in, and in which condition it then is. Pure.
final class ReceiptRules {
  private ReceiptRules() {}

  /// The condition of goods: as somebody says; damaged when they are; quarantine when they must be
  /// inspected.
  ///
  /// @param inspected everything of the supplier is inspected
  static Condition condition(
      ProductCard card, Optional<Condition> said, Optional<ReasonCode> damage, boolean inspected) {
    if (said.isPresent()) {
      return said.get();
    }
    if (damage.isPresent()) {
      return Condition.DAMAGED;
    }
    return inspected || card.inspected() ? Condition.QUARANTINE : Condition.AVAILABLE;
  }

  /// Damaged goods are not good at the same time, and what must be inspected is not free at once.
  static Optional<Refusal> contradiction(
      Condition condition, Optional<ReasonCode> damage, boolean inspected) {
    if (condition != Condition.AVAILABLE || (damage.isEmpty() && !inspected)) {
      return Optional.empty();
    }
    String expected = damage.isPresent() ? "damaged, quarantine or hold" : "quarantine";
    return Optional.of(new DocumentRefusal.Mismatch("condition", expected, condition.code()));
  }

  /// Why a piece cannot have come: it is here already.
  static Optional<Refusal> pieceHere(Delivered goods, List<Pile> here) {
    Map<String, Pile> byLot =
        here.stream()
            .collect(
                Collectors.toMap(
                    pile -> pile.key().lot(), Function.identity(), (first, other) -> first));
    return goods.piles().stream()
        .map(pile -> byLot.get(pile.lot()))
        .filter(pile -> pile != null && pile.onHand() > 0)
        .findFirst()
        .map(
            pile ->
                new Refusal.SerialAlreadyHere(
                    new SerialNumber(pile.key().lot()),
                    goods.card().sku(),
                    pile.key().location(),
                    Optional.empty()));
  }

  /// How much of each loose line of a notice has come with these goods, by line. A line that names
  /// the lot or piece goes before one that does not; what was not announced is left out.
  static Map<Integer, Long> announced(Asn asn, Delivered goods) {
    Map<String, List<Asn.Line>> lines =
        asn.lines().stream()
            .filter(line -> line.handlingUnit().isEmpty())
            .filter(line -> line.sku().equals(goods.card().sku()))
            .collect(Collectors.groupingBy(Asn.Line::lot));
    Map<Integer, Long> come = new TreeMap<>();
    for (Delivered.Pile pile : goods.piles()) {
      long left = pile.units();
      for (String lot : pile.lot().isEmpty() ? List.of("") : List.of(pile.lot(), "")) {
        for (Asn.Line line : lines.getOrDefault(lot, List.of())) {
          long before = come.getOrDefault(line.line(), 0L);
          long part = Math.min(left, Math.max(0, line.announced() - line.received() - before));
          if (part > 0) {
            come.put(line.line(), before + part);
            left -= part;
          }
        }
      }
    }
    return come;
  }

  /// Why nothing can be taken into a receipt; empty when it is open and of this sort.
  static Optional<Refusal> open(Receipt receipt, boolean returned) {
    DocumentKind kind = receipt.returned() ? DocumentKind.RETURN : DocumentKind.RECEIPT;
    if (!receipt.open()) {
      return Optional.of(new DocumentRefusal.WrongState(kind, receipt.number(), "closed", "open"));
    }
    return receipt.returned() == returned
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.Mismatch(
                "document", returned ? "a return" : "a receipt", kind.words()));
  }
}
