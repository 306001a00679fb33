package dev.stockwright.desktop.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.WorkCards;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkViewModelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");

  private final Wording words = new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> NOW);
  private final Asked asked = new Asked();
  private final WorkViewModel model = new WorkViewModel(asked, asked, new Speech(words));

  private void show(Card card, boolean back) {
    model.show(WorkPainter.paint(card, false, back, words));
  }

  private static Scan scan(String text) {
    return Scan.ofText(text, new DeviceId("scanner-1"), NOW);
  }

  @Test
  void digitsAreAQuantityThatEnterSaves() {
    show(WorkCards.pick(), true);
    model.typed('1');
    model.typed('2');
    assertEquals("Enter saves 12", model.instruction().get().text());
    model.erase();
    model.typed('3');
    assertTrue(model.enter());
    assertEquals(List.of("given Keyed[units=13]"), asked.lines());
    assertEquals(0, model.number().get());
    assertEquals("Scan the product", model.instruction().get().text());
  }

  @Test
  void aScanSavesTheTypedNumberWithIt() {
    show(WorkCards.pick(), true);
    model.typed('6');
    model.scan(scan("A-03-02"));
    model.scan(scan("A-03-02"));
    assertEquals(List.of("card A-03-02 x6", "card A-03-02"), asked.lines());
  }

  @Test
  void whereNothingIsCountedDigitsMeanNothing() {
    show(WorkCards.home(), false);
    model.typed('6');
    assertEquals(0, model.number().get());
    assertFalse(model.enter(), "nothing is chosen and there is no main button");
  }

  @Test
  void keysAnswerTheOpenQuestionOnce() {
    show(WorkCards.question(), true);
    assertEquals(Instruction.Kind.DECIDE, model.instruction().get().kind());
    model.typed('4');
    model.typed('2');
    assertEquals(List.of("given Press[key=SKIP]"), asked.lines());
    assertEquals(Optional.empty(), model.decision().get());
  }

  @Test
  void arrowsChooseALineAndEnterOpensIt() {
    show(WorkCards.home(), false);
    model.moveSelection(1);
    model.moveSelection(1);
    model.moveSelection(1);
    model.moveSelection(-1);
    model.enter();
    assertEquals(List.of("given Point[what=PUT_AWAY]"), asked.lines());
  }

  @Test
  void theChosenLineStaysWhenTheCardIsDrawnAgainAndGoesWithAnotherCard() {
    show(WorkCards.home(), false);
    model.moveSelection(1);
    show(WorkCards.home(), false);
    assertTrue(model.selected().get().isPresent());
    show(WorkCards.pick(), true);
    assertEquals(Optional.empty(), model.selected().get());
  }

  @Test
  void anUnfinishedNumberGoesWhenAnotherThingIsAsked() {
    show(WorkCards.pick(), true);
    model.typed('7');
    show(WorkCards.pick(), true);
    assertEquals(7, model.number().get());
    show(WorkCards.close(), true);
    assertEquals(0, model.number().get());
  }

  @Test
  void escTakesBackTheNumberThenTheChoiceThenOneStep() {
    show(WorkCards.close(), true);
    model.typed('5');
    model.escape();
    assertEquals(List.of(), asked.lines());
    model.escape();
    assertEquals(List.of("given Press[key=BACK]"), asked.lines());
    asked.forget();
    show(WorkCards.home(), false);
    model.escape();
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void enterIsTheMainButton() {
    show(WorkCards.close(), true);
    assertTrue(model.enter());
    assertEquals(List.of("given Press[key=ALL]"), asked.lines());
  }

  @Test
  void whatIsOftenNeededHasItsOwnKeyAndTheRestTakesWhatIsFree() {
    WorkPicture pick = WorkPainter.paint(WorkCards.pick(), false, true, words);
    assertEquals(
        List.of(
            "F2 Other lot",
            "F3 Short",
            "F4 Quantity",
            "F5 Skip for now",
            "F9 Damaged",
            "F12 Done with this"),
        pick.more().stream().map(choice -> choice.key() + " " + choice.words()).toList());
    model.show(pick);
    assertTrue(model.function(12));
    assertFalse(model.function(11));
    assertEquals(List.of("given Press[key=DONE]"), asked.lines());
  }

  @Test
  void f4AsksTheCardWhereItHasNoNumber() {
    Card card =
        WorkCards.home()
            .more(
                List.of(Card.Action.press(Icon.KEYPAD, WorkCards.text("Quantity"), Key.QUANTITY)));
    show(card, false);
    model.askQuantity();
    assertEquals(List.of("given Press[key=QUANTITY]"), asked.lines());
    asked.forget();
    show(WorkCards.pick(), true);
    model.askQuantity();
    assertEquals("Type the quantity", model.instruction().get().text());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void anUnknownNumberIsAQuestionMark() {
    assertEquals(
        Optional.of(new WorkPicture.Figures("?", "of 48", false)),
        WorkPainter.paint(WorkCards.close(), false, true, words)
            .goods()
            .flatMap(WorkPicture.Goods::number));
  }
}
