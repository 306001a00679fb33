package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.picking.PickWork.Wave;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Another product for what is still wanted of a line. The setting `picking.substitute` says who
/// decides: `ask` (another person), `picker` (nobody else), `never`.
final class SubstituteClerk {
  private final PickWork floor;

  SubstituteClerk(PickWork floor) {
    this.floor = floor;
  }

  Decision propose(PickingCommand.ProposeSubstitute command) {
    Optional<PickLine> found = floor.picks.find(command.pick());
    if (found.isEmpty()) {
      return unknown(command.pick());
    }
    PickLine pick = found.get();
    String rule = floor.work.setting(floor.warehouse, "picking.substitute").orElse("ask");
    Optional<Refusal> refusal =
        PickRules.notOpen(pick)
            .or(() -> floor.held(pick))
            .or(() -> never(rule, pick))
            .or(() -> Checks.known(floor.work.stock(), floor.warehouse, command.substitute()))
            .or(() -> same(pick, command.substitute()));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    return rule.equals("picker")
        ? replace(pick, command.substitute())
        : new Decision.Act(
            List.of(floor.picks.substitute(pick, Optional.of(command.substitute()))));
  }

  Decision decide(PickingCommand.DecideSubstitute command) {
    Optional<PickLine> found = floor.picks.find(command.pick());
    if (found.isEmpty()) {
      return unknown(command.pick());
    }
    PickLine pick = found.get();
    Optional<Refusal> refusal =
        PickRules.notOpen(pick).or(() -> nothingProposed(pick)).or(() -> ownProposal(pick));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    return command.approved()
        ? replace(pick, pick.substitute().orElseThrow())
        : new Decision.Act(List.of(floor.picks.substitute(pick, Optional.empty())));
  }

  private static Decision unknown(Reference pick) {
    return new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.PICK, pick));
  }

  private static Optional<Refusal> never(String rule, PickLine pick) {
    return rule.equals("never")
        ? Optional.of(new PickingRefusal.NoSubstitutes(pick.sku()))
        : Optional.empty();
  }

  private static Optional<Refusal> same(PickLine pick, Sku other) {
    return pick.sku().equals(other)
        ? Optional.of(
            new DocumentRefusal.Mismatch("product", "another than " + pick.sku(), other.code()))
        : Optional.empty();
  }

  private static Optional<Refusal> nothingProposed(PickLine pick) {
    return pick.substitute().isEmpty()
        ? Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.PICK,
                pick.number(),
                "without a proposed substitute",
                "waiting for a decision"))
        : Optional.empty();
  }

  private Optional<Refusal> ownProposal(PickLine pick) {
    return pick.proposedBy().equals(floor.work.author().code())
        ? Optional.of(
            new DocumentRefusal.OtherPersonNeeded(
                "decide about this substitute", new Operator(pick.proposedBy())))
        : Optional.empty();
  }

  private Decision replace(PickLine pick, Sku other) {
    Optional<Refusal> over =
        PickRules.promiseOver(pick.order(), floor.work.stock().promise(pick.order()));
    if (over.isPresent()) {
      return new Decision.Refuse(over.get());
    }
    long units = pick.left();
    long available = floor.work.stock().available(floor.warehouse, other);
    Demand demand = new Demand(pick.orderId(), pick.line(), other, pick.priority(), units);
    var plan = floor.plan(List.of(demand), how(pick));
    long missing = plan.missing().stream().mapToLong(Demand::quantity).sum();
    if (available < units || missing > 0) {
      return new Decision.Refuse(
          new Refusal.InsufficientStock(
              floor.warehouse,
              other,
              Optional.empty(),
              units,
              Math.min(available, units - missing)));
    }
    Order order = floor.orders.find(floor.warehouse, pick.order()).orElseThrow();
    Order.Line line =
        order.lines().stream().filter(each -> each.line() == pick.line()).findFirst().orElseThrow();
    int number = swapLine(order, line, units, other);
    List<Step> steps = new ArrayList<>();
    steps.add(floor.picks.end(pick, PickLine.CANCELLED, "substituted"));
    steps.add(new Step.Resize(pick.order(), floor.warehouse, pick.sku(), -units));
    steps.add(new Step.Resize(pick.order(), floor.warehouse, other, units));
    var takings =
        plan.takings().stream()
            .map(
                taking ->
                    new AllocationRules.Taking(
                        new Demand(pick.orderId(), number, other, pick.priority(), units),
                        taking.spot(),
                        taking.quantity()))
            .toList();
    steps.addAll(floor.join(Wave.of(pick), floor.task(pick.task()), takings));
    steps.addAll(floor.refresh(pick.task()));
    steps.add(
        floor.orders.turn(order, order.state(), other + " instead of " + units + " " + pick.sku()));
    return new Decision.Act(steps);
  }

  private Allocation how(PickLine pick) {
    return Allocation.of(
            floor
                .work
                .sql()
                .select(WAVE.ALLOCATION)
                .from(WAVE)
                .where(WAVE.ID.eq(pick.waveId()))
                .fetchSingle(WAVE.ALLOCATION))
        .orElseThrow();
  }

  /// The line wants less of its product, and a new line, or itself, that of the other.
  private int swapLine(Order order, Order.Line line, long units, Sku other) {
    List<Order.Line> lines = new ArrayList<>(order.lines());
    if (line.ordered() == units) {
      lines.replaceAll(
          each ->
              each.line() == line.line()
                  ? new Order.Line(line.line(), other, units, 0, 0, 0, 0)
                  : each);
      floor.orders.lines(order, lines);
      return line.line();
    }
    int next = lines.stream().mapToInt(Order.Line::line).max().orElse(0) + 1;
    lines.replaceAll(
        each ->
            each.line() == line.line()
                ? new Order.Line(
                    line.line(),
                    line.sku(),
                    line.ordered() - units,
                    line.backOrdered(),
                    line.picked(),
                    line.packed(),
                    line.shipped())
                : each);
    lines.add(new Order.Line(next, other, units, 0, 0, 0, 0));
    floor.orders.lines(order, lines);
    return next;
  }
}
