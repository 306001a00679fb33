package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.lookup.LookUpState.OfGoods;
import dev.stockwright.client.workflow.lookup.LookUpState.OfOrder;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPaper;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPlace;
import dev.stockwright.client.workflow.lookup.LookUpState.OfSeveral;
import dev.stockwright.client.workflow.lookup.LookUpState.OfUnit;
import dev.stockwright.client.workflow.lookup.LookUpState.Subject;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the screen shows of what is looked up. Nothing is said of how much there is when the books
/// do not tell it.
final class LookUpCard {
  private LookUpCard() {}

  static Card of(LookUpState state, Scene scene) {
    Card card =
        Card.of(
                Text.of(LookUpPhrase.TITLE),
                new Card.Prompt(
                    state.shown().filter(OfSeveral.class::isInstance).isPresent()
                        ? Card.Means.TOUCH
                        : Card.Means.SCAN,
                    instruction(state),
                    state.shown().isEmpty()
                        ? Optional.of(Text.of(LookUpPhrase.SCAN_DETAIL))
                        : Optional.empty()))
            .hint(unknown(scene));
    Card filled = state.shown().map(subject -> filled(card, subject, scene)).orElse(card);
    return age(scene).map(age -> aged(filled, age)).orElse(filled);
  }

  /// How old it is stands where nothing makes it give way.
  private static Card aged(Card card, Text age) {
    return card.context(
        card.context().map(other -> Text.of(LookUpPhrase.BOTH, age, other)).orElse(age));
  }

  static Text instruction(LookUpState state) {
    return state
        .shown()
        .map(
            subject ->
                Text.of(
                    subject instanceof OfSeveral ? LookUpPhrase.CHOOSE : LookUpPhrase.SCAN_NEXT))
        .orElseGet(() -> Text.of(LookUpPhrase.SCAN));
  }

  /// On line figures are as of now, which need not be said.
  private static Optional<Text> age(Scene scene) {
    return scene
        .books()
        .asOf()
        .filter(time -> !scene.online())
        .map(time -> Text.of(LookUpPhrase.AS_OF, time));
  }

  private static Optional<Text> unknown(Scene scene) {
    return scene.books().asOf().isPresent()
        ? Optional.empty()
        : Optional.of(Text.of(LookUpPhrase.NO_FIGURES));
  }

  private static Card filled(Card card, Subject subject, Scene scene) {
    Card now = filled(card, subject, scene.books());
    List<Card.Row> rows = new ArrayList<>(now.rows());
    rows.addAll(LookUpMoves.rows(subject, scene.books()));
    return now.rows(rows).hint(now.hint().or(() -> LookUpMoves.untold(subject, scene)));
  }

  private static Card filled(Card card, Subject subject, Books books) {
    return switch (subject) {
      case OfGoods goods -> goods(card, goods, books);
      case OfPlace at -> place(card, at, books);
      case OfUnit unit -> unit(card, unit, books);
      case OfOrder order -> LookUpPapers.order(card, order, books);
      case OfPaper paper -> LookUpPapers.paper(card, paper, books);
      case OfSeveral many ->
          card.rows(many.skus().stream().map(sku -> product(sku, books)).toList());
    };
  }

  /// What it is called, as a code.
  static String code(Subject subject) {
    return switch (subject) {
      case OfGoods goods -> goods.sku().code();
      case OfPlace at -> at.place().code();
      case OfUnit unit -> unit.unit().code();
      case OfOrder order -> order.order().code();
      case OfPaper paper -> paper.number().code();
      case OfSeveral many -> Words.shown(many.text());
    };
  }

  private static Card goods(Card card, OfGoods goods, Books books) {
    List<Balance> balances = balances(goods, books);
    List<OpenOrder> orders = incoming(goods.sku(), books);
    boolean told = books.asOf().isPresent();
    return card.goods(
            Optional.of(
                new Card.Goods(
                    books.product(goods.sku()).map(Product::name).orElse(goods.sku().code()),
                    goods
                        .lot()
                        .map(
                            lot ->
                                Text.of(
                                    LookUpPhrase.BOTH, goods.sku(), Text.of(LookUpPhrase.LOT, lot)))
                        .orElseGet(() -> Text.of(CommonPhrase.AS_IS, goods.sku())),
                    Optional.empty())))
        .figures(told ? figures(balances, orders, goods, books) : List.of())
        .rows(LookUpRows.ofGoods(goods.sku(), balances, orders, books))
        .more(actions(true, true));
  }

  private static List<Card.Figure> figures(
      List<Balance> balances, List<OpenOrder> orders, OfGoods goods, Books books) {
    long held =
        units(
            balances.stream()
                .filter(balance -> balance.condition() != Condition.AVAILABLE)
                .toList());
    long open = orders.stream().mapToLong(order -> open(order, goods.sku())).sum();
    List<Card.Figure> figures = new ArrayList<>();
    figures.add(figure(units(balances), LookUpPhrase.ON_HAND));
    // Nothing is promised of one lot, so that of the product says nothing of it.
    OptionalLong free = goods.lot().isEmpty() ? books.available(goods.sku()) : OptionalLong.empty();
    free.ifPresent(units -> figures.add(figure(units, LookUpPhrase.AVAILABLE)));
    figures.add(figure(held, LookUpPhrase.HELD));
    figures.add(figure(open, LookUpPhrase.INCOMING));
    return figures;
  }

