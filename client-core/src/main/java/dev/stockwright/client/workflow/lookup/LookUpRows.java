package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of what is looked up.
final class LookUpRows {
  private LookUpRows() {}

  /// Where a product lies, what comes, and how it is packed.
  static List<Card.Row> ofGoods(
      Sku sku, List<Balance> balances, List<OpenOrder> orders, Books books) {
    List<Card.Row> rows = new ArrayList<>();
    balances.forEach(balance -> rows.add(ofBalance(balance)));
    orders.forEach(order -> rows.add(incoming(order, sku, books.asOf().isPresent())));
    books
        .product(sku)
        .ifPresent(
            product ->
                books.packs(sku).stream()
                    .filter(pack -> pack.units() > 1)
                    .forEach(pack -> rows.add(pack(product, pack))));
    return rows;
  }

  private static Card.Row ofBalance(Balance balance) {
    return new Card.Row(
        Icon.PLACE,
        Text.of(CommonPhrase.AS_IS, balance.location()),
        particulars(balance),
        Optional.of(Text.of(CommonPhrase.AS_IS, balance.units())),
        Optional.of(new Input.Point(balance.location().code())));
  }

  static Card.Row inPlace(Balance balance, Books books) {
    return new Card.Row(
        Icon.PRODUCT,
        LookUpCard.name(balance.sku(), books),
        particulars(balance),
        Optional.of(Text.of(CommonPhrase.AS_IS, balance.units())),
        Optional.of(new Input.Point(balance.sku().code())));
  }

  /// Lot, expiry, handling unit and condition, where there is something to be said of them.
  private static Optional<Text> particulars(Balance balance) {
    return both(
        both(
            balance.lot().map(lot -> Text.of(LookUpPhrase.LOT, lot)),
            balance.expiry().map(day -> Text.of(LookUpPhrase.EXPIRES, day))),
        both(
            balance.unit().map(unit -> Text.of(LookUpPhrase.ON_UNIT, unit)),
            condition(balance.condition())));
  }

  private static Optional<Text> both(Optional<Text> one, Optional<Text> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(Text.of(LookUpPhrase.BOTH, one.get(), other.get()))
        : one.or(() -> other);
  }

  private static Optional<Text> condition(Condition condition) {
    return switch (condition) {
      case AVAILABLE -> Optional.empty();
      case QUARANTINE -> Optional.of(Text.of(LookUpPhrase.QUARANTINE));
      case DAMAGED -> Optional.of(Text.of(LookUpPhrase.DAMAGED));
      case HOLD -> Optional.of(Text.of(LookUpPhrase.ON_HOLD));
    };
  }

  private static Card.Row incoming(OpenOrder order, Sku sku, boolean told) {
    return new Card.Row(
        Icon.RECEIVE,
        Text.of(LookUpPhrase.COMES_WITH, order.number(), order.supplier()),
        order.expectedOn().map(day -> Text.of(LookUpPhrase.EXPECTED_ON, day)),
        told
            ? Optional.of(Text.of(CommonPhrase.PLUS, LookUpCard.open(order, sku)))
            : Optional.empty(),
        Optional.of(new Input.Point(order.number().code())));
  }

  private static Card.Row pack(Product product, PackLevel pack) {
    return new Card.Row(
        Icon.PACK,
        GoodsPhrase.packs(pack, 1),
        Optional.of(GoodsPhrase.unit(product, pack.units())),
        Optional.of(Text.of(CommonPhrase.AS_IS, pack.units())),
        Optional.empty());
  }

  static Card.Row content(KnownUnit.Content content) {
    return new Card.Row(
        Icon.PRODUCT,
        Text.of(CommonPhrase.AS_IS, content.product().name()),
        both(
            content.lot().map(lot -> Text.of(LookUpPhrase.LOT, lot)),
            condition(content.condition())),
        Optional.of(Text.of(CommonPhrase.AS_IS, content.units())),
        Optional.of(new Input.Point(content.product().sku().code())));
  }

  static Card.Row line(Notice.Line line) {
    return new Card.Row(
        Icon.PRODUCT,
        Text.of(CommonPhrase.AS_IS, line.name()),
        line.lot().map(lot -> Text.of(LookUpPhrase.LOT, lot)),
        line.announced().map(units -> Text.of(CommonPhrase.AS_IS, units)),
        Optional.of(new Input.Point(line.sku().code())));
  }
}
