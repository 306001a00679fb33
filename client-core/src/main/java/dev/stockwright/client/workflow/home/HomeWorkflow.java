package dev.stockwright.client.workflow.home;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Scan anything: a document opens its work, goods and places are looked up, a handling unit that
/// waits at the dock is put away. The states are drawn in `docs/workflows/home.md`, which a test
/// keeps equal to the table that it runs.
public final class HomeWorkflow implements Workflow<HomeState> {
  private static final List<Activity> TILES =
      List.of(
          Activity.RECEIVE,
          Activity.PUT_AWAY,
          Activity.PICK,
          Activity.COUNT,
          Activity.MOVE,
          Activity.TRANSFER,
          Activity.LOOK_UP);

  private static final List<Activity> RARE =
      List.of(Activity.ADJUST, Activity.PACK, Activity.SHIP, Activity.RETURN);

  @Override
  public Step<HomeState> seen(HomeState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Document document ->
          open(state, Activity.RECEIVE, sighting, document.order().number());
      case Sighting.Paper paper -> open(state, of(paper, scene.books()), sighting, paper.number());
      case Sighting.Unit unit -> open(state, of(unit, scene.books()), sighting, unit.unit().code());
      case Sighting.Goods goods -> open(state, Activity.LOOK_UP, goods, goods.product().name());
      case Sighting.AtPlace at -> open(state, Activity.LOOK_UP, at, at.place().code());
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
    };
  }

  private static Step<HomeState> open(HomeState state, Activity next, Sighting seen, Object name) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, name)), next, Optional.of(seen));
  }

  private static Step<HomeState> unwanted(HomeState state, Sighting sighting) {
    return new Step.Mistaken<>(state, Unwanted.said(sighting, Text.of(HomePhrase.SCAN_ANYTHING)));
  }

  private static Activity of(Sighting.Paper paper, Books books) {
    return switch (paper.kind()) {
      case TASK ->
          books.tasks().stream()
              .filter(task -> task.number().equals(paper.number()))
              .findFirst()
              .map(task -> Activity.ofTask(task.kind()))
              .orElse(Activity.PICK);
      case COUNT -> Activity.COUNT;
      case TRANSFER -> Activity.TRANSFER;
      case NOTICE -> Activity.RECEIVE;
      case ORDER -> ofOrder(paper.number(), books);
    };
  }

  private static Activity ofOrder(Reference number, Books books) {
    boolean picks = books.picks().stream().anyMatch(pick -> pick.order().equals(number.code()));
    return picks ? Activity.PICK : Activity.PACK;
  }

  /// What is most likely wanted with a unit: what waits for it.
  private static Activity of(Sighting.Unit seen, Books books) {
    HandlingUnit unit = seen.unit();
    if (books.putAways().stream().anyMatch(task -> task.unit().filter(unit::equals).isPresent())) {
      return Activity.PUT_AWAY;
    }
    if (books.transfers().stream()
        .flatMap(transfer -> transfer.packages().stream())
        .anyMatch(packed -> packed.unit().filter(unit::equals).isPresent())) {
      return Activity.TRANSFER;
    }
    if (books.notices().stream().anyMatch(notice -> !notice.on(unit).isEmpty())) {
      return Activity.RECEIVE;
    }
    boolean atDock =
        seen.known()
            .flatMap(KnownUnit::at)
            .flatMap(books::place)
            .map(Place::kind)
            .filter(kind -> kind.equals("dock") || kind.equals("staging"))
            .isPresent();
    return atDock ? Activity.PUT_AWAY : Activity.LOOK_UP;
  }

  @Override
  public Step<HomeState> given(HomeState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Point point ->
          chosen(point.what())
              .<Step<HomeState>>map(
                  activity ->
                      new Step.Left<>(
                          state,
                          Said.of(Text.of(HomePhrase.BEGUN, Text.of(name(activity)))),
                          activity,
                          Optional.empty()))
              .orElseGet(() -> nothing(state));
      case Input.Press press -> nothing(state);
      case Input.Keyed keyed -> nothing(state);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Because because -> nothing(state);
    };
  }

  private static Step<HomeState> nothing(HomeState state) {
    return new Step.Mistaken<>(
        state, Said.of(Text.of(HomePhrase.AT_HOME), Text.of(HomePhrase.SCAN_ANYTHING)));
  }

  private static Optional<Activity> chosen(String what) {
    return Stream.concat(TILES.stream(), RARE.stream())
        .filter(activity -> activity.name().equals(what))
        .findFirst();
  }

  @Override
  public Card card(HomeState state, Scene scene) {
    Books books = scene.books();
    List<WaitingTask> tasks = books.tasks();
    List<Card.Row> rows = new ArrayList<>();
    for (Activity activity : TILES) {
      rows.add(row(activity, waiting(activity, tasks, books)));
    }
    return Card.of(
            Text.of(CommonPhrase.AS_IS, scene.warehouse()),
            new Card.Prompt(
                Card.Means.SCAN,
                Text.of(HomePhrase.SCAN_ANYTHING),
                Optional.of(Text.of(HomePhrase.OR_CHOOSE))))
        .rows(rows)
        .more(
            RARE.stream()
                .map(
                    activity ->
                        new Card.Action(
                            icon(activity),
                            Text.of(name(activity)),
                            Optional.empty(),
                            new Input.Point(activity.name()),
                            false))
                .toList());
  }

  private static Card.Row row(Activity activity, long waiting) {
    return new Card.Row(
        icon(activity),
        Text.of(name(activity)),
        Optional.empty(),
        waiting == 0 ? Optional.empty() : Optional.of(Text.of(CommonPhrase.AS_IS, waiting)),
        Optional.of(new Input.Point(activity.name())));
  }

  private static long waiting(Activity activity, List<WaitingTask> tasks, Books books) {
    return switch (activity) {
      case RECEIVE -> books.orders().size() + (long) books.notices().size();
      case PUT_AWAY -> books.putAways().size();
      case COUNT -> tasks.stream().filter(task -> Activity.ofTask(task.kind()) == activity).count();
      case PICK -> tasks.stream().filter(task -> task.kind().equals("pick")).count();
      case TRANSFER -> books.transfers().size();
      case HOME, MOVE, ADJUST, LOOK_UP, PACK, SHIP, RETURN -> 0;
    };
  }

  private static HomePhrase name(Activity activity) {
    return switch (activity) {
      case RECEIVE -> HomePhrase.RECEIVE;
      case PUT_AWAY -> HomePhrase.PUT_AWAY;
      case PICK -> HomePhrase.PICK;
      case COUNT -> HomePhrase.COUNT;
      case MOVE -> HomePhrase.MOVE;
      case TRANSFER -> HomePhrase.TRANSFER;
      case ADJUST -> HomePhrase.ADJUST;
      case PACK -> HomePhrase.PACK;
      case SHIP -> HomePhrase.SHIP;
      case RETURN -> HomePhrase.RETURN;
      case HOME, LOOK_UP -> HomePhrase.LOOK_UP;
    };
  }

  private static Icon icon(Activity activity) {
    return switch (activity) {
      case RECEIVE -> Icon.RECEIVE;
      case PUT_AWAY -> Icon.PUT_AWAY;
      case PICK -> Icon.PICK;
      case COUNT -> Icon.COUNT;
      case MOVE -> Icon.MOVE;
      case TRANSFER -> Icon.TRANSFER;
      case ADJUST -> Icon.ADJUST;
      case PACK -> Icon.PACK;
      case SHIP -> Icon.SHIP;
      case RETURN -> Icon.RECEIVE;
      case HOME, LOOK_UP -> Icon.LOOK_UP;
    };
  }
}
