package dev.stockwright.client.workflow.counting;

import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static dev.stockwright.client.workflow.counting.CountingSite.A1;
import static dev.stockwright.client.workflow.counting.CountingSite.A2;
import static dev.stockwright.client.workflow.counting.CountingSite.ENGLISH;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_EACH;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_MANY;
import static dev.stockwright.client.workflow.counting.CountingSite.SHIRT;
import static dev.stockwright.client.workflow.counting.CountingSite.goods;
import static dev.stockwright.client.workflow.counting.CountingSite.label;
import static dev.stockwright.client.workflow.counting.CountingSite.tags;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.protocol.CountCommand.CloseBin;
import dev.stockwright.protocol.CountCommand.CountLine;
import dev.stockwright.protocol.CountCommand.CountTags;
import dev.stockwright.protocol.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Counting with a reader.
class CountingTagsTest {
  private static CountingWalk walk() {
    return new CountingWalk(CountingSite.books()).then(A1);
  }

  private static Event shirt(String serial) {
    return goods(SHIRT, PackLevel.EACH, label("", serial));
  }

  private static List<String> figures(CountingWalk walk) {
    return walk.card().figures().stream().map(figure -> ENGLISH.say(figure.value())).toList();
  }

  @Test
  @DisplayName("H34: 500 tags read 20 times each are 500, and with a barcode of one still 500")
  void aTagCountsOnce() {
    CountingWalk walk = walk();
    for (int round = 0; round < 20; round++) {
      walk.then(tags(1, 250, false), tags(251, 500, false));
    }
    assertEquals("500", figures(walk).getFirst());
    assertEquals(2, walk.told(CountTags.class).size());
    Set<String> told = new HashSet<>();
    walk.told(CountTags.class).forEach(command -> told.addAll(command.tags()));
    assertEquals(500, told.size());
    Step<CountingState> again = walk.step(shirt("417"));
    assertInstanceOf(Step.Mistaken.class, again);
    assertEquals("Shirt 417 is counted already, by its tag.", ENGLISH.say(again.said().headline()));
    assertEquals(500, walk.bin().orElseThrow().items());
    walk.recorded(shirt("501"));
    assertEquals(501, walk.bin().orElseThrow().items(), "a piece whose tag is silent");
    assertTrue(walk.last(CountLine.class).serial().isPresent());
  }

  @Test
  void aPieceThatIsScannedBeforeItIsHeardIsThereOnce() {
    CountingWalk walk = walk().then(tags(1, 3, false), shirt("9"), tags(9, 9, false));
    assertEquals(4, walk.bin().orElseThrow().items());
    assertEquals(List.of("4", "4", "0", "0"), figures(walk));
    assertEquals(
        List.of(CountingSite.epc(9).toLowerCase(Locale.ROOT)), walk.last(CountTags.class).tags());
  }

  @Test
  void aFaintTagIsProbablyInTheNextBayUntilItIsHeardBetter() {
    CountingWalk walk = walk().then(tags(1, 3, false), tags(4, 5, true));
    assertEquals(List.of("3", "3", "0", "2"), figures(walk));
    assertEquals("2 faint tags: probably next bay.", ENGLISH.say(walk.card().hint().orElseThrow()));
    assertEquals(3, walk.told(CountTags.class).getFirst().tags().size());
    walk.recorded(tags(5, 5, false));
    assertEquals(List.of("4", "4", "0", "1"), figures(walk));
    assertInstanceOf(Step.Asked.class, walk.step(tags(5, 5, true)));
    assertEquals(List.of("4", "4", "0", "1"), figures(walk));
  }

  @Test
  void tagsThatNobodyKnowsAreToldAndShownByThemselves() {
    Event strange =
        scan(
            new Sighting.Tags(
                List.of(
                    new Sighting.Tag("abc", Optional.empty(), Optional.empty(), false),
                    new Sighting.Tag("ABC", Optional.empty(), Optional.empty(), false),
                    new Sighting.Tag("bc", Optional.empty(), Optional.empty(), false))));
    CountingWalk walk = walk().then(strange);
    assertEquals(List.of("abc", "bc"), walk.last(CountTags.class).tags());
    assertEquals(List.of("2", "2", "2", "0"), figures(walk));
    assertEquals("unknown tags", ENGLISH.say(walk.card().rows().getLast().head()));
  }

  @Test
  void aBinThatWasOnlyHeardIsClosedByTheNextOne() {
    CountingWalk walk = walk().seen(30).then(tags(1, 2, false)).seen(31).then(A2);
    assertEquals(Optional.of(30L), walk.last(CountTags.class).seen());
    assertEquals(false, walk.last(CloseBin.class).empty());
    CountingWalk faint = walk().then(tags(1, 2, true));
    assertInstanceOf(Step.Undecided.class, faint.step(A2), "faint tags alone are nothing");
  }

  @Test
  void tagsAreNotLostWhileAQuestionIsOpen() {
    CountingWalk walk = walk().then(HAMMER_EACH, HAMMER_MANY).recorded(tags(1, 2, false));
    assertEquals("ManyFound", CountingRows.where(walk.state()));
    walk.then(press(Key.CONFIRM));
    assertEquals(12_003, walk.bin().orElseThrow().items());
  }

  @Test
  void aBatchLargerThanACommandGoesInParts() {
    CountingWalk walk = walk().recorded(tags(1, CountTags.TAGS_MAX + 1, false));
    assertEquals(
        List.of(CountTags.TAGS_MAX, 1),
        walk.told(CountTags.class).stream().map(command -> command.tags().size()).toList());
  }

  /// The state is written at each step.
  @Test
  void thousandsOfTagsStayALittleText() {
    CountingWalk walk = walk().then(tags(1, 2_500, false), tags(2_501, 5_000, false));
    String written = Wire.full().type(CountingState.class).toJson(walk.state());
    assertTrue(written.length() < 12 * 5_000, written.length() + " characters");
    assertEquals(walk.state(), Wire.full().type(CountingState.class).fromJson(written));
  }
}
