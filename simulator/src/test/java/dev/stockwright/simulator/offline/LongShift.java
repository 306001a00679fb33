package dev.stockwright.simulator.offline;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Eight hours of a worker in a dead spot: moves by three scans, and whatever else a day has, some
/// of it such that the server must refuse it.
final class LongShift {
  static final Duration LENGTH = Duration.ofHours(8);

  private final Hand hand;
  private final SetClock clock;
  private final SplittableRandom random;
  private final Shelves shelves;
  private final Set<CommandId> toBeRefused = new HashSet<>();
  private int picked;
  private int made;

  LongShift(Hand hand, SetClock clock, Shelves shelves, long seed) {
    this.hand = hand;
    this.clock = clock;
    this.shelves = shelves;
    this.random = new SplittableRandom(seed);
  }

  /// Those that the server must refuse.
  Set<CommandId> toBeRefused() {
    return toBeRefused;
  }

  /// Works, while the clock goes from eight hours ago to now.
  void work(int commands) {
    for (made = 0; made < commands; made++) {
      clock.wrongBy(LENGTH.multipliedBy(commands - made).dividedBy(-commands));
      one(random.nextInt(100));
    }
    clock.wrongBy(Duration.ZERO);
  }

  private void one(int chance) {
    if (chance < 20) {
      moveByScans(bin(ShiftBed.ZONE_A), bin(ShiftBed.ZONE_A));
    } else if (chance < 40) {
      good(move(bin(ShiftBed.ZONE_A), bin(ShiftBed.ZONE_A), 1 + random.nextInt(3)));
    } else if (chance < 42) {
      good(move(ShiftBed.ZONE_B.get(1), bin(ShiftBed.ZONE_B), 5));
    } else if (chance < 57) {
      good(ShiftBed.receipt(ShiftSite.BOLT, 1 + random.nextInt(5), ShiftBed.DOCK));
    } else if (chance < 67) {
      good(putAway(shelves.to()));
    } else if (chance < 75 && picked < shelves.picks().size()) {
      good(pick(shelves.picks().get(picked++)));
    } else if (chance < 85) {
      good(counted());
    } else if (chance < 92) {
      good(proposed());
    } else {
      wrong();
    }
  }

  private void wrong() {
    bad(
        switch (random.nextInt(4)) {
          case 0 -> move(bin(ShiftBed.ZONE_A), new LocationCode("Z-99"), 1);
          case 1 -> putAway(new LocationCode("Z-99"));
          case 2 -> corrected();
          default -> new TaskCommand.KeepTask(ShiftSite.NORTH, new Reference("T-999999"));
        });
  }

  /// Three scans, as somebody does them; what is scanned comes to the outbox with the third.
  private void moveByScans(LocationCode from, LocationCode to) {
    if (from.equals(to)) {
      good(ShiftBed.receipt(ShiftSite.BOLT, 1, ShiftBed.DOCK));
      return;
    }
    heard(hand.scan(from.code()).signal(), Signal.ACCEPT);
    heard(hand.scan(ShiftSite.BOLT_EACH).signal(), Signal.ACCEPT);
    heard(hand.scan(to.code()).signal(), Signal.DONE);
  }

  private void heard(Signal signal, Signal wanted) {
    if (signal != wanted) {
      throw new IllegalStateException(signal + ": " + hand.said() + " at " + hand.instruction());
    }
  }

  private LocationCode bin(List<LocationCode> among) {
    return among.get(random.nextInt(among.size()));
  }

  private static MoveStock move(LocationCode from, LocationCode to, long units) {
    LocationCode other = to.equals(from) ? ShiftBed.CART : to;
    return new MoveStock(
        ShiftSite.NORTH,
        ShiftSite.BOLT,
        new Quantity(units),
        from,
        other,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private PutAwayCommand.PutAway putAway(LocationCode to) {
    return new PutAwayCommand.PutAway(
        ShiftSite.NORTH, shelves.putAway(), to, Optional.of(new Quantity(1)));
  }

  private static PickingCommand.PickStock pick(Shelves.Pick pick) {
    return new PickingCommand.PickStock(
        ShiftSite.NORTH,
        pick.number(),
        new Quantity(pick.units()),
        ShiftBed.CART,
        Optional.of(pick.from()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CountCommand.CountLine counted() {
    return new CountCommand.CountLine(
        ShiftSite.NORTH,
        Shelves.COUNT,
        ShiftBed.ZONE_B.getLast(),
        Optional.of(ShiftSite.NUT),
        Optional.empty(),
        Optional.of(1L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private AdjustmentCommand.ProposeAdjustment proposed() {
    return new AdjustmentCommand.ProposeAdjustment(
        ShiftSite.NORTH,
        ShiftSite.BOLT,
        -1,
        bin(ShiftBed.ZONE_A),
        new ReasonCode("damage"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A worker may not.
  private static AdjustStock corrected() {
    return new AdjustStock(
        ShiftSite.NORTH,
        ShiftSite.BOLT,
        -1,
        Optional.of(new ReasonCode("damage")),
        Optional.of(ShiftBed.ZONE_A.getFirst()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void good(Command command) {
    CommandId kept = keep(command);
    assert !toBeRefused.contains(kept);
  }

  private void bad(Command command) {
    boolean fresh = toBeRefused.add(keep(command));
    assert fresh;
  }

  private CommandId keep(Command command) {
    if (hand.core().add(command, false) instanceof Added.Saved saved) {
      return saved.envelope().id();
    }
    throw new IllegalStateException("not kept: " + command);
  }
}
