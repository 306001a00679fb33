package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.Hand;
import dev.stockwright.client.workflow.picking.PickingState.Large;
import dev.stockwright.client.workflow.picking.PickingState.Taken;
import dev.stockwright.client.workflow.picking.PickingState.ToteOf;
import dev.stockwright.client.workflow.picking.PickingState.ToteWanted;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goods go onto the cart: at once, or with the scan of their tote.
final class Taking {
  /// Above this a quantity is asked about once. More than is wanted is never taken, so nothing else
  /// needs to be.
  static final long LARGE_UNITS = 9_999;

  private final PickingState state;
  private final AtBin bin;
  private final PickLine line;
  private final Scene scene;
  private final List<Command> first;

  Taking(PickingState state, AtBin bin, PickLine line, Scene scene) {
    this(state, bin, line, scene, List.of());
  }

  /// @param first what happened before it, such as that another lot is taken
  Taking(PickingState state, AtBin bin, PickLine line, Scene scene, List<Command> first) {
    this.state = state;
    this.bin = bin;
    this.line = line;
    this.scene = scene;
    this.first = first;
  }

  /// Why it cannot be so many.
  Optional<Step<PickingState>> tooMuch(long units) {
    long left = wanted() - bin.hand().units();
    if (units < 1) {
      return Optional.of(
          Steps.mistaken(
              state,
              Text.of(PickingPhrase.TOO_MANY, line.name()),
              Text.of(PickingPhrase.KEY_LESS, left)));
    }
    if (units <= left) {
      return Optional.empty();
    }
    long done = line.picked() + bin.hand().units();
    return Optional.of(
        left == 0
            ? Steps.mistaken(
                state,
                Text.of(PickingPhrase.OVER, line.name(), done, line.quantity()),
                Text.of(PickingPhrase.PUT_ONE_BACK))
            : Steps.mistaken(
                state,
                Text.of(PickingPhrase.MORE_THAN, line.name(), left, units),
                Text.of(PickingPhrase.TAKE_LESS)));
  }

  private boolean intoTote() {
    return Way.intoTotes(line, state, scene);
  }

  /// A pack may be for several lines, where no tote parts them.
  long wanted() {
    return intoTote()
        ? line.left()
        : Way.stop(line, state, scene).stream().mapToLong(PickLine::left).sum();
  }

  /// So many are taken with the next scan.
  Step<PickingState> keyed(long units) {
    Optional<Step<PickingState>> much = tooMuch(units);
    if (much.isPresent()) {
      return much.get();
    }
    if (isPiece() && units > 1) {
      return Steps.mistaken(
          state,
          Text.of(PickingPhrase.SERIAL_SINGLE, line.name()),
          Text.of(PickingPhrase.SCAN_EACH));
    }
    return units > LARGE_UNITS
        ? Steps.undecided(
            state.in(new Large(bin, units)),
            Text.of(PickingPhrase.LARGE, line.name(), units),
            Text.of(PickingPhrase.LARGE_REASON))
        : meant(units);
  }

  Step<PickingState> meant(long units) {
    return Steps.asked(
        state.in(bin.keyed(units)),
        Text.of(PickingPhrase.NEXT_SAVES, units),
        Text.of(PickingPhrase.SCAN_GOODS));
  }

  /// All that is wanted here, which nobody has typed.
  Step<PickingState> all() {
    long left = wanted() - bin.hand().units();
    if (left < 1) {
      return tooMuch(1).orElseGet(() -> Steps.nothing(state, scene));
    }
    return left > LARGE_UNITS ? meant(left) : keyed(left);
  }

  /// These goods were scanned and are right.
  Step<PickingState> take(long units, Optional<LotCode> lot) {
    boolean pieces = lot.isPresent() && isPiece();
    Hand hand = bin.hand().plus(units, pieces ? lot : Optional.empty());
    if (!intoTote()) {
      return record(hand, lot, Optional.empty());
    }
    AtBin holds = bin.with(hand);
    boolean full = hand.units() >= line.left();
    PickingState then = state.in(full ? new ToteWanted(holds) : holds);
    Said said =
        Said.of(
                Text.of(
                    PickingPhrase.IN_HAND,
                    line.name(),
                    line.picked() + hand.units(),
                    line.quantity()),
                PickingCard.instruction(then, scene))
            .value(Text.of(CommonPhrase.PLUS, units));
    return first.isEmpty()
        ? new Step.Asked<>(then, said)
        : new Step.Recorded<>(then, first, said, false, false);
  }

