package dev.stockwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RightsTest {
  private static final WarehouseCode OWN = new WarehouseCode("OWN");
  private static final WarehouseCode FOREIGN = new WarehouseCode("FOREIGN");
  private static final Sku SKU = new Sku("S");
  private static final Quantity ONE = new Quantity(1);

  /// Who may, by the first letter of the role: Worker, Receiver, Counter, Supervisor, Admin,
  /// Integration; a dot stands for each who may not.
  private static final Map<Class<? extends Command>, String> MATRIX =
      Map.of(
          ReceiveGoods.class, "WR.SAI",
          MoveStock.class, "WR.SAI",
          AdjustStock.class, "...SAI",
          TransferStock.class, "...SAI",
          PlaceReservation.class, "...SAI",
          ConfirmReservation.class, "...SAI",
          ReleaseReservation.class, "...SAI",
          UndoCommand.class, "WRCSAI");

  @Test
  void theMatrixHasEveryCommand() {
    assertEquals(Set.of(StockCommand.class.getPermittedSubclasses()), Set.copyOf(MATRIX.keySet()));
  }

  @TestFactory
  Stream<DynamicTest> everyRoleAndCommandInOwnAndForeignWarehouse() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Class<? extends Command> kind : MATRIX.keySet()) {
        boolean may = MATRIX.getOrDefault(kind, "").indexOf(role.name().charAt(0)) >= 0;
        tests.add(cell(role, kind, OWN, may));
        tests.add(cell(role, kind, FOREIGN, false));
      }
    }
    return tests.stream();
  }

  private static DynamicTest cell(
      Role role, Class<? extends Command> kind, WarehouseCode where, boolean may) {
    return DynamicTest.dynamicTest(
        role + " " + kind.getSimpleName() + " in " + where,
        () -> {
          Command command = command(kind, where);
          Set<WarehouseCode> named = Rights.named(command);
          Set<WarehouseCode> touched = named.isEmpty() ? Set.of(where) : named;
          assertEquals(may, Rights.refusal(who(role), command, touched).isEmpty());
        });
  }

  @Test
  void aTransferNeedsBothEnds() {
    Principal who = who(Role.SUPERVISOR);
    for (Command transfer : List.of(transfer(OWN, FOREIGN), transfer(FOREIGN, OWN))) {
      assertEquals(Set.of(OWN, FOREIGN), Rights.named(transfer));
      assertEquals(
          true, Rights.refusal(who, transfer, Rights.named(transfer)).isPresent(), transfer + "");
    }
  }

  @Test
  void aReservationNeedsTheWarehousesOfAllLines() {
    Command reserve =
        new PlaceReservation(
            new Reference("SO"),
            List.of(
                new PlaceReservation.Line(SKU, OWN, ONE),
                new PlaceReservation.Line(SKU, FOREIGN, ONE)),
            60);
    assertEquals(
        true, Rights.refusal(who(Role.SUPERVISOR), reserve, Rights.named(reserve)).isPresent());
  }

  @Test
  void onlyThoseWhoDecideUndoTheWorkOfOthers() {
    List<Role> may =
        Arrays.stream(Role.values())
            .filter(role -> Rights.refusalToUndoOthers(who(role)).isEmpty())
            .toList();
    assertEquals(List.of(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION), may);
  }

  @TestFactory
  Stream<DynamicTest> everyRoleAndQuestion() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Question question : Question.values()) {
        boolean may =
            switch (question) {
              case METRICS, SYSTEM, IMPORTS -> role == Role.ADMIN || role == Role.INTEGRATION;
              case EXPORTS, SETTINGS, REPORTS, VALUES, COUNT_RESULTS, REORDERING, REFERRALS ->
                  role == Role.SUPERVISOR || role == Role.ADMIN || role == Role.INTEGRATION;
              case LEVELS,
                  LOW_STOCK,
                  BALANCES,
                  HISTORY,
                  MOVEMENTS,
                  TRACES,
                  REASONS,
                  ALERTS,
                  ADJUSTMENTS,
                  PURCHASE_ORDERS,
                  PICKS,
                  ORDERS,
                  TILLS,
                  RECEIPTS,
                  TRANSFERS ->
                  role != Role.COUNTER;
              default -> true;
            };
        tests.add(
            DynamicTest.dynamicTest(
                role + " " + question,
                () -> {
                  assertEquals(may, Rights.refusal(who(role), question).isEmpty());
                  assertEquals(may, Rights.refusal(who(role), question, OWN).isEmpty());
                  assertEquals(false, Rights.refusal(who(role), question, FOREIGN).isEmpty());
                }));
      }
    }
    return tests.stream();
  }

  private static Principal who(Role role) {
    return new Principal(1, new Operator("x"), "X", role, Set.of(OWN), Principal.NO_DEVICE);
  }

  private static Command transfer(WarehouseCode from, WarehouseCode to) {
    return new TransferStock(
        from,
        to,
        SKU,
        ONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Command command(Class<? extends Command> kind, WarehouseCode at) {
    if (kind == ReceiveGoods.class) {
      return new ReceiveGoods(
          at,
          SKU,
          ONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (kind == MoveStock.class) {
      return new MoveStock(
          at,
          SKU,
          ONE,
          new LocationCode("A"),
          new LocationCode("B"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (kind == AdjustStock.class) {
      return new AdjustStock(
          at,
          SKU,
          1,
          Optional.of(new ReasonCode("found")),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (kind == TransferStock.class) {
      return transfer(at, OWN);
    }
    if (kind == PlaceReservation.class) {
      return new PlaceReservation(
          new Reference("SO"), List.of(new PlaceReservation.Line(SKU, at, ONE)), 60);
    }
    if (kind == ConfirmReservation.class) {
      return new ConfirmReservation(new Reference("SO"));
    }
    if (kind == ReleaseReservation.class) {
      return new ReleaseReservation(new Reference("SO"));
    }
    return new UndoCommand(new CommandId(new UUID(1, 1)));
  }
}
