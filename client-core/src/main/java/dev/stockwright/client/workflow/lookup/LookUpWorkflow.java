package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.lookup.LookUpState.OfGoods;
import dev.stockwright.client.workflow.lookup.LookUpState.OfOrder;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPaper;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPlace;
import dev.stockwright.client.workflow.lookup.LookUpState.OfSeveral;
import dev.stockwright.client.workflow.lookup.LookUpState.OfUnit;
import dev.stockwright.client.workflow.lookup.LookUpState.Subject;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looking something up: one scan shows what the device knows of it, the next one takes its place.
/// Nothing is recorded here. Every step is drawn in `docs/workflows/look-up-steps.md`.
public final class LookUpWorkflow implements Workflow<LookUpState> {
  @Override
  public Step<LookUpState> seen(LookUpState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods -> goods(state, goods, scene);
      case Sighting.AtPlace at -> shown(state, new OfPlace(at.place().code()), scene);
      case Sighting.Unit unit -> unit(state, unit, scene);
      case Sighting.Document document ->
          shown(state, new OfOrder(document.order().number()), scene);
      case Sighting.Paper paper -> shown(state, new OfPaper(paper.number(), paper.kind()), scene);
      case Sighting.Ambiguous many -> several(state, many);
      case Sighting.Tags tags -> tags(state, tags, scene);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Step<LookUpState> goods(LookUpState state, Sighting.Goods goods, Scene scene) {
    Optional<LotCode> lot =
        goods.product().serialTracked()
            ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
            : goods.label().lot();
    return shown(state, new OfGoods(goods.product().sku(), lot), scene);
  }

  private static Step<LookUpState> unit(LookUpState state, Sighting.Unit unit, Scene scene) {
    OfUnit subject = new OfUnit(unit.unit());
    boolean known =
        unit.known().isPresent() || LookUpCard.announced(subject, scene.books()).isPresent();
    return known
        ? shown(state, subject, scene)
        : mistaken(
            state,
            Said.of(
                Text.of(WorkingPhrase.NOT_KNOWN, unit.unit()),
                Text.of(
                    scene.books().asOf().isPresent()
                        ? LookUpPhrase.SCAN_OTHER
                        : LookUpPhrase.NO_FIGURES)));
  }

  /// Tags of one product are as good as its barcode.
  private static Step<LookUpState> tags(LookUpState state, Sighting.Tags tags, Scene scene) {
    List<Product> products =
        tags.read().stream().flatMap(tag -> tag.product().stream()).distinct().toList();
    return products.size() == 1
        ? shown(state, new OfGoods(products.getFirst().sku(), Optional.empty()), scene)
        : unwanted(state, tags);
  }

  private static Step<LookUpState> several(LookUpState state, Sighting.Ambiguous many) {
    List<Sku> skus =
        many.products().stream().map(PackedProduct::product).map(Product::sku).distinct().toList();
    return new Step.Asked<>(
        state.at(new OfSeveral(many.text(), skus)),
        Said.of(
            Text.of(WorkingPhrase.SEVERAL_PRODUCTS, Words.shown(many.text()), skus.size()),
            Text.of(LookUpPhrase.CHOOSE)));
  }

  private static Step<LookUpState> shown(LookUpState state, Subject subject, Scene scene) {
    return new Step.Asked<>(state.at(subject), found(subject, scene));
  }

  /// In one line what the card says at length.
  private static Said found(Subject subject, Scene scene) {
    boolean counted = scene.books().asOf().isPresent();
    return switch (subject) {
      case OfGoods goods -> {
        Text name = LookUpCard.name(goods.sku(), scene.books());
        long units = LookUpCard.units(LookUpCard.balances(goods, scene.books()));
        Said said =
            Said.of(
                counted && units == 0
                    ? Text.of(LookUpPhrase.NOT_HERE, name)
                    : Text.of(LookUpPhrase.FOUND, name));
        yield counted ? said.value(Text.of(CommonPhrase.AS_IS, units)) : said;
      }
      case OfPlace at -> {
        long products = LookUpCard.products(scene.books().in(at.place()));
        yield Said.of(
            !counted
                ? Text.of(LookUpPhrase.FOUND, at.place())
                : products == 0
                    ? Text.of(LookUpPhrase.EMPTY, at.place())
                    : Text.of(LookUpPhrase.HOLDS, at.place(), products));
      }
      case OfUnit unit -> Said.of(Text.of(LookUpPhrase.FOUND, unit.unit()));
      case OfOrder order -> Said.of(Text.of(LookUpPhrase.FOUND, order.order()));
      case OfPaper paper -> Said.of(Text.of(LookUpPhrase.FOUND, paper.number()));
      case OfSeveral many -> Said.of(Text.of(LookUpPhrase.FOUND, Words.shown(many.text())));
    };
  }

  @Override
  public Step<LookUpState> given(LookUpState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Point point -> pointed(state, point.what(), scene);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Keyed keyed -> nothing(state);
      case Input.Because because -> nothing(state);
    };
  }

