package dev.stockwright.mobile.harness;

import static dev.stockwright.mobile.harness.English.say;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Amount;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Plate;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.LastAction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The screens of the design's pictures 01 to 15, as cards.
public final class Samples {
  private static final SyncStatus LIVE = new SyncStatus(new SyncState.Live(), 0, 0);
  private static final SyncStatus OFFLINE =
      new SyncStatus(new SyncState.Offline(12, Instant.parse("2026-11-20T11:20:00Z")), 12, 0);
  private static final Input SAID = new Input.Press(Key.OK);

  private Samples() {}

  /// By the number and name of the picture.
  public static Map<String, Shown> all() {
    Map<String, Shown> all = new LinkedHashMap<>();
    all.put("01-sign-in", signIn());
    all.put("02-home", home());
    all.put("03-receive-accept", receive(accepted("Hex bolt M8 × 40", "1 case × 12", "+12")));
    all.put("04-receive-reject", receive(rejected()));
    all.put("05-put-away", putAway(accepted("LP-004182 in hand", "Washer M8, DIN 125", "60")));
    all.put("05-put-away-reject", putAway(rejectedPlace()));
    all.put("06-pick", pick());
    all.put("06-pick-done", pickDone());
    all.put("07-short-pick", shortPick());
    all.put("08-blind-count", blindCount());
    all.put("09-decision", decision());
    all.put("11a-offline-move", offlineMove());
    all.put("11b-sync", sync());
    all.put("12-look-up", lookUp());
    all.put("13-rfid-count", rfidCount());
    return all;
  }

  public static Band accepted(String head, String detail, String value) {
    return new Band(Signal.ACCEPT, Step.Said.of(say(head), say(detail)).value(say(value)));
  }

  public static Band rejected() {
    return new Band(
        Signal.REJECT,
        Step.Said.of(say("Wrong product, not counted"), say("Set it aside, scan on"))
            .instead(say("Hex bolt M10 × 50"), say("Hex bolt M8 × 40 or any open line")));
  }

  private static Band rejectedPlace() {
    return new Band(
        Signal.REJECT,
        Step.Said.of(say("Wrong bin, nothing moved"), say("Go to A-03-01"))
            .instead(say("A-03-02"), say("A-03-01")));
  }

  public static Band of(Signal signal) {
    return switch (signal) {
      case ACCEPT -> accepted("Hex bolt M8 × 40", "2 more, then tote T-3", "+1");
      case DONE ->
          new Band(
              Signal.DONE,
              Step.Said.of(say("Line complete"), say("Next: B-02-01")).value(say("6")));
      case ATTENTION ->
          new Band(Signal.ATTENTION, Step.Said.of(say("Lot L2, asked L1"), say("Choose one")));
      case REJECT -> rejected();
      case SYSTEM ->
          new Band(
              Signal.SYSTEM,
              Step.Said.of(say("Offline since 11:20"), say("Work goes on, all is safe here")));
    };
  }

