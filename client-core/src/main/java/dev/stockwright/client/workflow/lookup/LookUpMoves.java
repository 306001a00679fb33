package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.WayTexts;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.lookup.LookUpState.OfGoods;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPlace;
import dev.stockwright.client.workflow.lookup.LookUpState.OfUnit;
import dev.stockwright.client.workflow.lookup.LookUpState.Subject;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has moved last of what is looked up, and what is to move.
final class LookUpMoves {
  private LookUpMoves() {}

  /// What is to be followed while it is on the screen.
  static Optional<Watched> watched(Subject subject) {
    return switch (subject) {
      case OfGoods goods -> Optional.of(new Watched.Goods(goods.sku(), goods.lot()));
      case OfUnit unit -> Optional.of(new Watched.Unit(unit.unit()));
      case OfPlace at -> Optional.of(new Watched.At(at.place()));
      default -> Optional.empty(); // documents are renewed by themselves
    };
  }

  /// What is planned at a place; of anything else the last movements, newest first.
  static List<Card.Row> rows(Subject subject, Books books) {
    return subject instanceof OfPlace(LocationCode place)
        ? planned(place, books)
        : past(subject, books);
  }

  private static List<Card.Row> past(Subject subject, Books books) {
    return watched(subject).flatMap(books::moved).orElse(List.of()).stream()
        .map(LookUpMoves::row)
        .toList();
  }

  /// In a dead spot, where the device was never told: that, instead of a list that looks empty.
  static Optional<Text> untold(Subject subject, Scene scene) {
    boolean asked = !(subject instanceof OfPlace) && scene.books().asOf().isPresent();
    return watched(subject)
        .filter(what -> asked && !scene.online() && scene.books().moved(what).isEmpty())
        .map(what -> Text.of(LookUpPhrase.MOVES_ON_LINE));
  }

  private static Card.Row row(PastMove move) {
    Text when = Text.of(LookUpPhrase.BOTH, move.at(), move.by());
    Text what =
        move.reference().map(number -> Text.of(LookUpPhrase.BOTH, when, number)).orElse(when);
    return new Card.Row(
        Icon.MOVE,
        WayTexts.of(move.from(), move.to()),
        Optional.of(
            move.back()
                ? Text.of(LookUpPhrase.BOTH, what, Text.of(LookUpPhrase.TAKEN_BACK))
                : what),
        Optional.of(Text.of(CommonPhrase.AS_IS, move.units())),
        inTheHall(move.to())
            .or(() -> inTheHall(move.from()))
            .map(place -> new Input.Point(place.code())));
  }

  private static Optional<LocationCode> inTheHall(LocationCode place) {
    return VirtualLocation.of(place).isPresent() ? Optional.empty() : Optional.of(place);
  }

  /// What is to come into a place, to go out of it, or to be counted there.
  private static List<Card.Row> planned(LocationCode place, Books books) {
    List<Card.Row> rows = new ArrayList<>();
    Optional<LocationCode> here = Optional.of(place);
    for (WaitingTask task : books.tasks()) {
      Activity activity = Activity.ofTask(task.kind());
      if (activity == Activity.COUNT && task.place().equals(here)) {
        rows.add(task(task, Icon.COUNT, Text.of(LookUpPhrase.TO_COUNT), Optional.empty()));
      } else if (activity != Activity.PICK && task.toPlace().equals(here)) {
        Text coming = Text.of(LookUpPhrase.COMES_IN, goods(task, books));
        rows.add(task(task, Icon.PUT_AWAY, coming, much(CommonPhrase.PLUS, task)));
      } else if (activity != Activity.PICK && task.place().equals(here)) {
        Text going = Text.of(LookUpPhrase.GOES_OUT, goods(task, books));
        rows.add(task(task, Icon.MOVE, going, much(CommonPhrase.MINUS, task)));
      }
    }
    books.picks().stream()
        .filter(pick -> pick.location().equals(here) && pick.left() > 0)
        .forEach(pick -> rows.add(pick(pick)));
    return rows;
  }

  private static Text goods(WaitingTask task, Books books) {
    return task.sku()
        .map(sku -> LookUpCard.name(sku, books))
        .or(() -> task.unit().map(unit -> Text.of(CommonPhrase.AS_IS, unit)))
        .orElseGet(() -> Text.of(CommonPhrase.AS_IS, task.reference()));
  }

  private static Optional<Text> much(CommonPhrase sign, WaitingTask task) {
    return task.quantity().map(units -> Text.of(sign, units));
  }

  private static Card.Row task(WaitingTask task, Icon icon, Text what, Optional<Text> much) {
    return new Card.Row(
        icon,
        what,
        Optional.of(Text.of(CommonPhrase.AS_IS, task.number())),
        much,
        task.sku().map(Sku::code).map(Input.Point::new));
  }

  private static Card.Row pick(PickLine pick) {
    return new Card.Row(
        Icon.PICK,
        Text.of(LookUpPhrase.GOES_OUT, Text.of(CommonPhrase.AS_IS, pick.name())),
        Optional.of(Text.of(CommonPhrase.AS_IS, pick.order())),
        Optional.of(Text.of(CommonPhrase.MINUS, pick.left())),
        Optional.of(new Input.Point(pick.sku().code())));
  }
}
