package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which commands must be left to a document's own, by the model and by what documents say of
/// themselves: not by what the server looks up for its rules.
final class Guards {
  private static final Set<String> NOT_BEGUN = Set.of("placed", "committed", "expired");

  /// Kinds of documents with a table that has a row for each.
  private static final String NUMBERED =
      """
      SELECT 1 FROM (
        SELECT 'adjustment' AS kind, number FROM adjustment UNION ALL
        SELECT 'asn', number FROM asn UNION ALL
        SELECT 'receipt', number FROM receipt UNION ALL
        SELECT 'return', number FROM receipt UNION ALL
        SELECT 'transfer', number FROM transfer UNION ALL
        SELECT 'shipment', number FROM shipment UNION ALL
        SELECT 'order', number FROM sales_order UNION ALL
        SELECT 'wave', number FROM wave UNION ALL
        SELECT 'pick', 'P-' || id FROM pick UNION ALL
        SELECT 'count', number FROM stock_count UNION ALL
        SELECT 'task', number FROM task UNION ALL
        SELECT 'handling_unit', code FROM handling_unit UNION ALL
        SELECT 'till_entry', 'E-' || id FROM till_entry) d
       WHERE kind = ? AND number = ?
      """;

  /// What may stand against an undo that [#before] does not see.
  static final Set<Class<? extends GuardRefusal>> KNOWN_LATER =
      Set.of(
          GuardRefusal.UndoBuiltOn.class,
          GuardRefusal.UndoSplitsUnit.class,
          GuardRefusal.UnitOfDocument.class);

  private final Scene scene;
  private final HeldGoods held;
  private final WaitingTasks waiting;
  final Corrections corrections;

  Guards(Scene scene) {
    this.scene = scene;
    this.held = new HeldGoods(scene);
    this.waiting = new WaitingTasks(scene);
    this.corrections = new Corrections(scene);
  }

  private static final String SHIPPED =
      "SELECT 1 FROM sales_order WHERE number = ? AND state = 'shipped'";

  private static final String TAKEN_SINCE =
      """
      SELECT 1 FROM movement m
        JOIN product p ON p.id = m.product_id AND p.sku = ?
        JOIN location l ON l.id = m.from_location_id AND l.code = ?
       WHERE m.author = ?
         AND m.n > (SELECT min(u.n) FROM movement u
                     WHERE u.command_id = ? AND u.warehouse_id = m.warehouse_id)
       LIMIT 1""";

  /// Reasons, documents, whether for a document, whether corrected alone.
  private static final String UNDONE =
      """
      SELECT string_agg(DISTINCT m.reason, ','),
             coalesce((SELECT string_agg(DISTINCT d ->> 'document', ',')
                         FROM jsonb_array_elements(min(a.answer)::jsonb -> 'documents') d), ''),
             bool_and(m.reference IS NOT NULL),
             NOT EXISTS (SELECT FROM adjustment j
                          WHERE j.number = min(m.reference) AND j.needs_approval),
             EXISTS (SELECT FROM receipt_line l WHERE l.command_id = a.id)
        FROM answered_command a JOIN movement m ON m.command_id = a.id
       WHERE a.id = ? GROUP BY a.id""";

  /// To be asked before the command is given.
  Barrier before(Command command, Operator author) {
    return Barrier.of(
        switch (command) {
          case MoveStock c -> held.of(c);
          case TransferStock c -> held.of(c);
          case AdjustStock c -> {
            List<GuardRefusal> all = new ArrayList<>(held.of(c));
            corrections.refusal(c, author).ifPresent(all::add);
            yield all;
          }
          case ReceiveGoods c -> arrival(c);
          case PlaceReservation c -> holds(c.order()) ? List.of() : promise(c.order(), false);
          case ConfirmReservation c -> holds(c.order()) ? List.of() : promise(c.order(), true);
          case ReleaseReservation c -> holds(c.order()) ? promise(c.order(), true) : List.of();
          case UndoCommand c -> undo(c);
          case TaskCommand.CancelTask c -> waiting.of(c.warehouse(), c.task());
          case CountCommand.CountFromTask c -> waiting.of(c.warehouse(), c.task());
          default -> List.<GuardRefusal>of();
        });
  }