  private static Card.Figure figure(long value, LookUpPhrase label) {
    return new Card.Figure(Text.of(CommonPhrase.AS_IS, value), Text.of(label));
  }

  private static Card place(Card card, OfPlace at, Books books) {
    List<Balance> balances = books.in(at.place());
    Card shown =
        card.plate(
                Optional.of(
                    new Card.Plate(
                        Text.of(LookUpPhrase.HERE),
                        at.place().code(),
                        Optional.empty(),
                        books
                            .place(at.place())
                            .filter(place -> !place.zone().isEmpty())
                            .map(place -> Text.of(LookUpPhrase.ZONE, place.zone())),
                        true)))
            .figures(
                books.asOf().isPresent()
                    ? List.of(
                        figure(units(balances), LookUpPhrase.ON_HAND),
                        figure(products(balances), LookUpPhrase.PRODUCTS))
                    : List.of())
            .rows(balances.stream().map(balance -> LookUpRows.inPlace(balance, books)).toList())
            .more(actions(true, true));
    return books.place(at.place()).map(place -> shown.context(gate(place.gate()))).orElse(shown);
  }

  private static Text gate(Place.Gate gate) {
    if (!gate.active()) {
      return Text.of(LookUpPhrase.NOT_USED);
    }
    if (!gate.lockedIn() && !gate.lockedOut()) {
      return Text.of(LookUpPhrase.OPEN_PLACE);
    }
    Text locked =
        Text.of(
            gate.lockedIn() && gate.lockedOut()
                ? LookUpPhrase.LOCKED
                : gate.lockedIn() ? LookUpPhrase.NOTHING_IN : LookUpPhrase.NOTHING_OUT);
    return gate.reason().map(why -> Text.of(LookUpPhrase.BECAUSE, locked, why)).orElse(locked);
  }

  private static Card unit(Card card, OfUnit subject, Books books) {
    Optional<KnownUnit> unit = books.unit(subject.unit());
    Optional<Notice> notice = announced(subject, books);
    Text where =
        unit.flatMap(KnownUnit::at)
            .map(place -> Text.of(LookUpPhrase.STANDS_AT, place))
            .or(() -> notice.map(each -> Text.of(LookUpPhrase.ANNOUNCED, each.number())))
            .orElseGet(() -> Text.of(LookUpPhrase.SEEN_NOWHERE));
    List<Card.Row> rows =
        unit.map(known -> known.contents().stream().map(LookUpRows::content).toList())
            .orElseGet(
                () ->
                    notice.map(each -> each.on(subject.unit())).orElse(List.of()).stream()
                        .map(LookUpRows::line)
                        .toList());
    return card.goods(Optional.of(new Card.Goods(subject.unit().code(), where, Optional.empty())))
        .rows(rows)
        .more(actions(false, false));
  }

  private static List<Card.Action> actions(boolean adjusts, boolean counts) {
    return List.of(
            action(adjusts, Icon.ADJUST, LookUpPhrase.ADJUST, Key.ADJUST),
            action(true, Icon.MOVE, LookUpPhrase.MOVE, Key.MOVE),
            action(counts, Icon.COUNT, LookUpPhrase.COUNT, Key.COUNT),
            action(true, Icon.LEAVE, LookUpPhrase.BACK, Key.BACK))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Card.Action> action(
      boolean offered, Icon icon, LookUpPhrase label, Key key) {
    return offered ? Optional.of(Card.Action.press(icon, Text.of(label), key)) : Optional.empty();
  }

  static Card.Row product(Sku sku, Books books) {
    return new Card.Row(
        Icon.PRODUCT,
        name(sku, books),
        Optional.of(Text.of(CommonPhrase.AS_IS, sku)),
        Optional.empty(),
        Optional.of(new Input.Point(sku.code())));
  }

  static Text name(Sku sku, Books books) {
    return Text.of(CommonPhrase.AS_IS, books.product(sku).map(Product::name).orElse(sku.code()));
  }

  /// The notice that a handling unit comes with.
  static Optional<Notice> announced(OfUnit subject, Books books) {
    return books.notices().stream()
        .filter(notice -> !notice.on(subject.unit()).isEmpty())
        .findFirst();
  }

  static Optional<OpenOrder> order(Reference number, Books books) {
    return books.orders().stream().filter(order -> order.number().equals(number)).findFirst();
  }

  /// The purchase orders of which some is still to come.
  static List<OpenOrder> incoming(Sku sku, Books books) {
    return books.orders().stream().filter(order -> open(order, sku) > 0).toList();
  }

  static long open(OpenOrder order, Sku sku) {
    return order.line(sku).map(line -> line.open()).orElse(0L);
  }

  /// What expires first comes first.
  static List<Balance> balances(OfGoods goods, Books books) {
    return books.of(goods.sku()).stream()
        .filter(balance -> goods.lot().isEmpty() || goods.lot().equals(balance.lot()))
        .sorted(Comparator.comparing(balance -> balance.expiry().orElse(LocalDate.MAX)))
        .toList();
  }

  static long units(List<Balance> balances) {
    return balances.stream().mapToLong(Balance::units).sum();
  }

  static long products(List<Balance> balances) {
    return balances.stream().map(Balance::sku).distinct().count();
  }
}