  private boolean isPiece() {
    return scene.books().product(line.sku()).filter(product -> product.serialTracked()).isPresent();
  }

  /// What is in hand goes into this tote, unless it is another order's.
  Step<PickingState> into(HandlingUnit tote, Sighting seen) {
    Optional<HandlingUnit> meant = Way.tote(line, state);
    Optional<String> owner =
        Way.owner(tote, state, scene).filter(order -> !order.equals(line.order()));
    Text use =
        meant
            .map(right -> Text.of(PickingPhrase.USE_TOTE, right.code()))
            .orElseGet(() -> Text.of(PickingPhrase.USE_EMPTY));
    if (owner.isPresent()) {
      return Steps.mistaken(state, Text.of(PickingPhrase.TOTE_OF, tote.code(), owner.get()), use);
    }
    if (meant.isPresent() && !meant.get().equals(tote)) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.WRONG_TOTE, tote.code(), meant.get().code()), use);
    }
    return bin.hand().units() == 0
        ? Steps.unwanted(state, seen, scene)
        : record(bin.hand(), bin.lot().or(line::lot), Optional.of(tote));
  }

  /// What is in hand goes onto the cart as it is.
  Step<PickingState> loose() {
    return record(bin.hand(), bin.lot().or(line::lot), Optional.empty());
  }

  private Step<PickingState> record(Hand hand, Optional<LotCode> lot, Optional<HandlingUnit> tote) {
    Optional<LocationCode> cart = Way.cart(state, scene);
    if (cart.isEmpty()) {
      return Steps.mistaken(
          state, Text.of(PickingPhrase.SCAN_CART), Text.of(PickingPhrase.SCAN_CART));
    }
    List<Command> commands = new ArrayList<>(first);
    Set<Reference> ended = new HashSet<>();
    PickingState then = tote.flatMap(into -> noted(into)).orElse(state).loaded(true);
    PickLine last = line;
    long open = hand.units();
    for (PickLine each : tote.isPresent() ? List.of(line) : Way.stop(line, state, scene)) {
      long part = Math.min(open, each.left());
      if (part == 0) {
        break;
      }
      open -= part;
      last = each.plus(part);
      if (last.left() == 0) {
        ended.add(each.number());
      }
      then = then.after(taken(last));
      commands.addAll(commands(each, part, hand, lot, new Target(cart.get(), tote)));
    }
    return recorded(then, commands, last, ended, hand.units());
  }

  private Optional<PickingState> noted(HandlingUnit tote) {
    return state.job().map(job -> state.at(job.with(new ToteOf(line.order(), tote))));
  }

  private Taken taken(PickLine now) {
    return new Taken(
        now.number(),
        now.sku(),
        now.name(),
        bin.from(),
        now.picked(),
        now.quantity(),
        now.left() == 0);
  }

  private record Target(LocationCode cart, Optional<HandlingUnit> tote) {}

  /// Each piece by itself, because its number is told.
  private List<Command> commands(
      PickLine each, long units, Hand hand, Optional<LotCode> lot, Target target) {
    if (hand.pieces().isEmpty()) {
      return List.of(command(each, units, lot, target));
    }
    return hand.pieces().stream()
        .map(piece -> command(each, 1, Optional.of(piece), target))
        .toList();
  }

  private Command command(PickLine each, long units, Optional<LotCode> lot, Target target) {
    return new PickingCommand.PickStock(
        scene.warehouse(),
        each.number(),
        new Quantity(units),
        target.cart(),
        Optional.of(bin.from()),
        lot,
        Optional.of(each.sku()),
        target.tote());
  }

  private Step<PickingState> recorded(
      PickingState after, List<Command> commands, PickLine last, Set<Reference> ended, long units) {
    boolean complete = !ended.isEmpty();
    PickingState counted =
        complete ? after.job().map(job -> after.at(job.ended(ended.size()))).orElse(after) : after;
    PickingState then =
        complete ? Way.next(counted, scene, ended) : counted.in(bin.with(Hand.NOTHING));
    return new Step.Recorded<>(
        then,
        commands,
        Said.of(
                Text.of(PickingPhrase.PICKED, last.name(), last.picked(), last.quantity()),
                PickingCard.instruction(then, scene))
            .value(Text.of(CommonPhrase.PLUS, units)),
        complete,
        false);
  }
}