  /// A line of the card: a product where places are looked at, a place where products are.
  private static Step<LookUpState> pointed(LookUpState state, String what, Scene scene) {
    Optional<Subject> product =
        named(what, Sku::new)
            .flatMap(scene.books()::product)
            .map(found -> new OfGoods(found.sku(), Optional.empty()));
    Optional<Subject> place =
        named(what, LocationCode::new)
            .flatMap(scene.books()::place)
            .map(found -> new OfPlace(found.code()));
    Optional<Subject> order =
        named(what, Reference::new)
            .filter(number -> LookUpCard.order(number, scene.books()).isPresent())
            .map(OfOrder::new);
    boolean ofGoods = state.shown().filter(OfGoods.class::isInstance).isPresent();
    Optional<Subject> chosen =
        ofGoods ? place.or(() -> order).or(() -> product) : product.or(() -> place).or(() -> order);
    return chosen
        .map(subject -> shown(state, subject, scene))
        .orElseGet(() -> mistaken(state, gone(what)));
  }

  private static Said gone(String what) {
    return Said.of(Text.of(LookUpPhrase.GONE, what), Text.of(LookUpPhrase.SCAN_OTHER));
  }

  private static <T> Optional<T> named(String text, Function<String, T> noun) {
    try {
      return Optional.of(noun.apply(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<LookUpState> pressed(LookUpState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    boolean offered =
        LookUpCard.of(state, scene).more().stream()
            .anyMatch(action -> action.input().equals(new Input.Press(key)));
    if (offered) {
      return leave(state, key, scene);
    }
    boolean opens = state.shown().filter(LookUpWorkflow::isDocument).isPresent();
    return opens && (key == Key.OK || key == Key.DONE)
        ? away(state, Activity.HOME, scene)
        : nothing(state);
  }

  private static Step<LookUpState> leave(LookUpState state, Key key, Scene scene) {
    return switch (key) {
      case ADJUST -> away(state, Activity.ADJUST, scene);
      case MOVE -> away(state, Activity.MOVE, scene);
      case COUNT -> away(state, Activity.COUNT, scene);
      default -> nothing(state); // no other key is on the card
    };
  }

  private static boolean isDocument(Subject subject) {
    return subject instanceof OfOrder || subject instanceof OfPaper;
  }

  /// What is shown is handed on as if it had been scanned there.
  private static Step<LookUpState> away(LookUpState state, Activity next, Scene scene) {
    Optional<Sighting> seen = state.shown().flatMap(subject -> sighting(subject, scene));
    return seen.isEmpty()
        ? mistaken(state, gone(state.shown().map(LookUpCard::code).orElse("")))
        : new Step.Left<>(
            state,
            Said.of(Text.of(WorkingPhrase.OPENING, state.shown().map(LookUpCard::code).orElse(""))),
            next,
            seen);
  }

  private static Optional<Sighting> sighting(Subject subject, Scene scene) {
    return switch (subject) {
      case OfGoods goods ->
          scene
              .books()
              .product(goods.sku())
              .map(
                  product ->
                      new Sighting.Goods(
                          product,
                          PackLevel.EACH,
                          label(product, goods.lot()),
                          LookUpCard.incoming(goods.sku(), scene.books()),
                          Optional.empty()));
      case OfPlace at -> scene.books().place(at.place()).map(Sighting.AtPlace::new);
      case OfUnit unit ->
          Optional.of(new Sighting.Unit(unit.unit(), scene.books().unit(unit.unit())));
      case OfOrder order ->
          LookUpCard.order(order.order(), scene.books()).map(Sighting.Document::new);
      case OfPaper paper -> Optional.of(new Sighting.Paper(paper.number(), paper.kind()));
      case OfSeveral many -> Optional.empty();
    };
  }

  private static Label label(Product product, Optional<LotCode> lot) {
    return product.serialTracked()
        ? new Label(
            Optional.empty(),
            lot.map(LotCode::code).map(SerialNumber::new),
            Optional.empty(),
            Optional.empty(),
            1)
        : new Label(lot, Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  @Override
  public Optional<Watched> watched(LookUpState state) {
    return state.shown().flatMap(LookUpMoves::watched);
  }

  /// To what was looked at before; at the beginning the activity is left.
  private static Step<LookUpState> back(LookUpState state) {
    LookUpState before = state.back();
    return before
        .shown()
        .<Step<LookUpState>>map(
            subject ->
                new Step.Asked<>(
                    before, Said.of(Text.of(LookUpPhrase.BACK_AT, LookUpCard.code(subject)))))
        .orElseGet(() -> new Step.Left<>(before, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED))));
  }

  private static Step<LookUpState> nothing(LookUpState state) {
    return mistaken(
        state, Said.of(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), LookUpCard.instruction(state)));
  }

  private static Step<LookUpState> unwanted(LookUpState state, Sighting seen) {
    return mistaken(state, Unwanted.said(seen, LookUpCard.instruction(state)));
  }

  private static Step<LookUpState> mistaken(LookUpState state, Said said) {
    return new Step.Mistaken<>(state, said);
  }

  @Override
  public Card card(LookUpState state, Scene scene) {
    return LookUpCard.of(state, scene);
  }
}