  private static Card card(String title, String context, Prompt prompt) {
    return new Card(
        say(title),
        Optional.of(say(context)),
        prompt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Card with(
      Card base, Optional<Plate> plate, Optional<Goods> goods, List<Row> rows) {
    return new Card(
        base.title(),
        base.context(),
        base.prompt(),
        plate,
        goods,
        base.hint(),
        rows,
        base.question(),
        base.primary(),
        base.more());
  }

  private static Card acting(Card base, Optional<Action> primary, List<Action> more) {
    return new Card(
        base.title(),
        base.context(),
        base.prompt(),
        base.plate(),
        base.goods(),
        base.hint(),
        base.rows(),
        base.question(),
        primary,
        more);
  }

  private static Prompt scan(String instruction) {
    return new Prompt(Means.SCAN, say(instruction), Optional.empty());
  }

  private static Prompt scan(String instruction, String detail) {
    return new Prompt(Means.SCAN, say(instruction), Optional.of(say(detail)));
  }

  private static Prompt touch(String instruction) {
    return new Prompt(Means.TOUCH, say(instruction), Optional.empty());
  }

  private static Action action(Icon icon, String label) {
    return new Action(icon, say(label), Optional.empty(), SAID, false);
  }

  private static Row row(Icon icon, String head, String detail, String value) {
    return new Row(
        icon, say(head), Optional.of(say(detail)), Optional.of(say(value)), Optional.empty());
  }

  private static Amount amount(long number, long of, String unit, boolean leads) {
    return new Amount(Optional.of(number), Optional.of(of), Optional.of(say(unit)), leads);
  }

  private static Optional<LastAction> last(String said) {
    return Optional.of(new LastAction(say(said), true));
  }

  private static List<Action> rare() {
    return List.of(
        action(Icon.KEYPAD, "Type the quantity"),
        action(Icon.SHORT, "Report a short pick"),
        action(Icon.SKIP, "Skip this line"),
        action(Icon.DAMAGED, "Damaged goods"),
        action(Icon.PRINT, "Print a label"),
        new Action(Icon.CLOSE, say("Close with differences"), Optional.empty(), SAID, true),
        action(Icon.LEAVE, "Leave; work is kept"));
  }

  private static Shown signIn() {
    Card card =
        card("TC-07", "Northgate warehouse", scan("Scan your badge", "Then four digits. No typing."));
    card =
        acting(
            card,
            Optional.of(action(Icon.KEYPAD, "Type number")),
            List.of(action(Icon.PERSON, "EN")));
    Optional<LastAction> out =
        Optional.of(new LastAction(say("Ana Reyes out 06:02 · all sent"), false));
    return new Shown(card, Optional.empty(), out, LIVE, 0, false);
  }

  private static Row begin(Icon icon, String head, String value) {
    Optional<Text> figure = value.isEmpty() ? Optional.empty() : Optional.of(say(value));
    return new Row(
        icon, say(head), Optional.empty(), figure, Optional.of(new Input.Point(head)));
  }

  private static Shown home() {
    Row resume =
        new Row(
            Icon.NEXT,
            say("Resume PO-1001"),
            Optional.of(say("3 of 8 lines · 180 of 370 boxes")),
            Optional.empty(),
            Optional.of(new Input.Point("PO-1001")));
    List<Row> rows =
        List.of(
            resume,
            begin(Icon.RECEIVE, "Receive", "5"),
            begin(Icon.PUT_AWAY, "Put away", "12"),
            begin(Icon.PICK, "Pick", "3"),
            begin(Icon.COUNT, "Count", "1"),
            begin(Icon.MOVE, "Move", ""),
            begin(Icon.TRANSFER, "Transfer", "2"),
            begin(Icon.LOOK_UP, "Look up", ""),
            begin(Icon.HELP, "More", ""));
    Card card =
        card(
            "Ana Reyes",
            "Northgate · TC-07",
            scan("Scan anything", "Product, bin, pallet, order or badge"));
    return new Shown(
        with(card, Optional.empty(), Optional.empty(), rows),
        Optional.empty(),
        last("10:42 · +12 Hex bolt M8 × 40, PO-1001"),
        LIVE,
        0,
        false);
  }

  private static Shown receive(Band band) {
    Goods goods =
        new Goods(
            "Hex bolt M8 × 40, zinc",
            say("FB-0812 · box of 100"),
            Optional.of(amount(36, 48, "boxes", false)));
    List<Row> rows =
        List.of(
            row(Icon.PRODUCT, "Wood screw 4.5 × 50", "SC-0450", "0 / 40"),
            row(Icon.PRODUCT, "Silicone sealant clear", "SE-0310 · lot needed", "0 / 72"),
            row(Icon.PRODUCT, "Threaded rod M10 × 1 m", "TR-0010", "0 / 30"),
            row(Icon.PRODUCT, "Nitrile gloves, L", "NG-0200", "0 / 12"));
    Card card =
        with(
            card("Receive PO-1001", "Fischer & Roth · D2", scan("Scan the next product")),
            Optional.empty(),
            Optional.of(goods),
            rows);
    card = acting(card, Optional.of(action(Icon.CLOSE, "Close receipt")), rare());
    return new Shown(
        card, Optional.of(band), last("10:42 · saved, sent"), LIVE, 0, true);
  }

  private static Shown putAway(Band band) {
    Plate plate =
        new Plate(
            say("To"), "A-03-01", Optional.of("A-03-02"), Optional.of(say("Aisle A, level 1")), false);
    Goods goods =
        new Goods(
            "Washer M8, DIN 125",
            say("LP-004182 · from STAGE-2"),
            Optional.of(
                new Amount(
                    Optional.of(60L), Optional.empty(), Optional.of(say("boxes, all")), false)));
    List<Row> rows =
        List.of(
            row(Icon.NEXT, "Then to B-01-04", "Lock nut M8, DIN 985", "60"),
            row(Icon.DONE, "Done: A-03-02", "Anchor bolt M10 × 75", "24"));
    Card base =
        with(
            card("Put away", "Cart · 2 of 5", scan("Scan the bin label")),
            Optional.of(plate),
            Optional.of(goods),
            rows);
    Card card =
        new Card(
            base.title(),
            base.context(),
            base.prompt(),
            base.plate(),
            base.goods(),
            Optional.of(say("Same product here: 24. Room for 96.")),
            base.rows(),
            Optional.empty(),
            Optional.of(action(Icon.PLACE, "Other bin")),
            rare());
    return new Shown(card, Optional.of(band), last("10:30 · saved, sent"), LIVE, 2, true);
  }

  private static Card picking(long done) {
    Plate plate = new Plate(say("At"), "A-01-02", Optional.empty(), Optional.empty(), true);
    Goods goods =
        new Goods(
            "Hex bolt M8 × 40, zinc",
            say("FB-0812 · box of 100"),
            Optional.of(amount(done, 6, "boxes", true)));
    List<Row> rows =
        List.of(
            row(Icon.NEXT, "Then B-02-01", "Lock nut M8, DIN 985", "2"),
            row(Icon.NEXT, "Then B-02-03", "Washer M8, DIN 125", "8"));
    Card card =
        with(
            card("PICK-1042", "Line 4 of 9 · tote T-3", scan("Scan the product")),
            Optional.of(plate),
            Optional.of(goods),
            rows);
    return acting(card, Optional.of(action(Icon.ALL_DONE, "Take all 6")), rare());
  }

  public static Shown pick() {
    return new Shown(
        picking(4), Optional.of(of(Signal.ACCEPT)), last("10:48 · saved, sent"), LIVE, 0, true);
  }

  private static Shown pickDone() {
    SyncStatus sending = new SyncStatus(new SyncState.Sending(3), 3, 0);
    return new Shown(
        picking(6), Optional.of(of(Signal.DONE)), last("10:49 · saved here"), sending, 0, true);
  }

  private static Row reason(String head) {
    return new Row(
        Icon.SHORT,
        say(head),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Input.Because(head)));
  }

  private static Shown shortPick() {
    Plate plate = new Plate(say("At"), "A-01-02", Optional.empty(), Optional.empty(), true);
    Goods goods =
        new Goods(
            "Hex bolt M8 × 40, zinc", say("found"), Optional.of(amount(4, 6, "boxes", false)));
    List<Row> rows =
        List.of(
            reason("Bin is empty"),
            reason("Fewer there"),
            reason("Damaged"),
            reason("Wrong product"),
            row(Icon.TRANSFER, "2 more from B-02-01", "40 on hand, added to your route", ""),
            row(Icon.COUNT, "Count task for A-01-02", "Another person counts this bin", ""));
    Card card =
        with(
            card("Short pick", "PICK-1042 · line 4 of 9", touch("Say why 2 are missing")),
            Optional.of(plate),
            Optional.of(goods),
            rows);
    card =
        acting(
            card,
            Optional.of(action(Icon.SHORT, "Report 2 short")),
            List.of(action(Icon.LEAVE, "Back")));
    return new Shown(card, Optional.empty(), Optional.empty(), LIVE, 0, true);
  }

  private static Shown blindCount() {
    Plate plate = new Plate(say("At"), "C-02-04", Optional.empty(), Optional.empty(), true);
    Goods goods =
        new Goods(
            "Silicone sealant clear",
            say("SE-0310 · lot L2309"),
            Optional.of(
                new Amount(
                    Optional.of(22L), Optional.empty(), Optional.of(say("counted")), false)));
    List<Row> rows =
        List.of(
            row(Icon.DONE, "Silicone sealant clear", "lot L2309", "22"),
            row(Icon.DONE, "Nitrile gloves, L", "lot G118", "14"),
            row(Icon.DONE, "Masking tape 38 mm", "no lot", "9"));
    Card card =
        with(
            card(
                "Count CC-0318",
                "Bin 3 of 12",
                scan("Scan what you see", "Next bin label closes this one")),
            Optional.of(plate),
            Optional.of(goods),
            rows);
    card = acting(card, Optional.of(action(Icon.DONE, "Bin is done")), rare());
    return new Shown(
        card,
        Optional.of(accepted("Silicone sealant", "1 case × 12", "+12")),
        last("11:06 · saved, sent"),
        LIVE,
        0,
        true);
  }

  public static Shown decision() {
    Question question =
        new Question(
            say("Hex bolt M12 × 60, zinc"),
            say("Not on PO-1001. It is on PO-1007, same supplier."),
            List.of(
                answer("Receive on PO-1007", "PO-1001 stays open", Key.USE_OTHER),
                answer("Extra line on PO-1001", "The desk sees it as unordered", Key.EXTRA_LINE),
                answer("Set aside", "Goes to the supplier shelf", Key.SET_ASIDE)),
            say("Or scan a product of PO-1001: that sets this one aside"));
    Card base =
        card(
            "Receive PO-1001",
            "Fischer & Roth · D2",
            new Prompt(Means.DECIDE, say("Choose one"), Optional.of(say("Nothing is counted yet"))));
    Card card =
        new Card(
            base.title(),
            base.context(),
            base.prompt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(question),
            Optional.empty(),
            List.of());
    return new Shown(card, Optional.empty(), Optional.empty(), LIVE, 0, true);
  }

  private static Action answer(String label, String detail, Key key) {
    return new Action(
        Icon.NEXT, say(label), Optional.of(say(detail)), new Input.Press(key), false);
  }

  private static Shown offlineMove() {
    Card card =
        with(
            card("Move", "Cart is empty", scan("Scan the bin to take from")),
            Optional.empty(),
            Optional.empty(),
            List.of(row(Icon.WARNING, "Offline since 11:20", "Work goes on, all is safe here", "")));
    card = acting(card, Optional.of(action(Icon.DOCUMENT, "Pick from a list")), rare());
    return new Shown(
        card,
        Optional.of(accepted("Masking tape 38 mm", "C-02-04 to C-01-02", "6")),
        last("11:38 · saved here"),
        OFFLINE,
        0,
        true);
  }

  private static Shown sync() {
    List<Row> rows =
        List.of(
            row(Icon.WARNING, "Server not reachable", "Wi-Fi is up. Last answer 11:19:52", ""),
            row(Icon.PUT_AWAY, "1 put-away", "Lock nut M8 to B-01-04", "11:24"),
            row(Icon.PICK, "7 picks", "PICK-1047, lines 1 to 4", "11:36"),
            row(Icon.MOVE, "4 moves", "Last to C-01-02", "11:38"),
            row(Icon.DONE, "0 refused", "Nothing needs you", ""));
    Goods goods =
        new Goods(
            "All safe on this device",
            say("Offline since 11:20"),
            Optional.of(
                new Amount(
                    Optional.of(12L), Optional.empty(), Optional.of(say("not sent yet")), true)));
    Card card =
        with(
            card("Sync", "TC-07", touch("Wait, or try now")),
            Optional.empty(),
            Optional.of(goods),
            rows);
    card =
        acting(
            card,
            Optional.of(action(Icon.SWAP, "Try now")),
            List.of(action(Icon.DOCUMENT, "Save")));
    return new Shown(card, Optional.empty(), Optional.empty(), OFFLINE, 0, true);
  }

  private static Shown lookUp() {
    Goods goods =
        new Goods(
            "Hex bolt M8 × 40, zinc",
            say("FB-0812 · box of 100 · case of 12 boxes"),
            Optional.of(
                new Amount(
                    Optional.of(72L), Optional.empty(), Optional.of(say("available")), true)));
    List<Row> rows =
        List.of(
            row(Icon.PLACE, "B-02-01", "reserve · 4 reserved", "40"),
            row(Icon.PLACE, "STAGE-2", "PO-1001", "36"),
            row(Icon.PLACE, "A-01-02", "pick bin · 6 reserved", "6"),
            row(Icon.RECEIVE, "+12 received, dock D2", "Ana Reyes · TC-07 · PO-1001", "10:42"));
    Card card =
        with(
            card("Look up", "Product", scan("Scan the next thing", "It replaces this card")),
            Optional.empty(),
            Optional.of(goods),
            rows);
    card =
        acting(
            card,
            Optional.empty(),
            List.of(
                action(Icon.ADJUST, "Adjust"),
                action(Icon.MOVE, "Move"),
                action(Icon.PRINT, "Label"),
                action(Icon.COUNT, "Count")));
    return new Shown(card, Optional.empty(), Optional.empty(), LIVE, 0, true);
  }

  private static Shown rfidCount() {
    Goods goods =
        new Goods(
            "Each tag once",
            say("2 new in 10 s · 38 reads a second"),
            Optional.of(
                new Amount(Optional.of(212L), Optional.empty(), Optional.of(say("tags")), true)));
    List<Row> rows =
        List.of(
            row(Icon.RFID, "Cordless drill 18 V", "CD-1800", "96"),
            row(Icon.RFID, "Battery 18 V 5 Ah", "BA-1805", "84"),
            row(Icon.RFID, "Cordless drill 12 V", "CD-1200", "32"));
    Card card =
        with(
            card("Count CC-0320", "Zone E · power tools", touch("Stop, or walk on")),
            Optional.empty(),
            Optional.of(goods),
            rows);
    card = acting(card, Optional.of(action(Icon.CLOSE, "Stop and review")), rare());
    return new Shown(
        card,
        Optional.of(
            new Band(
                Signal.ACCEPT,
                Step.Said.of(say("Pass looks complete"), say("Less than 1 % new in 10 s")))),
        Optional.empty(),
        new SyncStatus(new SyncState.NeedsYou(1), 0, 1),
        0,
        true);
  }
}
