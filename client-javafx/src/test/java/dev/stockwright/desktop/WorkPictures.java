package dev.stockwright.desktop;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.attention.AttentionItem;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.WorkCards;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Feedback;
import dev.stockwright.desktop.shell.Section;
import dev.stockwright.desktop.work.WorkPainter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
    screens.put("80-lists-tasks", WorkPictures::tasks);
    screens.put("81-lists-movements", WorkPictures::movements);
    screens.put("82-lists-variances", WorkPictures::variances);
    screens.put("83-lists-approve", WorkPictures::approve);
    screens.put("84-lists-alerts", WorkPictures::alerts);
    screens.put("85-lists-transfers-filtered", WorkPictures::filtered);
    screens.put("87-lists-unmatched", WorkPictures::unmatched);
    screens.put("88-lists-to-release", WorkPictures::staged);
    screens.put("89-lists-journey", floor -> list(floor, ListKind.JOURNEY, List.of()));
    screens.put("89-lists-journey-of", WorkPictures::journey);
    screens.put("90-lists-exceptions", WorkPictures::referrals);
    screens.put("91-lists-wrong-scans", WorkPictures::mismatches);
    screens.put("86-attention-supervisor", WorkPictures::insisting);
    screens.put("86-attention-with-supervisor", WorkPictures::held);
    return screens;
  }

  private static void work(Floor floor, Card card, boolean back) {
    floor.working();
    floor.shell.section().set(Section.WORK);
    floor.work.show(WorkPainter.paint(card, true, back, floor.speech.wording().get()));
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

  private static void list(Floor floor, ListKind kind, List<ListRow> rows) {
    floor.working();
    floor.shell.section().set(Section.LISTS);
    floor.lists.kind().set(kind);
    floor.lists.show(kind, rows, new ListsViewModel.State.Shown(Floor.NOW, false));
    floor.lists.moveSelection(1);
  }

  private static ListRow row(String... words) {
    return new ListRow(words[0] + words[1], Stream.of(words).map(ListRow.Cell::of).toList());
  }

  private static void tasks(Floor floor) {
    list(
        floor,
        ListKind.TASKS,
        List.of(
            row(
                "T-10000412",
                "Put away",
                "Open",
                "20",
                "STAGE-1",
                "A-03-02",
                "Hex bolt M8 × 40, zinc plated",
                "1,200",
                "11:30",
                ""),
            row(
                "T-10000413",
                "Empty check",
                "In hand",
                "40",
                "A-02-07",
                "",
                "",
                "",
                "",
                "ana.reyes"),
            row(
                "T-10000414",
                "Replenish",
                "Open",
                "50",
                "R-11-04",
                "A-04-01",
                "Folding rule 2 m",
                "48",
                "28 Nov 12:00",
                "")));
  }

  private static void movements(Floor floor) {
    list(
        floor,
        ListKind.MOVEMENTS,
        List.of(
            row(
                "10:42",
                "Masonry bit set, 5 pieces",
                "SUPPLIER",
                "STG-1",
                "24",
                "receipt",
                "ines.ferrer",
                "PO-2041"),
            row(
                "19 Nov 2025 23:59",
                "Hex bolt M8 × 40, zinc plated",
                "A-03-02",
                "A-04-01",
                "6",
                "move",
                "ana.reyes",
                "")));
  }

  private static void variances(Floor floor) {
    floor.lists.supervisor().set(true);
    floor.lists.reasons(
        List.of(
            new ListsViewModel.Reason("lost", "Lost"),
            new ListsViewModel.Reason("found", "Found"),
            new ListsViewModel.Reason("miscount", "Counted wrong before"),
            new ListsViewModel.Reason("damaged", "Damaged")));
    list(
        floor,
        ListKind.VARIANCES,
        List.of(
            row(
                "CC-0318",
                "C-01-02",
                "Utility knife 18 mm",
                "46",
                "40",
                "-6",
                "ana.reyes",
                "11:14"),
            row(
                "CC-0318 ",
                "C-03-02",
                "Drill bit set HSS, 25 pieces in a case of steel",
                "18",
                "17",
                "-1",
                "jonas",
                "28 Nov 11:31")));
  }

  private static void approve(Floor floor) {
    variances(floor);
    floor.lists.typed('a');
  }

  private static void alerts(Floor floor) {
    list(
        floor,
        ListKind.ALERTS,
        List.of(
            row(
                "Critical",
                "Out",
                "Hex bolt M8 × 40 is out of stock and 3 orders wait for it.",
                "Hex bolt M8 × 40",
                "09:12"),
            row(
                "Warning",
                "Expiring",
                "Lot L2 of Sealant clear expires in 6 days.",
                "Silicone sealant clear",
                "28 Nov 08:00")));
  }

  private static void unmatched(Floor floor) {
    list(
        floor,
        ListKind.UNMATCHED,
        List.of(
            row("R-1042", "09:58", "ana.reyes", "BRANDT", "2", "12", "14"),
            row("No receipt yet", "28 Nov 10:31", "jonas", "", "1", "6", "6")));
    floor.lists.ask(
        ListKind.UNMATCHED,
        floor.lists.selected().get().orElseThrow(),
        new Decision(
            "R-1042: 2 products, 12 units",
            floor.speech.say(FloorPhrase.MATCH_WHICH),
            List.of(
                new Decision.Option(
                    "PO-7", "PO-7 Brandt Tools", "2 products, 10 units fit, 2 left over"),
                new Decision.Option(
                    "PO-9", "PO-9 Brandt Tools", "1 product, 8 units fit, 4 left over"))));
  }

  private static void staged(Floor floor) {
    list(
        floor,
        ListKind.STAGED,
        List.of(
            row("DOCK-1", "Folding rule 2 m", "48", "", "", "Available"),
            row("DOCK-1", "Silicone sealant clear", "24", "L42", "340123450000000018", "Hold")));
    floor.lists.moveSelection(1);
  }

  private static void filtered(Floor floor) {
    list(
        floor,
        ListKind.TRANSFERS,
        List.of(row("TR-0001", "EAST", "WEST", "Shipped", "48", "28 Nov 12:00", "mia")));
    floor.lists.filter().set("rivet");
  }

  private static void journey(Floor floor) {
    floor.lists.traced().set("L42");
    list(
        floor,
        ListKind.JOURNEY,
        List.of(
            row("10:40", "Silicone sealant", "STAGE-1", "A-03-02", "24", "L42", "", "", "mia"),
            row(
                "28 Nov 2025 10:05",
                "Silicone sealant clear",
                "",
                "STAGE-1",
                "24",
                "L42",
                "…000018",
                "Received",
                "jonas")));
    floor.lists.notice().set(floor.speech.say(FloorPhrase.JOURNEY_OF, "L42"));
  }

  private static void referrals(Floor floor) {
    list(
        floor,
        ListKind.REFERRALS,
        List.of(
            row(
                "10:31",
                "Received 48 Impact driver 18 V",
                "Over by 24 on PO-2036 (24 of 24 received)",
                "Two pallets came",
                "ines.ferrer"),
            row("10:12", "Moved 6 Hex bolt M8", "Only 4 left in A-03-02", "", "jonas"),
            row("10:09", "Over-receipt waits", "8 over: Torx key set, PO-2041", "Set aside", "ana"),
            row("28 Nov 09:58", "Unknown barcode", "5901234123457, PO-2041", "Set aside", "ana")));
    floor.lists.supervisor().set(true);
    String code = "5901234123457";
    floor.lists.notice().set(floor.speech.say(FloorPhrase.LINK_NOT_KNOWN, code, code));
    floor.lists.askApprove();
  }

  private static void mismatches(Floor floor) {
    list(
        floor,
        ListKind.MISMATCHES,
        List.of(
            row("10:31", "ines.ferrer", "Wrong bin", "T-10000412", "A-03-02", "A-03-07"),
            row(
                "28 Nov 10:12",
                "jonas",
                "Wrong product",
                "PO-2036",
                "Impact driver 18 V",
                "HB-8")));
  }

  /// What anybody can hand to a supervisor, and what one has.
  private static void held(Floor floor) {
    insisting(floor);
    floor.attention.referring().set(Optional.of(floor.speech.say(FloorPhrase.REFER)));
    AttentionItem last = floor.attention.items().getLast();
    floor
        .attention
        .items()
        .set(
            1,
            new AttentionItem(
                last.id(),
                last.at(),
                last.done(),
                last.why(),
                last.who(),
                Optional.of(floor.speech.say(FloorPhrase.WITH_SUPERVISOR, Floor.NOW))));
  }

  private static void insisting(Floor floor) {
    floor.working();
    floor.attention.insisting().set(Optional.of(floor.speech.say(FloorPhrase.INSIST)));
    floor.shell.section().set(Section.ATTENTION);
  }
}
