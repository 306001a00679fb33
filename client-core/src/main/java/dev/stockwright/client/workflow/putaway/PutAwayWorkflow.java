package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.putaway.PutAwayState.Because;
import dev.stockwright.client.workflow.putaway.PutAwayState.Bring;
import dev.stockwright.client.workflow.putaway.PutAwayState.Expired;
import dev.stockwright.client.workflow.putaway.PutAwayState.Instead;
import dev.stockwright.client.workflow.putaway.PutAwayState.Load;
import dev.stockwright.client.workflow.putaway.PutAwayState.Put;
import dev.stockwright.client.workflow.putaway.PutAwayState.Untasked;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Putting away in two scans: what, and the bin. Many things can be taken along before the first is
/// put; the bin that is scanned says which of them it was. The states and every step are drawn in
/// `docs/workflows/put-away-steps.md`, which a test keeps equal to the table that it runs.
public final class PutAwayWorkflow implements Workflow<PutAwayState> {
  @Override
  public Step<PutAwayState> seen(PutAwayState state, Sighting sighting, Scene scene) {
    PutAwayState now = settled(state, scene);
    return kept(now, brought(now.bringing(), sighting, scene));
  }

  /// Another bin than the one that was named for what is in hand.
  @Override
  public Optional<Mismatch> mismatch(PutAwayState state, Sighting sighting, Scene scene) {
    return Held.route(settled(state, scene), scene).stream()
        .findFirst()
        .flatMap(
            held ->
                Mismatch.of(
                    "put_away",
                    Optional.of(held.task().number().code()),
                    new Mismatch.Wanted(
                        held.target(scene).map(LocationCode::code),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    sighting));
  }

  /// A scan that is of no use leaves an open question as it was.
  private static Step<PutAwayState> kept(PutAwayState state, Step<PutAwayState> step) {
    return step instanceof Step.Mistaken<PutAwayState> mistaken
        ? new Step.Mistaken<>(state, mistaken.said())
        : step;
  }

  private static Step<PutAwayState> brought(PutAwayState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Unit unit -> new Joining(state, scene).unit(unit);
      case Sighting.Goods goods -> new Joining(state, scene).goods(goods);
      case Sighting.AtPlace at -> place(state, at, scene);
      case Sighting.Paper paper -> paper(state, paper, scene);
      case Sighting.Document document ->
          state.cart().isEmpty()
              ? away(state, document, document.order().number())
              : unwanted(state, document, scene);
      case Sighting.Badge badge -> unwanted(state, badge, scene);
      case Sighting.Tags tags -> unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> unwanted(state, many, scene);
      case Sighting.Unknown unknown -> unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable, scene);
    };
  }

  private static Step<PutAwayState> place(PutAwayState state, Sighting.AtPlace at, Scene scene) {
    List<Held> route = Held.route(state, scene);
    return route.isEmpty()
        ? unwanted(state, at, scene)
        : new Placing(state, route, scene).at(at.place());
  }

  /// The task itself takes its goods along; any other document is another job.
  private static Step<PutAwayState> paper(PutAwayState state, Sighting.Paper paper, Scene scene) {
    Optional<PutAwayTask> task = Held.task(paper.number(), scene);
    if (task.isPresent()) {
      return new Joining(state, scene).join(List.of(task.get()));
    }
    return state.cart().isEmpty()
        ? away(state, paper, paper.number())
        : unwanted(state, paper, scene);
  }

  /// Without what others have put away or taken back meanwhile.
  private static PutAwayState settled(PutAwayState state, Scene scene) {
    List<Held> route = Held.route(state, scene);
    List<Load> there =
        state.cart().stream()
            .filter(load -> route.stream().anyMatch(held -> held.load().equals(load)))
            .toList();
    PutAwayState now = there.size() == state.cart().size() ? state : state.with(there);
    boolean open =
        switch (now.phase()) {
          case Bring bring -> true;
          case Because because -> held(now, because.task(), scene).isPresent();
          case Expired expired -> Held.task(expired.task(), scene).isPresent();
          case Untasked untasked -> true;
        };
    return open ? now : now.bringing();
  }

  static Optional<Held> held(PutAwayState state, Reference task, Scene scene) {
    return Held.route(state, scene).stream()
        .filter(held -> held.load().task().equals(task))
        .findFirst();
  }

  @Override
  public Step<PutAwayState> given(PutAwayState state, Input input, Scene scene) {
    PutAwayState now = settled(state, scene);
    return switch (input) {
      case Input.Keyed keyed -> keyed(now, keyed.units(), scene);
      case Input.Press press -> pressed(now, press.key(), scene);
      case Input.Point point -> kept(now, pointed(now.bringing(), point.what(), scene));
      case Input.Because because -> because(now, because.reason(), scene);
      case Input.Typed typed -> seen(now, new Sighting.Unknown(typed.text(), true), scene);
    };
  }

  private static Step<PutAwayState> keyed(PutAwayState state, long units, Scene scene) {
    List<Held> route = Held.route(state, scene);
    if (route.isEmpty() || !(state.phase() instanceof Bring)) {
      return nothing(state, scene);
    }
    Held held = route.getFirst();
    String name = held.name(scene.books());
    if (held.whole()) {
      return mistaken(state, Text.of(PutAwayPhrase.WHOLE, name), Text.of(PutAwayPhrase.WHOLE_GOES));
    }
    if (units < 1 || units > held.task().left()) {
      return mistaken(
          state,
          Text.of(PutAwayPhrase.ONLY_THERE, name, held.task().left()),
          Text.of(PutAwayPhrase.KEY_IN_LESS));
    }
    Optional<Long> some = units == held.task().left() ? Optional.empty() : Optional.of(units);
    PutAwayState next = state.change(held.load().task(), load -> load.units(some));
    return new Step.Asked<>(
        next,
        Said.of(
            Text.of(PutAwayPhrase.SO_MANY, name, units, held.task().left()),
            PutAwayCard.instruction(next, scene)));
  }

  /// A thing in hand, another bin for it, or a task of the list.
  private static Step<PutAwayState> pointed(PutAwayState state, String what, Scene scene) {
    List<Held> route = Held.route(state, scene);
    Optional<Held> chosen =
        route.stream().filter(held -> held.load().task().code().equals(what)).findFirst();
    if (chosen.isPresent()) {
      PutAwayState next = state.choosing(Optional.of(chosen.get().load().task()));
      return new Step.Asked<>(
          next,
          Said.of(
              Text.of(PutAwayPhrase.NOW_THIS, chosen.get().name(scene.books())),
              PutAwayCard.instruction(next, scene)));
    }
    if (!route.isEmpty()) {
      Optional<LocationCode> bin =
          route.getFirst().task().others().stream()
              .map(PutAwayTask.OtherBin::location)
              .filter(other -> other.code().equals(what))
              .findFirst();
      if (bin.isPresent()) {
        return new Otherwise(state, scene).other(route.getFirst(), bin);
      }
    }
    return scene.books().putAways().stream()
        .filter(task -> task.number().code().equals(what))
        .findFirst()
        .map(task -> new Joining(state, scene).join(List.of(task)))
        .orElseGet(() -> nothing(state, scene));
  }

  private static Step<PutAwayState> because(PutAwayState state, String reason, Scene scene) {
    Optional<ReasonCode> why =
        scene.books().reasons(Placing.USE).stream()
            .map(Reason::code)
            .filter(code -> code.code().equals(reason))
            .findFirst();
    if (why.isEmpty() || !(state.phase() instanceof Because because)) {
      return nothing(state, scene);
    }
    Held held = held(state, because.task(), scene).orElseThrow();
    if (!because.there()) {
      return new Otherwise(state, scene).turned(held, new Instead(because.to(), why.get()));
    }
    LocationCode to = because.to().orElseThrow();
    Place place = scene.books().place(to).orElseGet(() -> new Place(to, "", "bin"));
    PutAwayState free = state.bringing();
    return kept(state, new Placing(free, Held.route(free, scene), scene).put(held, place, why));
  }

  private static Step<PutAwayState> pressed(PutAwayState state, Key key, Scene scene) {
    return switch (state.phase()) {
      case Bring bring -> onTheWay(state, key, scene);
      case Because because -> left(state, key, scene);
      case Expired expired ->
          key == Key.OK || key == Key.QUARANTINE
              ? new Otherwise(state, scene).hold(expired.task())
              : left(state, key, scene);
      case Untasked untasked ->
          key == Key.OK || key == Key.CONFIRM
              ? new Otherwise(state, scene).open(untasked.offer())
              : left(state, key, scene);
    };
  }

  private static Step<PutAwayState> left(PutAwayState state, Key key, Scene scene) {
    return key == Key.BACK || key == Key.DISCARD
        ? new Step.Asked<>(state.bringing(), Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)))
        : nothing(state, scene);
  }

  private static Step<PutAwayState> onTheWay(PutAwayState state, Key key, Scene scene) {
    List<Held> route = Held.route(state, scene);
    if (route.isEmpty()) {
      return key == Key.BACK
          ? new Step.Left<>(state, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)))
          : nothing(state, scene);
    }
    Held held = route.getFirst();
    return switch (key) {
      case OTHER_PLACE -> new Otherwise(state, scene).other(held, Optional.empty());
      case OCCUPIED -> new Otherwise(state, scene).occupied(held);
      case ALL -> keyed(state, held.task().left(), scene);
      case BACK, DISCARD ->
          new Step.Asked<>(
              state.without(held.load().task()),
              Said.of(
                  Text.of(PutAwayPhrase.LEFT_HERE, held.name(scene.books())),
                  Text.of(PutAwayPhrase.BRING_IT_BACK, held.task().place())));
      default -> nothing(state, scene); // no key of this step
    };
  }

  /// The goods are in hand again, and where to bring them is said.
  @Override
  public Optional<Said> undone(PutAwayState state, Scene scene) {
    return state.done().stream()
        .findFirst()
        .map(
            put ->
                Said.of(
                    Text.of(PutAwayPhrase.TAKEN_BACK, put.name(), put.to()),
                    Text.of(PutAwayPhrase.BRING_IT_BACK, put.from())));
  }

  /// What was refused is in hand again, and the bin is not named for it any more.
  @Override
  public PutAwayState refused(PutAwayState state, Command command) {
    return switch (command) {
      case PutAwayCommand.PutUnitAway c ->
          back(state, c.to(), put -> put.unit().filter(c.unit()::equals).isPresent());
      case PutAwayCommand.PutAway c -> back(state, c.to(), put -> put.task().equals(c.task()));
      default -> state; // nothing was in hand
    };
  }

  private static PutAwayState back(PutAwayState state, LocationCode to, Predicate<Put> which) {
    Optional<Put> put =
        state.done().stream().filter(one -> one.to().equals(to)).filter(which).findFirst();
    if (put.isEmpty()) {
      return state;
    }
    Reference task = put.get().task();
    List<Load> cart = new ArrayList<>(state.cart());
    if (cart.stream().noneMatch(load -> load.task().equals(task))) {
      cart.add(Load.of(task));
    }
    return state.with(cart).change(task, load -> load.avoiding(to)).forgetting(put.get());
  }

  private static Step<PutAwayState> nothing(PutAwayState state, Scene scene) {
    return mistaken(
        state, Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), PutAwayCard.instruction(state, scene));
  }

  /// With nothing in hand a document is another job, which begins at once.
  private static Step<PutAwayState> away(PutAwayState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  private static Step<PutAwayState> unwanted(PutAwayState state, Sighting seen, Scene scene) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, PutAwayCard.instruction(state, scene)));
  }

  private static Step<PutAwayState> mistaken(PutAwayState state, Text headline, Text detail) {
    return new Step.Mistaken<>(state, Said.of(headline, detail));
  }

  @Override
  public Card card(PutAwayState state, Scene scene) {
    return PutAwayCard.of(settled(state, scene), scene);
  }
}
