package dev.stockwright.server.undoing;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.adjusting.UndoneAdjustment;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.picking.PickingClerk;
import dev.stockwright.server.putaway.UndonePutAway;
import dev.stockwright.server.receiving.ReceivingClerk;
import dev.stockwright.server.shipping.ShippingClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Documents;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.units.StandingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Undoes: the goods go back by reversing movements, and the activity whose work it was has its
/// documents follow. A correction that still waits for approval is withdrawn.
public final class UndoClerk {
  private static final String WAITING = "waiting";
  private static final String ANSWER = "SELECT answer FROM answered_command WHERE id = ?";

  /// Who took goods from there last; what was undone in turn did not.
  private static final String TAKEN =
      """
      SELECT m.author, coalesce(m.occurred_at, m.recorded_at)
        FROM movement m
        JOIN location l ON l.id = m.from_location_id AND l.code = ?
       WHERE m.warehouse_id = ? AND m.product_id = ? AND m.n > ?
         AND m.lot = ? AND m.handling_unit = ? AND m.condition = ? AND m.owner = ?
         AND NOT EXISTS (SELECT 1 FROM movement r
                          WHERE r.warehouse_id = m.warehouse_id AND r.reverses_n = m.n)
       ORDER BY m.n DESC LIMIT 1\
      """;

  /// What must be locked: the warehouses in which it moved goods.
  public void prepare(UndoCommand command, DSLContext sql, Needs needs) {
    needs.add(command);
    sql.resultQuery(ANSWER, command.undone().uuid()).fetch(row -> row.get(0, String.class)).stream()
        .map(Wire.ANSWER::read)
        .forEach(
            answer -> {
              if (answer instanceof Answer.Accepted accepted) {
                accepted.changes().forEach(change -> needs.warehouse(change.warehouse()));
                waiting(accepted)
                    .flatMap(number -> UndoneAdjustment.warehouse(number, sql))
                    .ifPresent(needs::warehouse);
              }
            });
  }

  /// See [dev.stockwright.server.work.Clerk#handle].
  public Decision handle(UndoCommand command, Work work) {
    Optional<Reference> proposal = waiting(command, work.stock());
    if (proposal.isPresent()) {
      return withdrawn(command, proposal.get(), work);
    }
    return switch (UndoingRules.decide(command, work.stock())) {
      case Undoing.Refused(var why) -> new Decision.Refuse(why);
      case Undoing.Gone(var movement, var otherwise) ->
          new Decision.Refuse(builtOn(command, movement, work).orElse(otherwise));
      case Undoing.Back back ->
          tooFar(back.work(), work)
              .or(() -> onUnits(command, back.postings(), work))
              .<Decision>map(Decision.Refuse::new)
              .orElseGet(() -> back(command, back, work));
    };
  }

  /// The correction that a command has only proposed: nothing has moved by it.
  private static Optional<Reference> waiting(Answer.Accepted proposed) {
    return proposed.documents().size() == 1
            && proposed.documents().getFirst().document() == DocumentKind.ADJUSTMENT
            && proposed.documents().getFirst().state().equals(WAITING)
        ? Optional.of(proposed.documents().getFirst().number())
        : Optional.empty();
  }

  private static Optional<Reference> waiting(UndoCommand command, Stock stock) {
    List<Documents.Document> left = stock.documents().of(command.undone());
    return left.size() == 1
            && left.getFirst().kind() == DocumentKind.ADJUSTMENT
            && left.getFirst().state().equals(WAITING)
        ? Optional.of(left.getFirst().number())
        : Optional.empty();
  }

  private static Decision withdrawn(UndoCommand command, Reference number, Work work) {
    Optional<WarehouseCode> warehouse = UndoneAdjustment.warehouse(number, work.sql());
    if (warehouse.isEmpty()) {
      return new Decision.Refuse(new Refusal.NothingToUndo(command.undone()));
    }
    boolean far = work.by().reach().filter(reach -> !reach.contains(warehouse.get())).isPresent();
    return far
        ? new Decision.Refuse(new Refusal.NotAllowed("change stock", warehouse))
        : UndoneAdjustment.withdrawn(command.undone(), warehouse.get(), number, work);
  }

  private static Decision back(UndoCommand command, Undoing.Back back, Work work) {
    Decision documents =
        switch (back.kind()) {
          case STOCK -> new Decision.Act(List.of());
          case PICK -> PickingClerk.undone(back.work(), work);
          case PUT_AWAY -> new UndonePutAway(work, back.work().warehouse()).back(back.work());
          case UNIT -> MoveClerk.undone(back.work(), work);
          case ADJUSTMENT -> UndoneAdjustment.undone(back.work(), work);
          case RECEIPT -> ReceivingClerk.undone(back.work(), work);
          case PACKING -> ShippingClerk.undone(back.work(), work);
        };
    if (documents instanceof Decision.Refuse(PickingRefusal.NothingThere gone)) {
      RecordedMovement last = back.work().arrivals().getLast();
      return new Decision.Refuse(builtOn(command, last, work).orElse(gone));
    }
    if (!(documents instanceof Decision.Act(List<Step> follow))) {
      return documents;
    }
    List<Step> steps = new ArrayList<>();
    back.postings().forEach(posting -> steps.add(new Step.Move(posting)));
    steps.addAll(follow);
    return new Decision.Act(steps);
  }

  /// An undo names no warehouse, so that its author's rights are known only now; documents are
  /// written before the desk looks.
  private static Optional<Refusal> tooFar(UndoneWork undone, Work work) {
    return work.by()
        .reach()
        .flatMap(
            reach ->
                undone.movements().stream()
                    .map(RecordedMovement::warehouse)
                    .filter(warehouse -> !reach.contains(warehouse))
                    .findFirst())
        .map(warehouse -> new Refusal.NotAllowed("change stock", Optional.of(warehouse)));
  }

  /// Goods go back onto a unit where it stands, while it is here and no document has it.
  private static Optional<Refusal> onUnits(UndoCommand command, List<Posting> postings, Work work) {
    if (postings.stream().allMatch(posting -> posting.goods().handlingUnit().isEmpty())) {
      return Optional.empty();
    }
    StandingUnits units = new StandingUnits(work);
    return units
        .split(postings)
        .<Refusal>map(
            it ->
                new GuardRefusal.UndoSplitsUnit(
                    command.undone(), it.unit(), it.location(), it.come()))
        .or(() -> units.unfit(postings));
  }

  private static Optional<Refusal> builtOn(
      UndoCommand command, RecordedMovement movement, Work work) {
    return work.sql()
        .resultQuery(
            TAKEN,
            movement.to().code(),
            work.warehouseId(movement.warehouse()),
            work.productId(movement.sku()).orElseThrow(),
            movement.n(),
            movement.goods().lot(),
            movement.goods().handlingUnit(),
            movement.goods().condition().code(),
            movement.goods().owner())
        .fetchOptional()
        .map(
            row ->
                new GuardRefusal.UndoBuiltOn(
                    command.undone(),
                    movement.sku(),
                    movement.to(),
                    new Operator(row.get(0, String.class)),
                    row.get(1, OffsetDateTime.class).toInstant()));
  }
}
