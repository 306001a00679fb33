package dev.stockwright.client.workflow.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountingTableTest {
  @TestFactory
  Stream<DynamicTest> theTable() {
    return CountingRows.all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    CountingRows.all()
        .isThePage(
            "counting-steps",
            """
            # Counting, on a device

            A bin is one scan and each product in it is one; the scan of the next bin closes the one
            before. The counter is never told what should be there. What the server makes of it stands in
            [counting](counting.md).
            """);
  }

  /// No gap is left open, nothing is cut, and what is asked fits on a line of its own.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCardFitsInEveryLanguage(Language language) {
    Wording words = new Wording(language, ZoneOffset.UTC, () -> Scenes.NOW);
    Scene scene = Scenes.online(CountingSite.books());
    for (CountingState state : CountingRows.all().states()) {
      Card card = new CountingWorkflow().card(state, scene);
      Stream.of(
              Stream.of(card.title(), card.prompt().instruction()),
              card.context().stream(),
              card.prompt().detail().stream(),
              card.hint().stream(),
              card.rows().stream().map(Card.Row::head),
              card.primary().stream().map(Card.Action::label),
              card.more().stream().map(Card.Action::label),
              card.figures().stream().map(Card.Figure::label),
              card.question().stream()
                  .flatMap(asked -> Stream.of(asked.subject(), asked.reason(), asked.after())),
              card.question().stream()
                  .flatMap(asked -> asked.answers().stream())
                  .map(Card.Action::label))
          .flatMap(texts -> texts)
          .map(words::say)
          .forEach(
              said -> {
                assertTrue(!said.contains("…") && !said.isBlank() && !said.contains("{"), said);
                assertTrue(said.length() <= 80 || language == Language.PSEUDO, said);
              });
    }
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(CountingState.class);
    CountingRows.all()
        .states()
        .forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
