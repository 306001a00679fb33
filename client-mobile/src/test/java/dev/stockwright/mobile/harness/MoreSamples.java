package dev.stockwright.mobile.harness;

import static dev.stockwright.mobile.harness.CardParts.LIVE;
import static dev.stockwright.mobile.harness.CardParts.OFFLINE;
import static dev.stockwright.mobile.harness.CardParts.acting;
import static dev.stockwright.mobile.harness.CardParts.action;
import static dev.stockwright.mobile.harness.CardParts.answer;
import static dev.stockwright.mobile.harness.CardParts.card;
import static dev.stockwright.mobile.harness.CardParts.last;
import static dev.stockwright.mobile.harness.CardParts.rare;
import static dev.stockwright.mobile.harness.CardParts.row;
import static dev.stockwright.mobile.harness.CardParts.scan;
import static dev.stockwright.mobile.harness.CardParts.touch;
import static dev.stockwright.mobile.harness.CardParts.with;
import static dev.stockwright.mobile.harness.Spoken.say;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Amount;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Plate;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.mobile.card.Shown;
import dev.stockwright.mobile.look.Band;
import java.util.List;
import java.util.Optional;

/// Samples of counting, deciding, moving and looking up.
final class MoreSamples {
  private MoreSamples() {}

  static Shown blindCount() {
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
        Optional.of(Samples.accepted("Silicone sealant", "1 case × 12", "+12")),
        last("11:06 · saved, sent"),
        LIVE,
        0,
        true);
  }

  static Shown decision() {
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
            new Prompt(
                Means.DECIDE, say("Choose one"), Optional.of(say("Nothing is counted yet"))));
    Card card = base.question(Optional.of(question));
    return new Shown(card, Optional.empty(), Optional.empty(), LIVE, 0, true);
  }

  static Shown offlineMove() {
    Card card =
        with(
            card("Move", "Cart is empty", scan("Scan the bin to take from")),
            Optional.empty(),
            Optional.empty(),
            List.of(
                row(Icon.WARNING, "Offline since 11:20", "Work goes on, all is safe here", "")));
    card = acting(card, Optional.of(action(Icon.DOCUMENT, "Pick from a list")), rare());
    return new Shown(
        card,
        Optional.of(Samples.accepted("Masking tape 38 mm", "C-02-04 to C-01-02", "6")),
        last("11:38 · saved here"),
        OFFLINE,
        0,
        true);
  }

  static Shown sync() {
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

  static Shown lookUp() {
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

  static Shown rfidCount() {
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
