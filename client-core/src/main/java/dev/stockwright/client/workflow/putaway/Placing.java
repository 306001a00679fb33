package dev.stockwright.client.workflow.putaway;

import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.putaway.PutAwayState.Because;
import dev.stockwright.client.workflow.putaway.PutAwayState.Instead;
import dev.stockwright.client.workflow.putaway.PutAwayState.Put;
import dev.stockwright.client.workflow.putaway.PutAwayState.Warning;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A place was scanned while something is in hand.
///
/// @param state with no question open
/// @param route not empty
record Placing(PutAwayState state, List<Held> route, Scene scene) {
  /// What may be given as the reason for another bin.
  static final String USE = "redirect";

  /// Sooner than this a trigger was pulled twice.
  static final Duration MEANT_FROM = Duration.ofMillis(1_500);

  /// Later than this nobody remembers what was refused.
  static final Duration MEANT_UNTIL = Duration.ofSeconds(15);

  Step<PutAwayState> at(Place place) {
    LocationCode code = place.code();
    Held current = route.getFirst();
    Optional<Held> meant = route.stream().filter(held -> held.meantFor(code)).findFirst();
    if (meant.isPresent()) {
      return put(meant.get(), place, reason(meant.get(), code));
    }
    if (current.free()) {
      return put(current, place, current.load().instead().map(Instead::why));
    }
    Optional<Step<PutAwayState>> never = never(current, place);
    if (never.isPresent()) {
      return never.get();
    }
    Optional<LocationCode> target = current.target(scene);
    return target.isEmpty() || target.get().equals(code) || insisted(current, code)
        ? because(current, place)
        : refused(current, target.get(), code);
  }

  /// A bin that a person has chosen needs the reason that was given with it.
  private static Optional<ReasonCode> reason(Held held, LocationCode code) {
    return held.task().to().filter(code::equals).isPresent()
        ? Optional.empty()
        : held.load().instead().map(Instead::why);
  }

  private boolean insisted(Held held, LocationCode code) {
    return warning(held, code)
        .map(Warning::at)
        .filter(at -> !at.plus(MEANT_FROM).isAfter(scene.now()))
        .isPresent();
  }

  private Optional<Warning> warning(Held held, LocationCode code) {
    Instant now = scene.now();
    return state
        .warning()
        .filter(one -> one.place().equals(code) && one.task().equals(held.load().task()))
        .filter(one -> !one.at().isAfter(now) && !one.at().plus(MEANT_UNTIL).isBefore(now));
  }

  /// Another bin than the one to go to: nothing changes, unless it is meant.
  private Step<PutAwayState> refused(Held held, LocationCode target, LocationCode code) {
    boolean may = !scene.books().reasons(USE).isEmpty();
    Text expected = Text.of(PutAwayPhrase.GO_TO, target);
    Said said =
        Said.of(
                Text.of(PutAwayPhrase.WRONG_PLACE, code, target),
                may ? Text.of(PutAwayPhrase.RESCAN, code) : Text.of(PutAwayPhrase.SCAN_BIN_OR_MORE))
            .instead(Text.of(CommonPhrase.AS_IS, code), expected);
    return may && warning(held, code).isEmpty()
        ? new Step.Warned<>(state.warned(new Warning(code, held.load().task(), scene.now())), said)
        : new Step.Mistaken<>(state, said);
  }

  /// It lies there although another bin was named.
  private Step<PutAwayState> because(Held held, Place place) {
    List<Reason> reasons = scene.books().reasons(USE);
    if (reasons.size() == 1) {
      return put(held, place, Optional.of(reasons.getFirst().code()));
    }
    return ask(state, new Because(held.load().task(), Optional.of(place.code()), true), scene);
  }

  static Step<PutAwayState> ask(PutAwayState state, Because because, Scene scene) {
    if (scene.books().reasons(USE).isEmpty()) {
      return new Step.Mistaken<>(
          state, Said.of(Text.of(PutAwayPhrase.NO_REASONS), Text.of(PutAwayPhrase.ASK_SUPERVISOR)));
    }
    return new Step.Undecided<>(
        state.in(because),
        Said.of(
            because
                .to()
                .map(bin -> Text.of(PutAwayPhrase.WHY_THERE, bin))
                .orElseGet(() -> Text.of(PutAwayPhrase.WHY_OTHER)),
            Text.of(PutAwayPhrase.CHOOSE_REASON)));
  }

