package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Job;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which pick, and onto which cart.
final class Choice {
  private Choice() {}

  static Step<PickingState> seen(PickingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Paper paper -> paper(state, paper, scene);
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.AtPlace at -> place(state, at, scene);
      case Sighting.Unit unit -> tote(state, unit, unit.unit(), scene);
      case Sighting.Unknown text ->
          named(text)
              .map(tote -> tote(state, text, tote, scene))
              .orElseGet(() -> Steps.unwanted(state, text, scene));
      case Sighting.Goods goods -> Steps.unwanted(state, goods, scene);
      case Sighting.Badge badge -> Steps.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Steps.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Steps.unwanted(state, many, scene);
      case Sighting.Unreadable unreadable -> Steps.unwanted(state, unreadable, scene);
    };
  }

  /// The handling unit that a plain text can name.
  static Optional<HandlingUnit> named(Sighting.Unknown text) {
    try {
      return text.plain() ? Optional.of(new HandlingUnit(text.text())) : Optional.empty();
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<PickingState> paper(PickingState state, Sighting.Paper paper, Scene scene) {
    Optional<Reference> pick =
        switch (paper.kind()) {
          case TASK -> Way.task(paper.number(), scene).map(WaitingTask::number);
          case ORDER -> Way.ofOrder(paper.number().code(), scene);
          case COUNT, TRANSFER, NOTICE -> Optional.empty();
        };
    return pick.map(number -> take(state, number, scene))
        .orElseGet(() -> away(state, paper, paper.number()));
  }

  private static Step<PickingState> tote(
      PickingState state, Sighting seen, HandlingUnit tote, Scene scene) {
    return Way.ofTote(tote, scene)
        .map(number -> take(state, number, scene))
        .orElseGet(() -> Steps.unwanted(state, seen, scene));
  }

  private static Step<PickingState> place(PickingState state, Sighting.AtPlace at, Scene scene) {
    Place place = at.place();
    if (place.kind().equals("cart")) {
      PickingState then = state.on(place.code());
      return Steps.asked(
          then, Text.of(PickingPhrase.CART_IS, place.code()), PickingCard.instruction(then, scene));
    }
    return Dropping.possible(place) && Way.loaded(state, scene)
        ? Dropping.at(state, place, scene)
        : Steps.unwanted(state, at, scene);
  }

  /// The best one that waits.
  static Step<PickingState> next(PickingState state, Scene scene) {
    List<WaitingTask> offered = Way.offered(state, scene);
    return offered.isEmpty()
        ? Steps.mistaken(
            state, Text.of(PickingPhrase.NONE_WAITING), Text.of(PickingPhrase.NONE_WAITING_DETAIL))
        : take(state, offered.getFirst().number(), scene);
  }

  static Step<PickingState> take(PickingState state, String number, Scene scene) {
    try {
      return take(state, new Reference(number), scene);
    } catch (InvalidValue notOne) {
      return Steps.nothing(state, scene);
    }
  }

  /// What others hold is theirs; what nobody holds is asked of the server, which needs it.
  static Step<PickingState> take(PickingState state, Reference number, Scene scene) {
    Optional<WaitingTask> found = Way.task(number, scene);
    if (found.isEmpty()) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.NOT_WAITING, number), Text.of(PickingPhrase.CHOOSE_OTHER));
    }
    WaitingTask task = found.get();
    if (Way.mine(task, scene)) {
      PickingState then = begun(state, number, scene);
      return Steps.asked(
          then, Text.of(PickingPhrase.RESUMED, number), PickingCard.instruction(then, scene));
    }
    if (!Way.free(task, scene)) {
      return Steps.mistaken(
          state,
          Text.of(PickingPhrase.TAKEN_BY, number, task.heldBy().map(Operator::code).orElse("-")),
          Text.of(PickingPhrase.CHOOSE_OTHER));
    }
    if (!scene.online()) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.NEEDS_SERVER), Text.of(PickingPhrase.NEEDS_SERVER_DETAIL));
    }
    PickingState then = begun(state, number, scene);
    Optional<LocationCode> near = state.done().stream().findFirst().map(last -> last.from());
    return new Step.Recorded<>(
        then,
        List.of(
            new TaskCommand.TakeTask(
                scene.warehouse(), Optional.of(number), List.of("pick"), Optional.empty(), near)),
        Said.of(Text.of(PickingPhrase.TOOK, number), PickingCard.instruction(then, scene)),
        false,
        false);
  }

  private static PickingState begun(PickingState state, Reference number, Scene scene) {
    Job job =
        state.job().filter(same -> same.task().equals(number)).orElseGet(() -> Job.of(number));
    PickingState at = state.at(job).in(new Go());
    return Way.next(at.loaded(Way.loaded(at, scene)), scene, Set.of());
  }

  /// With no pick begun another document is another job, which begins at once.
  private static Step<PickingState> away(PickingState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  /// What it is picked onto; a site without carts picks onto its packing or staging places.
  static Step<PickingState> cart(PickingState state, Sighting sighting, Scene scene) {
    boolean carts = !scene.books().places("cart").isEmpty();
    if (sighting instanceof Sighting.AtPlace at
        && (at.place().kind().equals("cart") || (!carts && Dropping.packed(at.place())))) {
      PickingState then = Way.next(state.on(at.place().code()), scene, Set.of());
      return Steps.asked(
          then,
          Text.of(PickingPhrase.CART_IS, at.place().code()),
          PickingCard.instruction(then, scene));
    }
    return Steps.unwanted(state, sighting, scene);
  }
}
