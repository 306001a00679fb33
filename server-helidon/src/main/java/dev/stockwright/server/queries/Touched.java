package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.ADJUSTMENT;
import static dev.stockwright.db.tables.Tables.ANSWERED_COMMAND;
import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.RESERVATION;
import static dev.stockwright.db.tables.Tables.RESERVATION_LINE;
import static dev.stockwright.db.tables.Tables.STOCK_COUNT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/// Which warehouses a command touches that does not name them itself.
public final class Touched {
  private static final Operator NOBODY = new Operator("-");

  private final Database database;

  public Touched(Database database) {
    this.database = database;
  }

  /// A command that was accepted earlier.
  ///
  /// @param author who moved something with it
  public record Done(Operator author, Set<WarehouseCode> warehouses) {
    public Done {
      warehouses = Set.copyOf(warehouses);
    }
  }

  /// The warehouses in which `who` counts a bin now.
  public Set<WarehouseCode> counting(Operator who) {
    return codes(
        database
            .reading()
            .selectDistinct(WAREHOUSE.CODE)
            .from(COUNT_BIN)
            .join(STOCK_COUNT)
            .on(STOCK_COUNT.ID.eq(COUNT_BIN.COUNT_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_COUNT.WAREHOUSE_ID))
            .where(COUNT_BIN.COUNTER.eq(who.code()))
            .and(COUNT_BIN.STATE.eq(DSL.inline("counting")))
            .and(STOCK_COUNT.STATE.in("requested", "counting", "counted", "recount", "review"))
            .fetch(WAREHOUSE.CODE));
  }

  /// Those of `wanted` that there are.
  public Set<WarehouseCode> existing(Set<WarehouseCode> wanted) {
    String[] codes = wanted.stream().map(WarehouseCode::code).toArray(String[]::new);
    return codes(
        database
            .reading()
            .select(WAREHOUSE.CODE)
            .from(WAREHOUSE)
            .where(WAREHOUSE.CODE.eq(DSL.any(codes)))
            .fetch(WAREHOUSE.CODE));
  }

  /// The warehouses of the latest reservation of `order`; none when it has none.
  public Set<WarehouseCode> byReservation(Reference order) {
    return codes(
        database
            .reading()
            .selectDistinct(WAREHOUSE.CODE)
            .from(RESERVATION_LINE)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(RESERVATION_LINE.WAREHOUSE_ID))
            .where(
                RESERVATION_LINE.RESERVATION_ID.eq(
                    DSL.select(DSL.max(RESERVATION.ID))
                        .from(RESERVATION)
                        .where(RESERVATION.ORDER_CODE.eq(order.code()))))
            .fetch(WAREHOUSE.CODE));
  }

  /// The refused work that a referral is about.
  public Optional<Command> referred(CommandId referral) {
    return database
        .reading()
        .fetchOptional("SELECT told FROM referral WHERE refused = ?", referral.uuid())
        .map(row -> Wire.COMMAND.read(Objects.requireNonNull(row.get("told", String.class))));
  }

  /// What an accepted command has touched; empty when nobody knows it or it was refused.
  public Optional<Done> byCommand(CommandId id) {
    return accepted(id)
        .map(
            answer ->
                answer.changes().isEmpty()
                    ? proposal(answer).orElse(new Done(NOBODY, Set.of()))
                    : done(id, answer.changes()));
  }

  private Done done(CommandId id, List<Answer.Change> changes) {
    return new Done(
        author(id, changes).orElse(NOBODY),
        changes.stream().map(Answer.Change::warehouse).collect(Collectors.toUnmodifiableSet()));
  }

  /// Who proposed a correction, by which nothing has moved.
  private Optional<Done> proposal(Answer.Accepted answer) {
    return answer.documents().stream()
        .filter(document -> document.document() == DocumentKind.ADJUSTMENT)
        .findFirst()
        .flatMap(
            document ->
                database
                    .reading()
                    .select(ADJUSTMENT.PROPOSED_BY, WAREHOUSE.CODE)
                    .from(ADJUSTMENT)
                    .join(WAREHOUSE)
                    .on(WAREHOUSE.ID.eq(ADJUSTMENT.WAREHOUSE_ID))
                    .where(ADJUSTMENT.NUMBER.eq(document.number().code()))
                    .fetchOptional(
                        row ->
                            new Done(
                                new Operator(row.value1()),
                                Set.of(new WarehouseCode(row.value2())))));
  }

  /// What an accepted command has changed.
  Optional<List<Answer.Change>> changes(CommandId id) {
    return accepted(id).map(Answer.Accepted::changes);
  }

  private Optional<Answer.Accepted> accepted(CommandId id) {
    String answer =
        database
            .reading()
            .select(ANSWERED_COMMAND.ANSWER)
            .from(ANSWERED_COMMAND)
            .where(ANSWERED_COMMAND.ID.eq(id.uuid()))
            .fetchOne(ANSWERED_COMMAND.ANSWER);
    return answer != null && Wire.ANSWER.read(answer) instanceof Answer.Accepted accepted
        ? Optional.of(accepted)
        : Optional.empty();
  }

  private Optional<Operator> author(CommandId id, List<Answer.Change> changes) {
    for (Answer.Change change : changes) {
      String author =
          database
              .reading()
              .select(MOVEMENT.AUTHOR)
              .from(MOVEMENT)
              .join(WAREHOUSE)
              .on(WAREHOUSE.ID.eq(MOVEMENT.WAREHOUSE_ID))
              .where(WAREHOUSE.CODE.eq(change.warehouse().code()))
              .and(MOVEMENT.N.between(change.firstN(), change.lastN()))
              .and(MOVEMENT.COMMAND_ID.eq(id.uuid()))
              .limit(1)
              .fetchOne(MOVEMENT.AUTHOR);
      if (author != null) {
        return Optional.of(new Operator(author));
      }
    }
    return Optional.empty();
  }

  private static Set<WarehouseCode> codes(List<String> codes) {
    return codes.stream().map(WarehouseCode::new).collect(Collectors.toUnmodifiableSet());
  }
}
