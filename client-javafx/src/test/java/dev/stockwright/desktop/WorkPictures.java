package dev.stockwright.desktop;

import dev.stockwright.client.card.Card;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.WorkCards;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.work.WorkPainter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The screens of work by cards and of the lists, for [Pictures].
final class WorkPictures {
  private WorkPictures() {}

  static Map<String, Consumer<Floor>> screens() {
    Map<String, Consumer<Floor>> screens = new LinkedHashMap<>();
    screens.put("70-work-home", floor -> work(floor, WorkCards.home(), false));
    screens.put("71-work-pick", WorkPictures::workPick);
    screens.put("72-work-question", WorkPictures::workQuestion);
    screens.put("73-work-typed", WorkPictures::workTyped);
    screens.put("74-work-touch", floor -> work(floor, WorkCards.close(), true));
    screens.put("75-work-keys", WorkPictures::workKeys);
    return screens;
  }

  private static void work(Floor floor, Card card, boolean back) {
    floor.working();
    floor.shell.section().set(Section.WORK);
    floor.work.show(WorkPainter.paint(card, true, back, floor.words));
    floor.work.moveSelection(1);
  }

  private static void workPick(Floor floor) {
    work(floor, WorkCards.pick(), true);
    floor.work.say(Feedback.accept("Hex bolt M8 × 40", "3 of 6 boxes. Go on scanning.", "+1"));
  }

  private static void workQuestion(Floor floor) {
    work(floor, WorkCards.question(), true);
    floor.work.say(Feedback.attention("Only 3 of 6 Hex bolt M8 × 40", "Choose 1, 2 or 3"));
  }

  private static void workTyped(Floor floor) {
    workPick(floor);
    floor.work.typed('1');
    floor.work.typed('2');
    floor.work.say(
        Feedback.reject(
            "That is A-03-07",
            new Feedback.Fact("Scanned", "A-03-07"),
            new Feedback.Fact("Expected", "A-03-02"),
            new Feedback.Fact("Do now", "Go to A-03-02 and scan it")));
  }

  private static void workKeys(Floor floor) {
    workPick(floor);
    floor.shell.help().set(true);
  }
}
