package dev.stockwright.desktop.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.harness.Spoken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttentionViewModelTest {
  private final Asked asked = new Asked();
  private final AttentionViewModel model = new AttentionViewModel(asked, Spoken.english());

  @Test
  void theFirstIsChosenAndCanBeSentAgain() {
    model.items().setAll(Goods.refused());
    model.sendAgain();
    model.moveSelection(1);
    model.sendAgain();
    assertEquals(List.of("send again c1", "send again c2"), asked.lines());
  }

  @Test
  void onlyASupervisorInsists() {
    model.items().setAll(Goods.refused());
    model.insist();
    assertEquals(List.of(), asked.lines());
    model.insisting().set(Optional.of("It happened, record it"));
    model.insist();
    assertEquals(List.of("insist c1"), asked.lines());
  }

  @Test
  void whatASupervisorHasIsOnlyLookedAt() {
    model.items().setAll(Goods.refused());
    model.refer();
    assertEquals(List.of("refer c1"), asked.lines());
    asked.forget();
    AttentionItem first = Goods.refused().getFirst();
    model
        .items()
        .setAll(
            new AttentionItem(
                first.id(),
                first.at(),
                first.done(),
                first.why(),
                first.who(),
                Optional.of("With the supervisor since 10:42")));
    model.insisting().set(Optional.of("It happened, record it"));
    model.refer();
    model.sendAgain();
    model.insist();
    model.askDiscard();
    assertTrue(model.question().get().isEmpty());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void nothingIsDiscardedWithoutAReason() {
    model.items().setAll(Goods.refused());
    model.askDiscard();
    assertTrue(model.question().get().isPresent());
    model.escape();
    model.askDiscard();
    model.answer(1);
    assertEquals(List.of(), asked.lines(), "the first answer keeps it");
    model.askDiscard();
    model.answer(2);
    assertEquals(List.of("discard c1 recorded_otherwise"), asked.lines());
  }

  @Test
  void anAnswerWithoutAQuestionDoesNothing() {
    model.items().setAll(Goods.refused());
    model.answer(2);
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void whenTheChosenOneIsGoneTheNextIsChosen() {
    model.items().setAll(Goods.refused());
    model.items().removeFirst();
    assertEquals(Optional.of("c2"), model.chosen().get().map(AttentionItem::id));
    model.items().clear();
    assertEquals(Optional.empty(), model.chosen().get());
  }
}