  /// Whether a document that stands in the way of a command which [#before] does not foresee really
  /// has these goods or this unit; how much of them it would leave is not looked at.
  boolean backs(GuardRefusal why) {
    return switch (why) {
      case GuardRefusal.GoodsOfDocument r ->
          HeldGoods.claims(scene.look).stream()
              .anyMatch(
                  claim ->
                      claim.sku().equals(r.sku().code())
                          && claim.kind() == r.document()
                          && claim.number().equals(r.number())
                          && claim.state().equals(r.given())
                          && (claim.place().isEmpty()
                              || r.bin().map(LocationCode::code).orElse("").equals(claim.place())));
      case GuardRefusal.UnitOfDocument r ->
          Stream.concat(
                  unit(r.unit()).stream().map(Barrier::said),
                  HeldGoods.claims(scene.look).stream()
                      .filter(claim -> claim.unit().equals(r.unit().code()))
                      .map(
                          claim ->
                              Barrier.said(
                                  new GuardRefusal.UnitOfDocument(
                                      r.unit(), claim.kind(), claim.number(), r.given(), ""))))
              .anyMatch(Barrier.said(r)::equals);
      case GuardRefusal.UndoBuiltOn r -> !scene.look.rows(TAKEN_SINCE, taken(r)).isEmpty();
      case GuardRefusal.UndoSplitsUnit r ->
          !r.location().equals(r.back())
              && scene.stock.piles().keySet().stream()
                  .anyMatch(
                      pile ->
                          pile.unit().equals(r.unit().code())
                              && pile.place().equals(r.location().code()));
      case GuardRefusal.UndoByDocument _,
          GuardRefusal.PromiseOfDocument _,
          GuardRefusal.TaskOfDocument _,
          GuardRefusal.ApprovalNeeded _,
          GuardRefusal.TooFewUntold _ ->
          false;
    };
  }

  /// Whether [#before] foresees all that documents may have against the command.
  static boolean foresees(Command command) {
    return switch (command) {
      case MoveStock _,
          TransferStock _,
          AdjustStock _,
          ReceiveGoods _,
          PlaceReservation _,
          ConfirmReservation _,
          ReleaseReservation _,
          UndoCommand _,
          TaskCommand.CancelTask _,
          CountCommand.CountFromTask _ ->
          true;
      default -> false;
    };
  }

  /// What has left altogether is promised no more.
  private boolean holds(Reference order) {
    return scene
        .stock
        .hold(order.code())
        .filter(hold -> hold.holds(scene.now()))
        .filter(hold -> !hold.lines().isEmpty() || scene.look.rows(SHIPPED, order.code()).isEmpty())
        .isPresent();
  }

  /// @param once only a document that somebody has begun with or that is over
  private List<GuardRefusal> promise(Reference order, boolean once) {
    boolean release = holds(order);
    List<GuardRefusal> all = new ArrayList<>();
    for (Look.Row row :
        scene.look.rows(
            """
            SELECT 'order', o.number, o.state, (SELECT sum(picked) FROM sales_order_line l
                                                 WHERE l.order_id = o.id) > 0
              FROM sales_order o WHERE o.number = ?
            UNION ALL SELECT 'transfer', t.number, t.state, true
              FROM transfer t WHERE 'transfer:' || t.number = ?
            """,
            order.code(),
            order.code())) {
      String state = row.text(2);
      boolean fresh = NOT_BEGUN.contains(state);
      if (!once || !fresh || release && row.flag(3)) {
        all.add(
            new GuardRefusal.PromiseOfDocument(
                DocumentKind.of(row.text(0)),
                new Reference(row.text(1)),
                fresh && row.flag(3) ? state + ", begun" : state,
                ""));
      }
    }
    return all;
  }

