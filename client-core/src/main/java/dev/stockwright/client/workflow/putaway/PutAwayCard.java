package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.putaway.PutAwayState.Because;
import dev.stockwright.client.workflow.putaway.PutAwayState.Bring;
import dev.stockwright.client.workflow.putaway.PutAwayState.Expired;
import dev.stockwright.client.workflow.putaway.PutAwayState.Put;
import dev.stockwright.client.workflow.putaway.PutAwayState.Untasked;
import dev.stockwright.vocabulary.LocationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the screen shows while goods are put away.
final class PutAwayCard {
  /// Of what waits, so many are shown.
  private static final int WAITING_SHOWN = 5;

  /// Bins to choose from instead.
  private static final int OTHERS_SHOWN = 3;

  private PutAwayCard() {}

  static Card of(PutAwayState state, Scene scene) {
    Optional<Held> current = Held.route(state, scene).stream().findFirst();
    Card card =
        Card.of(
                Text.of(PutAwayPhrase.TITLE),
                new Card.Prompt(
                    state.phase() instanceof Bring ? Card.Means.SCAN : Card.Means.DECIDE,
                    instruction(state, scene),
                    current.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Text.of(PutAwayPhrase.SCAN_BIN_OR_MORE))))
            .question(question(state, scene))
            .rows(rows(state, scene));
    return current.map(held -> card(card, held, state, scene)).orElse(card);
  }

  private static Card card(Card card, Held held, PutAwayState state, Scene scene) {
    int hands = state.cart().size();
    Card shown = hands > 1 ? card.context(Text.of(PutAwayPhrase.SO_MANY_IN_HAND, hands)) : card;
    return shown
        .plate(plate(held, state, scene))
        .goods(Optional.of(goods(held, scene.books())))
        .hint(hint(held, scene))
        .more(state.phase() instanceof Bring ? actions(held, scene) : List.of());
  }

  /// What is to be done next.
  static Text instruction(PutAwayState state, Scene scene) {
    return switch (state.phase()) {
      case Because because -> Text.of(PutAwayPhrase.CHOOSE_REASON);
      case Expired expired -> Text.of(PutAwayPhrase.EXPIRED_REASON);
      case Untasked untasked -> Text.of(PutAwayPhrase.NO_TASK_REASON);
      case Bring bring ->
          Held.route(state, scene).stream()
              .findFirst()
              .map(
                  held ->
                      held.target(scene)
                          .map(bin -> Text.of(PutAwayPhrase.SCAN_BIN, bin))
                          .orElseGet(() -> Text.of(PutAwayPhrase.SCAN_ANY_BIN)))
              .orElseGet(() -> Text.of(PutAwayPhrase.SCAN_UNIT_OR_GOODS));
    };
  }

  private static Optional<Card.Plate> plate(Held held, PutAwayState state, Scene scene) {
    return held.target(scene)
        .map(
            bin ->
                new Card.Plate(
                    Text.of(PutAwayPhrase.TO),
                    bin.code(),
                    state.done().stream().findFirst().map(put -> put.to().code()),
                    scene
                        .books()
                        .place(bin)
                        .map(Place::zone)
                        .filter(zone -> !zone.isEmpty())
                        .map(zone -> Text.of(PutAwayPhrase.ZONE, zone)),
                    false));
  }

  private static Card.Goods goods(Held held, Books books) {
    PutAwayTask task = held.task();
    Text from =
        task.sku()
            .map(sku -> Text.of(PutAwayPhrase.TAKEN_FROM, sku, task.place()))
            .orElseGet(() -> Text.of(PutAwayPhrase.UNIT_FROM, content(held, books), task.place()));
    return new Card.Goods(
        held.name(books),
        task.lot().map(lot -> Text.of(PutAwayPhrase.LOT_OF, from, lot)).orElse(from),
        Optional.of(
            new Card.Amount(
                Optional.of(held.units()),
                held.part() ? Optional.of(task.left()) : Optional.empty(),
                held.product(books).map(product -> GoodsPhrase.unit(product, held.units())),
                false)));
  }

  /// What is on a handling unit: the product, when it is one.
  private static Text content(Held held, Books books) {
    List<String> names =
        held.task().unit().flatMap(books::unit).map(KnownUnit::contents).orElse(List.of()).stream()
            .map(each -> each.product().name())
            .distinct()
            .toList();
    return names.size() == 1
        ? Text.of(CommonPhrase.AS_IS, names.getFirst())
        : names.isEmpty()
            ? Text.of(PutAwayPhrase.ALL_ON_IT)
            : Text.of(PutAwayPhrase.SEVERAL_ON_IT, names.size());
  }

  /// Why this bin; or why not the one that was named.
  private static Optional<Text> hint(Held held, Scene scene) {
    if (held.load().instead().isPresent()) {
      return Optional.of(Text.of(PutAwayPhrase.YOUR_CHOICE));
    }
    Optional<LocationCode> target = held.target(scene);
    Optional<LocationCode> named = held.task().to();
    if (named.isPresent() && !named.equals(target)) {
      return scene
          .books()
          .place(named.get())
          .flatMap(place -> Takes.obstacle(held, place, scene))
          .or(() -> named.map(bin -> Text.of(PutAwayPhrase.NO_ROOM, bin)));
    }
    return Grounds.first(held.task().why());
  }

  private static List<Card.Action> actions(Held held, Scene scene) {
    List<Card.Action> actions = new ArrayList<>();
    if (!held.whole()) {
      actions.add(Card.Action.press(Icon.KEYPAD, Text.of(PutAwayPhrase.KEYPAD), Key.QUANTITY));
    }
    if (held.part()) {
      actions.add(
          Card.Action.press(
              Icon.ALL_DONE, Text.of(PutAwayPhrase.ALL, held.task().left()), Key.ALL));
    }
    actions.add(Card.Action.press(Icon.PLACE, Text.of(PutAwayPhrase.OTHER_PLACE), Key.OTHER_PLACE));
    if (held.target(scene).isPresent()) {
      actions.add(Card.Action.press(Icon.COUNT, Text.of(PutAwayPhrase.OCCUPIED), Key.OCCUPIED));
    }
    actions.add(Card.Action.press(Icon.LEAVE, Text.of(PutAwayPhrase.LEAVE_IT), Key.BACK));
    return actions;
  }

  private static List<Card.Row> rows(PutAwayState state, Scene scene) {
    List<Held> route = Held.route(state, scene);
    Stream<Card.Row> next =
        route.isEmpty()
            ? scene.books().putAways().stream()
                .filter(task -> !Held.taken(task, scene))
                .limit(WAITING_SHOWN)
                .map(task -> waiting(task, scene))
            : Stream.concat(
                route.stream().skip(1).map(held -> inHand(held, scene)),
                others(route.getFirst(), scene));
    return Stream.concat(next, state.done().stream().map(PutAwayCard::done)).toList();
  }

  private static Card.Row waiting(PutAwayTask task, Scene scene) {
    return new Card.Row(
        task.unit().isPresent() ? Icon.UNIT : Icon.PRODUCT,
        Text.of(CommonPhrase.AS_IS, Held.name(task, scene.books())),
        Optional.of(
            task.to()
                .map(bin -> Text.of(PutAwayPhrase.FROM_TO, task.place(), bin))
                .orElseGet(() -> Text.of(PutAwayPhrase.AT, task.place()))),
        Optional.of(Text.of(CommonPhrase.AS_IS, task.left())),
        Optional.of(new Input.Point(task.number().code())));
  }

  private static Card.Row inHand(Held held, Scene scene) {
    return new Card.Row(
        Icon.NEXT,
        held.target(scene)
            .map(bin -> Text.of(PutAwayPhrase.TO_BIN, bin, held.name(scene.books())))
            .orElseGet(() -> Text.of(CommonPhrase.AS_IS, held.name(scene.books()))),
        Optional.empty(),
        Optional.of(Text.of(CommonPhrase.AS_IS, held.units())),
        Optional.of(new Input.Point(held.load().task().code())));
  }

  private static Stream<Card.Row> others(Held held, Scene scene) {
    Optional<LocationCode> target = held.target(scene);
    return held.task().others().stream()
        .filter(bin -> target.filter(bin.location()::equals).isEmpty())
        .limit(OTHERS_SHOWN)
        .map(
            bin ->
                new Card.Row(
                    Icon.PLACE,
                    Text.of(PutAwayPhrase.OR_BIN, bin.location()),
                    Grounds.first(bin.why()),
                    Optional.empty(),
                    Optional.of(new Input.Point(bin.location().code()))));
  }

  private static Card.Row done(Put put) {
    return new Card.Row(
        Icon.DONE,
        Text.of(PutAwayPhrase.TO_BIN, put.to(), put.name()),
        Optional.empty(),
        Optional.of(Text.of(CommonPhrase.AS_IS, put.units())),
        Optional.empty());
  }

  /// Which of the goods have expired, and when.
  static Text expired(PutAwayTask task, Scene scene) {
    return Held.expired(task, scene).stream()
        .findFirst()
        .map(
            part ->
                Text.of(
                    PutAwayPhrase.EXPIRED,
                    Held.name(task, scene.books()),
                    part.lot().orElseThrow(),
                    Held.expiry(part, scene.books()).orElseThrow()))
        .orElseGet(() -> Text.of(CommonPhrase.AS_IS, Held.name(task, scene.books())));
  }

  private static Optional<Card.Question> question(PutAwayState state, Scene scene) {
    return switch (state.phase()) {
      case Bring bring -> Optional.empty();
      case Because because -> Optional.of(because(because, scene));
      case Expired expired ->
          Optional.of(
              asked(
                  Held.task(expired.task(), scene)
                      .map(task -> expired(task, scene))
                      .orElseGet(() -> Text.of(CommonPhrase.AS_IS, expired.task())),
                  PutAwayPhrase.EXPIRED_REASON,
                  Card.Action.press(
                      Icon.DAMAGED, Text.of(PutAwayPhrase.TO_QUARANTINE), Key.QUARANTINE),
                  Card.Action.press(Icon.LEAVE, Text.of(PutAwayPhrase.LEAVE_IT), Key.DISCARD)));
      case Untasked untasked ->
          Optional.of(
              asked(
                  Text.of(PutAwayPhrase.NO_TASK, untasked.offer().name(), untasked.offer().at()),
                  PutAwayPhrase.NO_TASK_REASON,
                  Card.Action.press(Icon.PUT_AWAY, Text.of(PutAwayPhrase.YES_PUT), Key.CONFIRM),
                  Card.Action.press(Icon.LEAVE, Text.of(PutAwayPhrase.LEAVE_IT), Key.DISCARD)));
    };
  }

  private static Card.Question asked(
      Text subject, PutAwayPhrase reason, Card.Action yes, Card.Action no) {
    return new Card.Question(
        subject, Text.of(reason), List.of(yes, no), Text.of(PutAwayPhrase.SCAN_LEAVES));
  }

  private static Card.Question because(Because because, Scene scene) {
    return new Card.Question(
        because
            .to()
            .map(bin -> Text.of(PutAwayPhrase.WHY_THERE, bin))
            .orElseGet(() -> Text.of(PutAwayPhrase.WHY_OTHER)),
        Text.of(PutAwayPhrase.CHOOSE_REASON),
        scene.books().reasons(Placing.USE).stream()
            .limit(Card.CHOICES_MAX)
            .map(
                reason ->
                    new Card.Action(
                        Icon.NEXT,
                        Text.of(CommonPhrase.AS_IS, reason.name()),
                        Optional.empty(),
                        new Input.Because(reason.code().code()),
                        false))
            .toList(),
        Text.of(PutAwayPhrase.SCAN_LEAVES));
  }
}
