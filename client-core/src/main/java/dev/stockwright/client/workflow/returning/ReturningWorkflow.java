package dev.stockwright.client.workflow.returning;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.OwnNumber;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.returning.ReturningState.Grading;
import dev.stockwright.client.workflow.returning.ReturningState.Load;
import dev.stockwright.client.workflow.returning.ReturningState.LotWanted;
import dev.stockwright.client.workflow.returning.ReturningState.Returned;
import dev.stockwright.client.workflow.returning.ReturningState.What;
import dev.stockwright.client.workflow.returning.ReturningState.Which;
import dev.stockwright.client.workflow.returning.ReturningState.Why;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.ReceiveReturn;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// Taking in what customers bring back: the return (or none), the goods, their condition and why.
/// Goods that are scanned at once begin a return of their own. Every step is drawn in
/// `docs/workflows/returning-steps.md`.
public final class ReturningWorkflow implements Workflow<ReturningState> {
  /// What reasons of returns are for.
  static final String USE = "return";

  /// More than anybody brings back; a barcode was read into the quantity.
  static final long UNITS_MAX = 9_999;

  private static final int NUMBER_MAX = 40;

  @Override
  public Step<ReturningState> seen(ReturningState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Which which -> which(state, sighting, scene);
      case What what ->
          sighting instanceof Sighting.Goods goods ? take(state, goods) : unwanted(state, sighting);
      case LotWanted wanted -> lot(state, wanted.load(), sighting);
      case Grading grading ->
          sighting instanceof Sighting.Goods goods
              ? more(state, grading.load(), goods)
              : unwanted(state, sighting);
      case Why why -> unwanted(state, sighting);
    };
  }

  private static Step<ReturningState> which(ReturningState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods -> take(state.open(own(scene)), goods);
      case Sighting.Paper paper ->
          paper.kind() == Sighting.Paper.Kind.ORDER
              ? open(state, "RT-" + paper.number().code())
              : unwanted(state, paper);
      case Sighting.Unknown unknown ->
          unknown.plain() ? open(state, unknown.text()) : unwanted(state, unknown);
      case Sighting.AtPlace at -> unwanted(state, at);
      case Sighting.Unit unit -> unwanted(state, unit);
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Reference own(Scene scene) {
    return new Reference(OwnNumber.of(scene, "RT"));
  }

  private static Step<ReturningState> open(ReturningState state, String number) {
    try {
      return open(state, new Reference(number.substring(0, Math.min(number.length(), NUMBER_MAX))));
    } catch (InvalidValue noNumber) {
      return mistaken(state, Text.of(WorkingPhrase.MISREAD), ReturningCard.instruction(state));
    }
  }

  private static Step<ReturningState> open(ReturningState state, Reference number) {
    return new Step.Asked<>(
        state.open(number),
        Said.of(Text.of(ReturningPhrase.BEGUN, number), Text.of(ReturningPhrase.SCAN_GOODS)));
  }

  private static Step<ReturningState> take(ReturningState state, Sighting.Goods goods) {
    Load load =
        new Load(
            goods.product(),
            1,
            goods.label().lot(),
            goods.label().expiry(),
            goods.label().serial());
    return hold(state, load, units(goods), Text.of(ReturningPhrase.IN_HAND, load.name()));
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
  private static Step<ReturningState> hold(ReturningState state, Load load, long units, Text said) {
    if (units < 1 || units > UNITS_MAX) {
      return mistaken(
          state,
          Text.of(ReturningPhrase.WRONG_NUMBER, load.name()),
          Text.of(ReturningPhrase.KEY_IN_OTHER, UNITS_MAX));
    }
    if (load.product().serialTracked() && units != 1) {
      return mistaken(
          state,
          Text.of(ReturningPhrase.HAS_SERIALS, load.name()),
          Text.of(ReturningPhrase.EACH_BY_ITSELF));
    }
    Load held = load.with(units);
    if (held.unclear()) {
      boolean piece = held.product().serialTracked();
      return new Step.Asked<>(
          state.in(new LotWanted(held)),
          Said.of(
              Text.of(
                  piece ? ReturningPhrase.WHICH_SERIAL : ReturningPhrase.WHICH_LOT, held.name()),
              ReturningCard.scanLot(held)));
    }
    return new Step.Asked<>(
        state.in(new Grading(held)),
        Said.of(said, Text.of(ReturningPhrase.CHOOSE_GRADE))
            .value(Text.of(CommonPhrase.PLUS, units)));
  }

  private static Step<ReturningState> lot(ReturningState state, Load load, Sighting sighting) {
    Optional<Load> named =
        switch (sighting) {
          case Sighting.Unknown text -> text.plain() ? named(load, text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(load.product().sku())
                  ? load.product().serialTracked()
                      ? goods.label().serial().map(load::of)
                      : goods.label().lot().map(load::of)
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
    return named
        .map(
            whole ->
                hold(state, whole, whole.units(), Text.of(ReturningPhrase.IN_HAND, whole.name())))
        .orElseGet(
            () ->
                sighting instanceof Sighting.Unreadable
                    ? unwanted(state, sighting)
                    : mistaken(
                        state,
                        Text.of(ReturningPhrase.LOT_FIRST, load.name()),
                        ReturningCard.scanLot(load)));
  }

  private static Optional<Load> named(Load load, String text) {
    try {
      return Optional.of(
          load.product().serialTracked()
              ? load.of(new SerialNumber(text))
              : load.of(new LotCode(text)));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// The same goods again are more of them.
  private static Step<ReturningState> more(ReturningState state, Load load, Sighting.Goods goods) {
    boolean same =
        goods.product().sku().equals(load.product().sku())
            && goods
                .label()
                .lot()
                .filter(lot -> load.lot().filter(lot::equals).isEmpty())
                .isEmpty();
    if (!same) {
      return mistaken(
          state,
          Text.of(ReturningPhrase.GRADE_FIRST, load.name()),
          Text.of(ReturningPhrase.CHOOSE_GRADE));
    }
    long added = units(goods);
    long all = added < 1 ? 0 : load.units() + added;
    return hold(state, load, all, Text.of(ReturningPhrase.MORE_IN_HAND, load.name(), all));
  }

  @Override
  public Step<ReturningState> given(ReturningState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Keyed keyed ->
          state.phase() instanceof Grading grading
              ? hold(
                  state,
                  grading.load(),
                  keyed.units(),
                  Text.of(ReturningPhrase.MORE_IN_HAND, grading.load().name(), keyed.units()))
              : nothing(state);
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Point point -> nothing(state);
      case Input.Because because ->
          state.phase() instanceof Why why ? because(state, why, because, scene) : nothing(state);
    };
  }

  private static Step<ReturningState> pressed(ReturningState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    return switch (state.phase()) {
      case Which which -> key == Key.WITHOUT_DOCUMENT ? open(state, own(scene)) : nothing(state);
      case What what -> key == Key.DONE ? close(state, scene) : nothing(state);
      case Grading grading ->
          grade(key)
              .map(grade -> graded(state, grading.load(), grade, scene))
              .orElseGet(() -> nothing(state));
      case LotWanted wanted -> nothing(state);
      case Why why -> nothing(state);
    };
  }

  private static Optional<Condition> grade(Key key) {
    return switch (key) {
      case OK -> Optional.of(Condition.AVAILABLE);
      case DAMAGED -> Optional.of(Condition.DAMAGED);
      case QUARANTINE -> Optional.of(Condition.QUARANTINE);
      default -> Optional.empty(); // no condition
    };
  }

  private static Step<ReturningState> graded(
      ReturningState state, Load load, Condition grade, Scene scene) {
    if (scene.books().reasons(USE).isEmpty()) {
      return mistaken(
          state, Text.of(ReturningPhrase.NO_REASONS), Text.of(ReturningPhrase.ASK_SUPERVISOR));
    }
    return new Step.Asked<>(
        state.in(new Why(load, grade)),
        Said.of(
            Text.of(ReturningPhrase.GRADED, load.name(), ReturningCard.grade(grade)),
            Text.of(ReturningPhrase.CHOOSE_REASON)));
  }

  private static Step<ReturningState> because(
      ReturningState state, Why why, Input.Because because, Scene scene) {
    Optional<ReasonCode> code =
        scene.books().reasons(USE).stream()
            .map(Reason::code)
            .filter(one -> one.code().equals(because.reason()))
            .findFirst();
    if (code.isEmpty() || state.into().isEmpty()) {
      return nothing(state);
    }
    Load load = why.load();
    return new Step.Recorded<>(
        state.after(new Returned(load.name(), load.units(), why.grade())),
        List.of(
            new ReceiveReturn(
                scene.warehouse(),
                state.into(),
                Optional.empty(),
                load.product().sku(),
                new Quantity(load.units()),
                why.grade(),
                code.get(),
                Optional.empty(),
                load.lot(),
                load.expiry(),
                load.serial().stream().toList(),
                Optional.empty())),
        Said.of(
                Text.of(ReturningPhrase.RETURNED, load.name(), ReturningCard.grade(why.grade())),
                Text.of(ReturningPhrase.SCAN_NEXT))
            .value(Text.of(CommonPhrase.PLUS, load.units())),
        false,
        false);
  }

  private static Step<ReturningState> close(ReturningState state, Scene scene) {
    if (!state.begun() || state.into().isEmpty()) {
      return nothing(state);
    }
    Reference number = state.into().get();
    return new Step.Recorded<>(
        ReturningState.start(),
        List.of(new CloseReceipt(scene.warehouse(), number)),
        Said.of(Text.of(ReturningPhrase.CLOSED, number), Text.of(ReturningPhrase.SCAN_DOCUMENT)),
        true,
        false);
  }

  /// One step back; at the beginning the activity is left. An open return stays open.
  private static Step<ReturningState> back(ReturningState state) {
    return switch (state.phase()) {
      case Which which -> new Step.Left<>(state, Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
      case What what ->
          new Step.Asked<>(ReturningState.start(), Said.of(Text.of(ReturningPhrase.SCAN_DOCUMENT)));
      case LotWanted wanted -> back(state, new What());
      case Grading grading -> back(state, new What());
      case Why why -> back(state, new Grading(why.load()));
    };
  }

  private static Step<ReturningState> back(ReturningState state, ReturningState.Phase to) {
    return new Step.Asked<>(state.in(to), Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED)));
  }

  private static Step<ReturningState> nothing(ReturningState state) {
    return mistaken(
        state, Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), ReturningCard.instruction(state));
  }

  private static Step<ReturningState> unwanted(ReturningState state, Sighting seen) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, ReturningCard.instruction(state)));
  }

  private static Step<ReturningState> mistaken(ReturningState state, Text headline, Text detail) {
    return new Step.Mistaken<>(state, Said.of(headline, detail));
  }

  @Override
  public Card card(ReturningState state, Scene scene) {
    return ReturningCard.of(state, scene);
  }
}
