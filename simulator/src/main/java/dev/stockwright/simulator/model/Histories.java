package dev.stockwright.simulator.model;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws histories: the same seed and names give the same history.
public final class Histories {
  /// The most steps of one history.
  public static final int STEPS_MAX = 60;

  private static final List<String> REASONS = List.of("count", "damaged", "found", "scrap");

  private static final List<Condition> CONDITIONS = List.of(Condition.values());

  private final SplittableRandom random;
  private final Names names;
  private final List<WarehouseCode> warehouses;

  private Histories(SplittableRandom random, Names names) {
    this.random = random;
    this.names = names;
    int left = random.nextInt(2);
    this.warehouses = List.of(Names.WAREHOUSES.get(left), Names.WAREHOUSES.get(left + 1));
  }

  /// A history of 1 to [#STEPS_MAX] steps.
  public static List<Step> draw(long seed, Names names) {
    Histories histories = new Histories(new SplittableRandom(seed), names);
    List<Step> steps = new ArrayList<>();
    int length = 1 + histories.random.nextInt(STEPS_MAX);
    for (int i = 0; i < length; i++) {
      steps.add(new Step(i, histories.act(i)));
    }
    return steps;
  }

  private Step.Act act(int index) {
    int draw = random.nextInt(100);
    if (index == 0 || draw < 76) {
      return new Step.Act.Order(command(), chance(50), chance(15));
    }
    int earlier = random.nextInt(index);
    if (draw < 86) {
      return new Step.Act.UndoOf(earlier);
    }
    if (draw < 92) {
      return new Step.Act.Repeat(earlier);
    }
    if (draw < 95) {
      return new Step.Act.Twist(earlier, receive());
    }
    return draw < 97 ? new Step.Act.Gap(command()) : new Step.Act.Reuse(command());
  }

  private Command command() {
    int draw = random.nextInt(100);
    if (draw < 32) {
      return receive();
    }
    if (draw < 46) {
      return move();
    }
    if (draw < 62) {
      return adjust();
    }
    if (draw < 74) {
      return transfer();
    }
    if (draw < 86) {
      return place();
    }
    Reference order = order();
    return draw < 93 ? new ConfirmReservation(order) : new ReleaseReservation(order);
  }

  private Command receive() {
    boolean serial = chance(8);
    Optional<SerialNumber> piece =
        serial ? Optional.of(new SerialNumber("S" + random.nextInt(3))) : Optional.empty();
    return new ReceiveGoods(
        warehouse(),
        sku(),
        serial && chance(80) ? new Quantity(1) : quantity(),
        place(60),
        serial ? Optional.empty() : lot(),
        Optional.empty(),
        piece,
        handlingUnit(),
        condition(),
        chance(25)
            ? Optional.of(chance(90) ? names.purchaseOrder() : Names.NO_ORDER)
            : Optional.empty(),
        Optional.empty());
  }

  private Command move() {
    return new MoveStock(
        warehouse(),
        sku(),
        quantity(),
        somePlace(),
        somePlace(),
        lot(),
        handlingUnit(),
        condition(),
        Optional.empty());
  }

  private Command adjust() {
    long change = 1 + random.nextLong(8);
    return new AdjustStock(
        warehouse(),
        sku(),
        chance(65) ? -change : change,
        Optional.of(new ReasonCode(REASONS.get(random.nextInt(REASONS.size())))),
        place(70),
        lot(),
        handlingUnit(),
        condition());
  }

  private Command transfer() {
    return new TransferStock(
        warehouse(),
        warehouse(),
        sku(),
        quantity(),
        place(40),
        place(40),
        lot(),
        Optional.empty(),
        Optional.empty());
  }

  private Command place() {
    List<PlaceReservation.Line> lines = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      lines.add(new PlaceReservation.Line(sku(), warehouse(), quantity()));
    }
    return new PlaceReservation(order(), lines, 1 + random.nextLong(600));
  }

  private Reference order() {
    return names.orders().get(random.nextInt(2));
  }

  private WarehouseCode warehouse() {
    return chance(2) ? Names.NOWHERE : warehouses.get(random.nextInt(2));
  }

  private Sku sku() {
    return chance(2) ? Names.NOTHING : names.products().get(random.nextInt(4) / 3);
  }

  private Quantity quantity() {
    return new Quantity(1 + random.nextInt(chance(80) ? 6 : 25));
  }

  private Optional<LocationCode> place(int percent) {
    return chance(percent) ? Optional.of(somePlace()) : Optional.empty();
  }

  private LocationCode somePlace() {
    if (chance(2)) {
      return Names.NO_PLACE;
    }
    int draw = random.nextInt(3);
    return draw == 2 ? Names.dock() : Names.BINS.get(draw);
  }

  private Optional<LotCode> lot() {
    return chance(20) ? Optional.of(new LotCode("L" + random.nextInt(2))) : Optional.empty();
  }

  private Optional<HandlingUnit> handlingUnit() {
    return chance(10) ? Optional.of(names.unit()) : Optional.empty();
  }

  private Optional<Condition> condition() {
    return chance(15)
        ? Optional.of(CONDITIONS.get(random.nextInt(CONDITIONS.size())))
        : Optional.empty();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
