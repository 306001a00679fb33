package dev.stockwright.client.workflow.adjusting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.A1;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.ENGLISH;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HAMMER;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HAMMERS;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HOW;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.NOTE;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.POST;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.SET;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.WHY;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.WORKFLOW;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.books;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.pile;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.reason;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.AdjustmentCommand.ProposeAdjustment;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is proposed, and when not.
class AdjustmentsTest {
  private static Step<AdjustingState> after(Scene scene, List<Event> events) {
    AdjustingState state = AdjustingState.start();
    Step<AdjustingState> step =
        new Step.Asked<>(state, Step.Said.of(AdjustingCard.instruction(state, scene)));
    for (Event event : events) {
      step = event.on(WORKFLOW, step.state(), scene);
    }
    return step;
  }

  private static Command command(Step<AdjustingState> step) {
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<AdjustingState> recorded
        ? recorded.commands().getFirst()
        : Command.class.cast(step);
  }

  private static List<Event> and(List<Event> events, Event last) {
    return Stream.concat(events.stream(), Stream.of(last)).toList();
  }

  private static ProposeAdjustment proposed(long change, String reason, Optional<String> remark) {
    return new ProposeAdjustment(
        Scenes.NORTH,
        HAMMER.sku(),
        change,
        new LocationCode("A-01"),
        new ReasonCode(reason),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Condition.AVAILABLE),
        Optional.empty(),
        remark);
  }

  @Test
  @DisplayName("H39 What was taken back is named, and can be posted otherwise")
  void whatWasTakenBackIsNamed() {
    Step<AdjustingState> posted = after(scene(), and(POST, press(Key.OK)));
    Step.Said said = WORKFLOW.undone(posted.state(), scene()).orElseThrow();
    assertEquals("Hammer: -2 at A-01 is taken back.", ENGLISH.say(said.headline()));
    assertEquals(Optional.empty(), WORKFLOW.undone(AdjustingState.start(), scene()));
  }

  @Test
  void theDifferenceIsPostedWithItsReason() {
    assertEquals(
        proposed(-2, "lost", Optional.empty()), command(after(scene(), and(POST, press(Key.OK)))));
    List<Event> noted = and(and(NOTE, give(new Input.Typed(" Forklift "))), press(Key.OK));
    assertEquals(proposed(-2, "other", Optional.of("Forklift")), command(after(scene(), noted)));
  }

  @Test
  @DisplayName("H37: without a reason nothing can be posted")
  void noReason() {
    for (Key key : Key.values()) {
      Step<AdjustingState> step = after(scene(), and(WHY, press(key)));
      assertEquals(false, step instanceof Step.Recorded, key.toString());
    }
    Scene without = Scenes.online(WrittenBooks.of(pile(HAMMER, "A-01", Optional.empty(), 24)));
    assertInstanceOf(Step.Mistaken.class, after(without, WHY));
  }

  @Test
  @DisplayName("H37: above the limit it becomes pending, and the device says that it may")
  void mayBePending() {
    Step<AdjustingState> sent = after(scene(), and(POST, press(Key.OK)));
    assertEquals(
        "Sent; a supervisor may have to approve it.",
        ENGLISH.say(sent.said().detail().orElseThrow()));
    Step<AdjustingState> kept = after(Scenes.offline(books()), and(POST, press(Key.OK)));
    assertEquals(
        "Pending until the device is on line.", ENGLISH.say(kept.said().detail().orElseThrow()));
  }

  @Test
  void theButtonNamesTheDifferenceAndTheScreenWhatComesOfIt() {
    Card card = WORKFLOW.card(after(scene(), POST).state(), scene());
    assertEquals("Post -2", ENGLISH.say(card.primary().orElseThrow().label()));
    assertEquals(
        List.of("24", "22", "-2"),
        card.figures().stream().map(figure -> ENGLISH.say(figure.value())).toList());
  }

  @Test
  void whatIsTakenMeanwhileStaysTakenAndNothingGetsBelowNone() {
    AdjustingState before = after(scene(), POST).state();
    Scene fewer =
        Scenes.online(WrittenBooks.of(pile(HAMMER, "A-01", Optional.empty(), 10), reason("lost")));
    assertEquals(
        proposed(-2, "lost", Optional.empty()), command(press(Key.OK).on(WORKFLOW, before, fewer)));
    Scene none =
        Scenes.online(WrittenBooks.of(pile(HAMMER, "A-01", Optional.empty(), 1), reason("lost")));
    assertInstanceOf(Step.Mistaken.class, press(Key.OK).on(WORKFLOW, before, none));
  }

  @Test
  void whoCountsIsNotToldHowManyThereAre() {
    Scene blind =
        Scenes.online(
            WrittenBooks.blind(pile(HAMMER, "A-01", Optional.empty(), 24), reason("lost")));
    Step<AdjustingState> how = after(blind, HOW);
    assertEquals("Hammer at A-01.", ENGLISH.say(how.said().headline()));
    Card card = WORKFLOW.card(how.state(), blind);
    assertEquals(Optional.empty(), card.goods().orElseThrow().amount().orElseThrow().number());
    assertEquals(
        List.of(new Input.Press(Key.ADD), new Input.Press(Key.REMOVE)),
        card.rows().stream().flatMap(row -> row.input().stream()).toList());
    assertInstanceOf(Step.Mistaken.class, after(blind, SET));
    Step<AdjustingState> why =
        after(blind, List.of(A1, HAMMERS, press(Key.REMOVE), give(new Input.Keyed(40))));
    assertEquals("Hammer: -40", ENGLISH.say(why.said().headline()));
    assertEquals(
        List.of("-40"),
        WORKFLOW.card(why.state(), blind).figures().stream()
            .map(figure -> ENGLISH.say(figure.value()))
            .toList());
  }

  @Test
  void whatTheServerRefusesIsNotShownAsDone() {
    Step<AdjustingState> sent = after(scene(), and(POST, press(Key.OK)));
    assertEquals(1, sent.state().done().size());
    assertEquals(List.of(), WORKFLOW.refused(sent.state(), command(sent)).done());
  }
}
