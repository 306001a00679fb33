package dev.stockwright.client.workflow.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.workflow.Turn;
import dev.stockwright.client.workflow.receiving.ReceivingRows.Row;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReceivingWorkflowTest {
  private static final ReceivingWorkflow WORKFLOW = new ReceivingWorkflow();

  private static String kind(Turn<ReceivingState> turn) {
    return switch (turn) {
      case Turn.Ask<ReceivingState> ask -> "Ask";
      case Turn.Mistake<ReceivingState> mistake -> "Mistake";
      case Turn.Decide<ReceivingState> decide -> "Decide";
      case Turn.Done<ReceivingState> done ->
          "Done" + (done.insisted() ? "!" : "") + (done.complete() ? "*" : "");
    };
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return ReceivingRows.all().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    where(row) + ": " + row.input(),
                    () -> {
                      ReceivingState before = ReceivingRows.after(row.before());
                      Turn<ReceivingState> turn = row.event().on(WORKFLOW, before);
                      assertEquals(row.says(), turn.saying().headline());
                      assertEquals(row.turn(), kind(turn));
                      if (turn instanceof Turn.Mistake) {
                        assertEquals(before, turn.state(), "a mistake keeps the state");
                      }
                      if (turn instanceof Turn.Done) {
                        assertEquals("Ready", ReceivingRows.phase(turn.state()));
                      }
                      assertTrue(turn.saying().headline().length() <= 80);
                      assertTrue(turn.saying().detail().matches(".*[.?]"), turn.saying().detail());
                    }));
  }

  private static ReceiveGoods command(ReceivingRows.Event... events) {
    List<ReceivingRows.Event> all = List.of(events);
    ReceivingState before = ReceivingRows.after(all.subList(0, all.size() - 1));
    Turn<ReceivingState> turn = all.getLast().on(WORKFLOW, before);
    assertInstanceOf(Turn.Done.class, turn, turn.toString());
    return turn instanceof Turn.Done<ReceivingState> done
        ? (ReceiveGoods) done.command()
        : ReceiveGoods.class.cast(turn);
  }

  private static ReceiveGoods receive(String sku, long units) {
    return new ReceiveGoods(
        ReceivingRows.NORTH,
        new dev.stockwright.vocabulary.Sku(sku),
        new Quantity(units),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aBlindCaseIsItsPiecesAtTheWarehousesOwnPlace() {
    assertEquals(receive("HM-1", 24), command(ReceivingRows.HAMMER_CASE));
  }

  @Test
  void theCommandSaysWhatTheLabelTheOrderAndThePlaceSay() {
    ReceiveGoods milk = command(ReceivingRows.PO, ReceivingRows.STAGING, ReceivingRows.MILK_LOT);
    assertEquals(
        new ReceiveGoods(
            ReceivingRows.NORTH,
            ReceivingRows.MILK.sku(),
            new Quantity(24),
            Optional.of(new LocationCode("STG-2")),
            Optional.of(new LotCode("L2")),
            Optional.of(ReceivingRows.TODAY.plusDays(9)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Reference("PO-1")),
            Optional.empty()),
        milk);
  }

  @Test
  void aTypedLotAndAScannedSerialNumberEndUpInTheCommand() {
    assertEquals(
        Optional.of(new LotCode("L-77")),
        command(ReceivingRows.MILK_CASE, ReceivingRows.TEXT).lot());
    assertEquals(
        Optional.of(new SerialNumber("L-77")),
        command(ReceivingRows.DRILL_PIECE, ReceivingRows.TEXT).serial());
  }

  @Test
  void quarantineAndPalletEndUpInTheCommand() {
    Row quarantine = row("TO QUARANTINE");
    assertEquals(Optional.of(Condition.QUARANTINE), command(events(quarantine)).condition());
    Row pallet = row("pallet label with 60 cases");
    assertEquals(
        Optional.of(new HandlingUnit("006141411234567890")),
        command(events(pallet)).handlingUnit());
  }

  private static ReceivingRows.Event[] events(Row row) {
    return Stream.concat(row.before().stream(), Stream.of(row.event()))
        .toArray(ReceivingRows.Event[]::new);
  }

  private static Row row(String input) {
    return ReceivingRows.all().stream()
        .filter(row -> row.input().equals(input))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void useOtherOrderGoesOnWithThatOrder() {
    ReceiveGoods rope = command(events(row("USE OTHER ORDER")));
    assertEquals(Optional.of(new Reference("PO-7")), rope.purchaseOrder());
  }

  @Test
  void aQuestionOffersTheThreeWays() {
    Turn<ReceivingState> turn =
        ReceivingRows.ROPE_ELSEWHERE.on(WORKFLOW, ReceivingRows.after(List.of(ReceivingRows.PO)));
    assertEquals(
        List.of("Use PO-7", "Extra line", "Leave it"),
        turn instanceof Turn.Decide<ReceivingState> decide
            ? decide.options().stream().map(o -> o.label()).toList()
            : List.of());
  }

  private static String where(Row row) {
    ReceivingState state = ReceivingRows.after(row.before());
    return ReceivingRows.phase(state) + (state.order().isPresent() ? ", order open" : "");
  }

  /// The page is printed from the table, so that it cannot say anything else than the code does.
  @Test
  void thePageShowsThisTable() throws IOException {
    StringBuilder diagram = new StringBuilder("stateDiagram-v2\n  [*] --> Ready\n");
    StringBuilder table = new StringBuilder();
    Set<String> edges = new LinkedHashSet<>();
    for (Row row : ReceivingRows.all()) {
      String from = ReceivingRows.phase(ReceivingRows.after(row.before()));
      if (!row.turn().equals("Mistake")) {
        edges.add("  " + from + " --> " + row.then() + ": " + row.input() + "\n");
      }
      table.append(
          "| "
              + where(row)
              + " | "
              + row.input()
              + " | "
              + row.turn()
              + " | "
              + row.says()
              + " | "
              + row.then()
              + " |\n");
    }
    edges.forEach(diagram::append);
    String page = page(diagram.toString(), table.toString());
    Path printed = Path.of("target", "receiving.md");
    Files.writeString(printed, page);
    Path file = Path.of("..", "docs", "workflows", "receiving.md");
    assertEquals(
        page,
        Files.exists(file) ? Files.readString(file) : "",
        "docs/workflows/receiving.md differs; copy client-core/target/receiving.md there");
  }

  private static String page(String diagram, String table) {
    return """
        # Receiving

        Goods are taken in the moment they are scanned, blind or against an open purchase order.
        Only what is missing or doubtful is asked. This page is printed from the table that
        `ReceivingWorkflowTest` runs, so it says what the code does.

        The turns: `Ask` wants something else next, `Mistake` changes nothing, `Decide` asks a person,
        `Done` is written to the outbox and then said (`*`: the line is complete, `!`: a person has
        insisted, and the server records it even where the books cannot explain it).

        ```mermaid
        """
        + diagram
        + """
        ```

        | where | scanned or pressed | turn | headline | then |
        |---|---|---|---|---|
        """
        + table;
  }
}
