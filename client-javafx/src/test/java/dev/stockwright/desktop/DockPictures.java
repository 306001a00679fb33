package dev.stockwright.desktop;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Goods;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.receiving.LaneCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The pictures of the receiving desk with two lanes, and of its RFID gate.
final class DockPictures {
  private DockPictures() {}

  static Map<String, Consumer<Floor>> screens() {
    Map<String, Consumer<Floor>> screens = new LinkedHashMap<>();
    screens.put("19-receive-two-lanes", DockPictures::twoLanes);
    screens.put("19-receive-two-lanes-free", DockPictures::laneFree);
    screens.put("19-receive-two-lanes-decision", DockPictures::twoLanesAsked);
    screens.put("19-receive-two-lanes-reject", DockPictures::twoLanesReject);
    screens.put("19-receive-gate", DockPictures::gate);
    screens.put("19-receive-supervisor", DockPictures::supervisor);
    screens.put("19-receive-supervisor-name", DockPictures::supervisorNamed);
    screens.put("19-receive-supervisor-pin", DockPictures::supervisorPin);
    return screens;
  }

  private static void twoLanes(Floor floor) {
    floor.working();
    floor.receiving.lanes().cards().setAll(Goods.lanes());
    floor.receiving.say(1, Feedback.accept("Folding rule 2 m", "1 case × 24", "+24"));
    floor.receiving.say(2, Feedback.done("Cable ties 200 mm", "Line complete", "+36"));
  }

  private static void laneFree(Floor floor) {
    twoLanes(floor);
    floor
        .receiving
        .lanes()
        .cards()
        .set(1, new LaneCard(2, Optional.empty(), "Scanner 2, Scanner 3"));
    floor.receiving.askScanner();
  }

  private static void twoLanesAsked(Floor floor) {
    twoLanes(floor);
    floor.receiving.say(1, Feedback.attention("Unknown barcode 4006381333931", "Choose"));
    floor.receiving.decision().set(Optional.of(Goods.unknownBarcode()));
  }

  private static void twoLanesReject(Floor floor) {
    twoLanes(floor);
    floor.receiving.say(
        1,
        Feedback.reject(
            "Not on PO-2041, set aside",
            new Feedback.Fact("Scanned", "4006381333931"),
            new Feedback.Fact("Do now", "Put it aside and scan the next product.")));
    floor.receiving.sayReadTwice(2);
  }

  private static void supervisor(Floor floor) {
    floor.working();
    floor.receiving.say(1, Feedback.attention("Supervisor's badge", "A supervisor scans a badge."));
    allowing(floor, Stage.BADGE, "");
  }

  private static void supervisorNamed(Floor floor) {
    supervisor(floor);
    "sue.harper".chars().forEach(c -> floor.receiving.lanes().approval().typed((char) c));
  }

  private static void supervisorPin(Floor floor) {
    twoLanes(floor);
    floor.receiving.say(
        1,
        Feedback.reject(
            "Badge and PIN do not fit.",
            new Feedback.Fact("Do now", "Nothing was recorded. Type the PIN again.")));
    allowing(floor, Stage.PIN, "Sue Harper");
    "777".chars().forEach(c -> floor.receiving.lanes().approval().typed((char) c));
  }

  private static void allowing(Floor floor, Stage stage, String name) {
    ApprovalPicture asked =
        new ApprovalPicture(
            stage,
            "Folding rule 2 m: 8 over, limit 5",
            "48 of 48 are here. A supervisor can allow 8 more.",
            name);
    floor.receiving.step().set(Optional.of(asked.instruction(floor.speech.wording().get())));
    floor.receiving.lanes().approval().show(Optional.of(asked));
  }

  private static void gate(Floor floor) {
    floor.working();
    floor.receiving.say(1, Feedback.attention("2 missing.", "Read again, or scan their barcodes"));
    floor.receiving.gate().set(Optional.of(Goods.gate()));
    floor
        .receiving
        .decision()
        .set(
            Optional.of(
                new Decision(
                    "2 missing.",
                    "46 of 48 read, 2 missing, 1 extra. Nothing is posted yet.",
                    List.of(
                        new Decision.Option("AGAIN", "Read again", "What was read stays"),
                        new Decision.Option(
                            "DONE", "Accept 46, short 2", "The rest stays expected"),
                        new Decision.Option("REMOVE", "Remove 1 extra", "They are taken off")))));
  }
}
