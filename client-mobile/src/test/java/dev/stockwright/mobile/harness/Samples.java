package dev.stockwright.mobile.harness;

import static dev.stockwright.mobile.harness.CardParts.LIVE;
import static dev.stockwright.mobile.harness.CardParts.acting;
import static dev.stockwright.mobile.harness.CardParts.action;
import static dev.stockwright.mobile.harness.CardParts.amount;
import static dev.stockwright.mobile.harness.CardParts.begin;
import static dev.stockwright.mobile.harness.CardParts.card;
import static dev.stockwright.mobile.harness.CardParts.last;
import static dev.stockwright.mobile.harness.CardParts.rare;
import static dev.stockwright.mobile.harness.CardParts.reason;
import static dev.stockwright.mobile.harness.CardParts.row;
import static dev.stockwright.mobile.harness.CardParts.scan;
import static dev.stockwright.mobile.harness.CardParts.touch;
import static dev.stockwright.mobile.harness.CardParts.with;
import static dev.stockwright.mobile.harness.Spoken.say;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Amount;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Plate;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Band;
import dev.stockwright.mobile.look.LastAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The screens of the design's pictures 01 to 15, as cards.
public final class Samples {
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
    all.put("08-blind-count", MoreSamples.blindCount());
    all.put("09-decision", MoreSamples.decision());
    all.put("11a-offline-move", MoreSamples.offlineMove());
    all.put("11b-sync", MoreSamples.sync());
    all.put("12-look-up", MoreSamples.lookUp());
    all.put("13-rfid-count", MoreSamples.rfidCount());
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

  private static Shown signIn() {
    Card card =
        card(
            "TC-07",
            "Northgate warehouse",
            scan("Scan your badge", "Then four digits. No typing."));
    card =
        acting(
            card,
            Optional.of(action(Icon.KEYPAD, "Type number")),
            List.of(action(Icon.PERSON, "EN")));
    Optional<LastAction> out =
        Optional.of(new LastAction(say("Ana Reyes out 06:02 · all sent"), false));
    return new Shown(card, Optional.empty(), out, LIVE, 0, false);
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
    return new Shown(card, Optional.of(band), last("10:42 · saved, sent"), LIVE, 0, true);
  }

  private static Shown putAway(Band band) {
    Plate plate =
        new Plate(
            say("To"),
            "A-03-01",
            Optional.of("A-03-02"),
            Optional.of(say("Aisle A, level 1")),
            false);
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
        base.hint(Optional.of(say("Same product here: 24. Room for 96.")))
            .primary(action(Icon.PLACE, "Other bin"))
            .more(rare());
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

  public static Shown decision() {
    return MoreSamples.decision();
  }
}
