package dev.stockwright.client.workflow.moving;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.moving.MovingState.From;
import dev.stockwright.client.workflow.moving.MovingState.Large;
import dev.stockwright.client.workflow.moving.MovingState.Load;
import dev.stockwright.client.workflow.moving.MovingState.Loose;
import dev.stockwright.client.workflow.moving.MovingState.LotWanted;
import dev.stockwright.client.workflow.moving.MovingState.Moved;
import dev.stockwright.client.workflow.moving.MovingState.To;
import dev.stockwright.client.workflow.moving.MovingState.What;
import dev.stockwright.client.workflow.moving.MovingState.Whole;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// Moving goods in three scans (from, what, to) and a handling unit in two (unit, to). The states
/// and every step are drawn in `docs/workflows/moving.md`, which a test keeps equal to the table
/// that it runs.
///
/// On line the server is asked, so that a bin that is full or locked is said before the goods are
/// in
/// it; off line goods have been moved when they are told, and are recorded as moved.
public final class MovingWorkflow implements Workflow<MovingState> {
  /// Above this a quantity is asked about once.
  static final long LARGE_UNITS = 9_999;

  @Override
  public Step<MovingState> seen(MovingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case From from -> from(state, sighting);
      case What what -> what(state, what.from(), sighting);
      case LotWanted wanted -> lot(state, wanted, sighting);
      case To to -> to(state, to.load(), sighting, scene);
      case Large large -> seen(state.in(large.instead()), sighting, scene);
    };
  }

  private static Step<MovingState> from(MovingState state, Sighting sighting) {
    return switch (sighting) {
      case Sighting.AtPlace at -> here(state, at.place());
      case Sighting.Unit unit -> lift(state, unit, Optional.empty());
      case Sighting.Goods goods ->
          mistaken(
              state,
              Said.of(
                  Text.of(MovingPhrase.PLACE_FIRST, goods.product().name()),
                  Text.of(MovingPhrase.SCAN_PLACE_FIRST)));
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.Paper paper -> away(state, paper, paper.number());
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Step<MovingState> here(MovingState state, Place place) {
    return new Step.Asked<>(
        state.in(new What(place.code())),
        Said.of(Text.of(MovingPhrase.HERE, place.code()), Text.of(MovingPhrase.SCAN_WHAT)));
  }

  private static Step<MovingState> lift(
      MovingState state, Sighting.Unit unit, Optional<LocationCode> from) {
    if (unit.known().isEmpty()) {
      return mistaken(
          state,
          Said.of(
              Text.of(WorkingPhrase.NOT_KNOWN, unit.unit().code()),
              Text.of(MovingPhrase.RECEIVE_IT_FIRST)));
    }
    Optional<LocationCode> booked = unit.known().flatMap(KnownUnit::at);
    Optional<LocationCode> taken = from.or(() -> booked);
    Optional<LocationCode> elsewhere = booked.filter(place -> !place.equals(taken.orElse(place)));
    Text said =
        elsewhere
            .map(place -> Text.of(MovingPhrase.UNIT_IN_HAND_ELSEWHERE, unit.unit().code(), place))
            .orElseGet(() -> Text.of(MovingPhrase.UNIT_IN_HAND, unit.unit().code()));
    return new Step.Asked<>(
        state.in(new To(new Whole(unit.unit(), taken))),
        Said.of(said, Text.of(MovingPhrase.SCAN_TO)));
  }

  private static Step<MovingState> what(MovingState state, LocationCode from, Sighting sighting) {
    return switch (sighting) {
      case Sighting.Goods goods -> take(state, from, goods);
      case Sighting.Unit unit -> lift(state, unit, Optional.of(from));
      case Sighting.AtPlace at -> here(state, at.place());
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Paper paper -> unwanted(state, paper);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Step<MovingState> take(
      MovingState state, LocationCode from, Sighting.Goods goods) {
    if (goods.product().lotTracked() && goods.label().lot().isEmpty()) {
      return new Step.Asked<>(
          state.in(new LotWanted(from, goods.product(), units(goods))),
          Said.of(
              Text.of(MovingPhrase.WHICH_LOT, goods.product().name()),
              Text.of(MovingPhrase.SCAN_LOT)));
    }
    Loose load = Loose.one(from, goods.product(), lot(goods));
    return hold(state, load, units(goods), Text.of(MovingPhrase.IN_HAND, goods.product().name()));
  }

  /// The lot; of goods kept by piece the serial number, which stands in its place.
  private static Optional<LotCode> lot(Sighting.Goods goods) {
    return goods.product().serialTracked()
        ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
        : goods.label().lot();
  }

  /// 0 when it is no number that we can count with.
  private static long units(Sighting.Goods goods) {
    try {
      return Math.multiplyExact(goods.label().count(), goods.pack().units());
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }

  /// So many are in hand now, or it is said why not.
  private static Step<MovingState> hold(MovingState state, Loose load, long units, Text said) {
    if (units < 1 || units > Quantity.MAX) {
      return mistaken(
          state,
          Said.of(Text.of(MovingPhrase.TOO_MANY, load.name()), Text.of(MovingPhrase.KEY_IN_LESS)));
    }
    if (load.product().serialTracked() && units != 1) {
      return mistaken(
          state,
          Said.of(
              Text.of(MovingPhrase.SERIAL_SINGLE, load.name()), Text.of(MovingPhrase.SCAN_EACH)));
    }
    if (units > LARGE_UNITS) {
      return new Step.Undecided<>(
          state.in(new Large(load.with(units), state.phase())),
          Said.of(
              Text.of(MovingPhrase.LARGE, load.name(), units), Text.of(MovingPhrase.LARGE_REASON)));
    }
    return new Step.Asked<>(
        state.in(new To(load.with(units))),
        Said.of(said, Text.of(MovingPhrase.SCAN_TO)).value(Text.of(CommonPhrase.PLUS, units)));
  }

  private static Step<MovingState> lot(MovingState state, LotWanted wanted, Sighting sighting) {
    Optional<LotCode> lot =
        switch (sighting) {
          case Sighting.Unknown text -> text.plain() ? lotOf(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(wanted.product().sku())
                  ? goods.label().lot()
                  : Optional.empty();
          case Sighting.AtPlace at -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Paper paper -> Optional.empty();
          case Sighting.Badge badge -> Optional.empty();
          case Sighting.Tags tags -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (lot.isEmpty()) {
      return sighting instanceof Sighting.Unreadable
          ? unwanted(state, sighting)
          : mistaken(
              state,
              Said.of(
                  Text.of(MovingPhrase.LOT_FIRST, wanted.product().name()),
                  Text.of(MovingPhrase.SCAN_LOT)));
    }
    Loose load = Loose.one(wanted.from(), wanted.product(), lot);
    return hold(state, load, wanted.units(), Text.of(MovingPhrase.IN_HAND, load.name()));
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<MovingState> to(
      MovingState state, Load load, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at -> put(state, load, at.place(), scene);
      case Sighting.Goods goods -> more(state, load, goods);
      case Sighting.Unit unit -> other(state, load, unit.unit().code());
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Paper paper -> unwanted(state, paper);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unknown unknown -> unwanted(state, unknown);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  /// The same goods again are more of them.
  private static Step<MovingState> more(MovingState state, Load load, Sighting.Goods goods) {
    if (load instanceof Loose loose && loose.product().sku().equals(goods.product().sku())) {
      Optional<LotCode> lot = lot(goods).filter(read -> loose.lot().filter(read::equals).isEmpty());
      if (lot.isPresent()) {
        return mistaken(
            state,
            Said.of(
                Text.of(
                    MovingPhrase.OTHER_LOT, lot.get(), loose.lot().map(LotCode::code).orElse("-")),
                Text.of(MovingPhrase.PUT_FIRST)));
      }
      long added = units(goods);
      long units = added < 1 ? 0 : loose.units() + added;
      return hold(state, loose, units, Text.of(MovingPhrase.MORE_IN_HAND, loose.name(), units));
    }
    return other(state, load, goods.product().name());
  }

  private static Step<MovingState> other(MovingState state, Load load, String scanned) {
    if (load instanceof Whole whole && whole.name().equals(scanned)) {
      return new Step.Asked<>(
          state,
          Said.of(Text.of(MovingPhrase.UNIT_IN_HAND, scanned), Text.of(MovingPhrase.SCAN_TO)));
    }
    return mistaken(
        state,
        Said.of(
            Text.of(MovingPhrase.OTHER_GOODS, scanned, load.name()),
            Text.of(MovingPhrase.PUT_FIRST)));
  }

  private static Step<MovingState> put(MovingState state, Load load, Place to, Scene scene) {
    Optional<LocationCode> from =
        switch (load) {
          case Loose loose -> Optional.of(loose.from());
          case Whole whole -> whole.stood();
        };
    if (from.filter(to.code()::equals).isPresent()) {
      return mistaken(
          state,
          Said.of(
              Text.of(MovingPhrase.SAME_PLACE, to.code()), Text.of(MovingPhrase.SCAN_OTHER_PLACE)));
    }
    return switch (load) {
      case Loose loose ->
          recorded(
              state.after(new Moved(loose.name(), to.code(), loose.units())),
              Moves.of(loose, to.code(), scene),
              Said.of(
                      Text.of(MovingPhrase.MOVED, loose.name(), to.code()),
                      Text.of(MovingPhrase.SCAN_NEXT))
                  .value(Text.of(CommonPhrase.AS_IS, loose.units())));
      case Whole whole ->
          recorded(
              state.after(new Moved(whole.name(), to.code(), 0)),
              new MoveCommand.MoveHandlingUnit(
                  scene.warehouse(), whole.unit(), to.code(), Optional.empty()),
              Said.of(
                  Text.of(MovingPhrase.MOVED, whole.name(), to.code()),
                  Text.of(MovingPhrase.SCAN_NEXT)));
    };
  }

  private static Step<MovingState> recorded(MovingState state, Command command, Said said) {
    return new Step.Recorded<>(state, List.of(command), said, true, false);
  }

  @Override
  public Step<MovingState> given(MovingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Keyed keyed -> keyed(state, keyed.units());
      case Input.Press press -> pressed(state, press.key());
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Point point -> nothing(state);
      case Input.Because because -> nothing(state);
    };
  }

  private static Step<MovingState> keyed(MovingState state, long units) {
    return state.phase() instanceof To(Loose loose)
        ? hold(state, loose, units, Text.of(MovingPhrase.MORE_IN_HAND, loose.name(), units))
        : nothing(state);
  }

  private static Step<MovingState> pressed(MovingState state, Key key) {
    if (state.phase() instanceof Large large) {
      if (key == Key.OK || key == Key.CONFIRM) {
        return new Step.Asked<>(
            state.in(new To(large.asked())),
            Said.of(
                Text.of(MovingPhrase.MORE_IN_HAND, large.asked().name(), large.asked().units()),
                Text.of(MovingPhrase.SCAN_TO)));
      }
      if (key == Key.DISCARD || key == Key.BACK) {
        return back(state, large.instead());
      }
    }
    return key == Key.BACK || key == Key.DISCARD ? back(state) : nothing(state);
  }

  /// One step back; at the beginning the activity is left.
  private static Step<MovingState> back(MovingState state) {
    return switch (state.phase()) {
      case From from -> new Step.Left<>(state, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
      case What what -> back(state, new From());
      case LotWanted wanted -> back(state, new What(wanted.from()));
      case To(Loose loose) -> back(state, new What(loose.from()));
      case To(Whole whole) -> back(state, new From());
      case Large large -> back(state, large.instead());
    };
  }

  private static Step<MovingState> back(MovingState state, MovingState.Phase to) {
    return new Step.Asked<>(state.in(to), Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
  }

  private static Step<MovingState> nothing(MovingState state) {
    return mistaken(
        state, Said.of(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), MovingCard.instruction(state)));
  }

  /// With nothing in hand a document is another job, which begins at once.
  private static Step<MovingState> away(MovingState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  private static Step<MovingState> unwanted(MovingState state, Sighting seen) {
    return mistaken(state, Unwanted.said(seen, MovingCard.instruction(state)));
  }

  private static Step<MovingState> mistaken(MovingState state, Said said) {
    return new Step.Mistaken<>(state, said);
  }

  @Override
  public Card card(MovingState state, Scene scene) {
    return MovingCard.of(state);
  }
}