  /// What nobody can insist on.
  private Optional<Step<PutAwayState>> never(Held held, Place place) {
    if (Held.taken(held.task(), scene)) {
      return Optional.of(
          new Step.Mistaken<>(
              state, Said.of(Joining.taken(held.task()), Text.of(PutAwayPhrase.TAKE_ANOTHER))));
    }
    if (!Held.expired(held.task(), scene).isEmpty()) {
      return Optional.of(Joining.expired(state, held.task(), scene));
    }
    return Takes.obstacle(held, place, scene).map(why -> never(held, place.code(), why));
  }

  private Step<PutAwayState> never(Held held, LocationCode code, Text why) {
    Text instead =
        held.load()
            .instead()
            .flatMap(Instead::to)
            .filter(bin -> !bin.equals(code))
            .or(() -> held.other(code, scene))
            .map(bin -> Text.of(PutAwayPhrase.USE, bin))
            .orElseGet(() -> Text.of(PutAwayPhrase.CHOOSE_OTHER));
    return new Step.Mistaken<>(
        state, Said.of(why, instead).instead(Text.of(CommonPhrase.AS_IS, code), instead));
  }

  /// The goods lie in the bin.
  ///
  /// @param why it is another one than was named
  Step<PutAwayState> put(Held held, Place place, Optional<ReasonCode> why) {
    Optional<Step<PutAwayState>> never = never(held, place);
    if (never.isPresent()) {
      return never.get();
    }
    if (why.isPresent() && held.part()) {
      return new Step.Mistaken<>(
          state,
          Said.of(
              Text.of(PutAwayPhrase.PART_ELSEWHERE, held.name(scene.books())),
              Text.of(PutAwayPhrase.ALL_OR_MOVE)));
    }
    Put put =
        new Put(
            held.load().task(),
            held.name(scene.books()),
            place.code(),
            held.whole() ? held.task().unit() : Optional.<HandlingUnit>empty(),
            held.units(),
            held.task().place());
    PutAwayState next =
        held.part()
            ? state.change(held.load().task(), load -> load.units(Optional.empty())).after(put)
            : state.without(held.load().task()).after(put);
    return new Step.Recorded<>(
        next,
        commands(held, place.code(), why),
        Said.of(Text.of(PutAwayPhrase.PUT, put.name(), put.to()), following(next, put, held))
            .value(Text.of(CommonPhrase.AS_IS, put.units())),
        !held.part(),
        why.isPresent());
  }

  /// Where to go on.
  private Text following(PutAwayState next, Put put, Held held) {
    if (held.part()) {
      return Text.of(PutAwayPhrase.REST_IN_HAND, held.task().left() - put.units());
    }
    return Held.route(next, scene).stream()
        .findFirst()
        .map(
            one ->
                one.target(scene)
                    .map(bin -> Text.of(PutAwayPhrase.NEXT_GO_TO, one.name(scene.books()), bin))
                    .orElseGet(() -> Text.of(PutAwayPhrase.SCAN_ANY_BIN)))
        .orElseGet(() -> Text.of(PutAwayPhrase.SCAN_NEXT));
  }

  private List<Command> commands(Held held, LocationCode to, Optional<ReasonCode> why) {
    if (held.whole()) {
      return List.of(
          new PutAwayCommand.PutUnitAway(
              scene.warehouse(), held.task().unit().orElseThrow(), to, why));
    }
    Command put =
        new PutAwayCommand.PutAway(
            scene.warehouse(),
            held.load().task(),
            to,
            held.part() ? Optional.of(new Quantity(held.units())) : Optional.empty());
    return why.<List<Command>>map(
            reason ->
                List.of(
                    new PutAwayCommand.RedirectPutAway(
                        scene.warehouse(), held.load().task(), to, Optional.empty(), reason),
                    put))
        .orElseGet(() -> List.of(put));
  }
}
