package dev.stockwright.client.workflow.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Step;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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

  private static final Wording ENGLISH = wording(Language.ENGLISH);

  private static Wording wording(Language language) {
    Instant then = ReceivingRows.TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC);
    return new Wording(language, ZoneOffset.UTC, InstantSource.fixed(then));
  }

  private static String kind(Step<ReceivingState> step) {
    return switch (step) {
      case Step.Asked<ReceivingState> asked -> "Asked";
      case Step.Mistaken<ReceivingState> mistaken -> "Mistaken";
      case Step.Warned<ReceivingState> warned -> "Warned";
      case Step.Undecided<ReceivingState> undecided -> "Undecided";
      case Step.Left<ReceivingState> left -> "Left";
      case Step.Recorded<ReceivingState> recorded ->
          "Recorded" + (recorded.insisted() ? "!" : "") + (recorded.complete() ? "*" : "");
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
                      Step<ReceivingState> step = row.event().on(WORKFLOW, before);
                      assertEquals(row.says(), ENGLISH.headline(step.said().headline()));
                      assertEquals(row.step(), kind(step));
                      if (step instanceof Step.Mistaken) {
                        ReceivingState prepared = row.event().prepared(WORKFLOW, before);
                        assertEquals(prepared, step.state(), "a mistake keeps the state");
                      }
                      if (step instanceof Step.Recorded) {
                        assertEquals("Ready", ReceivingRows.phase(step.state()));
                        assertEquals(1, step.state().times(), "what was keyed in is used up");
                      }
                      assertTrue(row.says().length() <= 80);
                      String detail = step.said().detail().map(ENGLISH::say).orElse("");
                      assertTrue(detail.matches(".*[.?]"), detail);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyStepFitsInEveryLanguage() {
    return Stream.of(Language.values())
        .map(wording -> wording(wording))
        .flatMap(
            words ->
                ReceivingRows.all().stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                words.language() + " " + where(row) + ": " + row.input(),
                                () -> fits(row, words))));
  }

  /// In 80 characters, and no gap is left open in what stands on the band and on the screen.
  private static void fits(Row row, Wording words) {
    Step<ReceivingState> step = row.event().on(WORKFLOW, ReceivingRows.after(row.before()));
    Text headline = step.said().headline();
    assertEquals(words.say(headline), words.headline(headline), "short names are not cut");
    Card card = WORKFLOW.card(step.state(), ReceivingRows.scene(false));
    Stream.of(
            Stream.of(headline, card.title(), card.prompt().instruction()),
            step.said().detail().stream(),
            step.said().value().stream(),
            card.context().stream(),
            card.prompt().detail().stream(),
            card.question().stream().flatMap(q -> Stream.of(q.subject(), q.reason(), q.after())),
            card.question().stream()
                .flatMap(q -> q.answers().stream())
                .flatMap(
                    answer -> Stream.concat(Stream.of(answer.label()), answer.detail().stream())))
        .flatMap(texts -> texts)
        .map(words::say)
        .forEach(
            said ->
                assertTrue(!said.contains("…") && !said.isBlank() && !said.contains("{"), said));
    assertEquals(
        step.state().phase() instanceof ReceivingState.Deciding, card.question().isPresent());
  }

  private static ReceiveGoods command(ReceivingRows.Event... events) {
    List<ReceivingRows.Event> all = List.of(events);
    ReceivingState before = ReceivingRows.after(all.subList(0, all.size() - 1));
    Step<ReceivingState> step = all.getLast().on(WORKFLOW, before);
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<ReceivingState> recorded
        ? (ReceiveGoods) recorded.commands().getFirst()
        : ReceiveGoods.class.cast(step);
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
    Step<ReceivingState> step =
        ReceivingRows.ROPE_ELSEWHERE.on(WORKFLOW, ReceivingRows.after(List.of(ReceivingRows.PO)));
    assertEquals(
        List.of("Use PO-7", "Extra line", "Leave it"),
        WORKFLOW
            .card(step.state(), ReceivingRows.scene(false))
            .question()
            .orElseThrow()
            .answers()
            .stream()
            .map(answer -> ENGLISH.say(answer.label()))
            .toList());
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
      if (!row.step().equals("Mistaken")) {
        edges.add("  " + from + " --> " + row.then() + ": " + row.input() + "\n");
      }
      table.append(
          "| "
              + where(row)
              + " | "
              + row.input()
              + " | "
              + row.step()
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

    The steps: `Asked` wants something else next, `Mistaken` changes nothing, `Undecided` asks a
    person, `Recorded` is written to the outbox and then said (`*`: the line is complete, `!`: a
    person has insisted, and the server records it even where the books cannot explain it). The
    headlines are the English ones of the catalogue.

    ```mermaid
    """
        + diagram
        + """
        ```

        | where | scanned or pressed | step | headline | then |
        |---|---|---|---|---|
        """
        + table;
  }
}