  private List<GuardRefusal> arrival(ReceiveGoods c) {
    List<GuardRefusal> all = new ArrayList<>();
    c.handlingUnit().ifPresent(unit -> all.addAll(unit(unit)));
    c.purchaseOrder()
        .ifPresent(
            order ->
                scene
                    .look
                    .rows(
                        "SELECT a.number, a.state FROM asn a WHERE a.purchase_order = ?"
                            + " AND a.state NOT IN ('received', 'closed', 'cancelled')",
                        order.code())
                    .forEach(
                        row ->
                            all.add(
                                new GuardRefusal.GoodsOfDocument(
                                    c.sku(),
                                    Optional.empty(),
                                    c.quantity().units(),
                                    0,
                                    DocumentKind.ASN,
                                    new Reference(row.text(0)),
                                    row.text(1),
                                    ""))));
    return all;
  }

  /// Units under way, announced, or packed for an order: by what was sent, announced and packed.
  private List<GuardRefusal> unit(HandlingUnit unit) {
    return scene
        .look
        .rows(
            """
            SELECT DISTINCT 'transfer', t.number, 'in_transit' FROM transfer_content c
              JOIN transfer t ON t.id = c.transfer_id
             WHERE c.handling_unit = ? AND c.shipped > c.settled AND t.state IN ('shipped', 'short')
            UNION ALL
            SELECT DISTINCT 'asn', a.number, a.state FROM asn_line l JOIN asn a ON a.id = l.asn_id
             WHERE l.handling_unit = ? AND l.received < l.announced
               AND a.state NOT IN ('received', 'closed', 'cancelled')
            UNION ALL
            SELECT u.document, u.reference, u.state FROM package_line q
              JOIN package p ON p.code = q.code JOIN handling_unit u ON u.code = q.code
             WHERE q.code = ? AND p.shipped_at IS NULL AND p.state <> 'put_back'
            """,
            unit.code(),
            unit.code(),
            unit.code())
        .stream()
        .<GuardRefusal>map(
            row ->
                new GuardRefusal.UnitOfDocument(
                    unit,
                    DocumentKind.of(row.text(0)),
                    new Reference(row.text(1)),
                    row.text(2),
                    ""))
        .toList();
  }

  private static Object[] taken(GuardRefusal.UndoBuiltOn r) {
    return new Object[] {r.sku().code(), r.location().code(), r.who().code(), r.undone().uuid()};
  }

  /// Whether the documents of the command follow when it is undone: the last steps of people on
  /// the floor, as the reasons of their movements and what their answers named tell them. What came
  /// without a document may stand in a receipt since, which follows too.
  private boolean follows(UndoCommand c) {
    return scene.look.rows(UNDONE, c.undone().uuid()).stream()
        .anyMatch(
            row ->
                switch (row.text(0)) {
                  case "pick" -> row.text(1).contains("pick");
                  case "put_away" -> row.text(1).equals("task");
                  case "receipt" -> row.text(1).contains("receipt") || row.flag(4);
                  case "pack" -> row.flag(2) && !row.text(1).contains("transfer");
                  case "undo" -> false;
                  default ->
                      row.text(1).equals("handling_unit") && !row.flag(2)
                          || row.text(1).equals("adjustment") && row.flag(3);
                });
  }

  /// What the answer to the command named, as far as there is such a document.
  private List<GuardRefusal> undo(UndoCommand c) {
    if (follows(c)) {
      return List.of();
    }
    return scene
        .look
        .rows(
            """
            SELECT d ->> 'document', d ->> 'number', d ->> 'state'
              FROM answered_command a, jsonb_array_elements(a.answer::jsonb -> 'documents') d
             WHERE a.id = ? AND EXISTS (SELECT FROM movement m WHERE m.command_id = a.id)
             UNION
            SELECT 'receipt', r.number, r.state
              FROM receipt_line l JOIN receipt r ON r.id = l.receipt_id
              JOIN answered_command a ON a.id = l.command_id
             WHERE l.command_id = ? AND a.answer::jsonb -> 'documents' IS NULL
            """,
            c.undone().uuid(),
            c.undone().uuid())
        .stream()
        .filter(row -> !scene.look.rows(NUMBERED, row.text(0), row.text(1)).isEmpty())
        .<GuardRefusal>map(
            row ->
                new GuardRefusal.UndoByDocument(
                    c.undone(),
                    DocumentKind.of(row.text(0)),
                    new Reference(row.text(1)),
                    row.text(2),
                    ""))
        .toList();
  }
}
