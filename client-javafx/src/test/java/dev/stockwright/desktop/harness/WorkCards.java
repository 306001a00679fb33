package dev.stockwright.desktop.harness;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import java.util.List;
import java.util.Optional;

/// Cards as the activities show them.
public final class WorkCards {
  private WorkCards() {}

  public static Text text(String words) {
    return Text.of(CommonPhrase.AS_IS, words);
  }

  private static Card.Row tile(Icon icon, String name, String waiting, String what) {
    return new Card.Row(
        icon,
        text(name),
        Optional.empty(),
        waiting.isEmpty() ? Optional.empty() : Optional.of(text(waiting)),
        Optional.of(new Input.Point(what)));
  }

  private static Card.Prompt prompt(Card.Means means, String words, String detail) {
    return new Card.Prompt(means, text(words), Optional.of(text(detail)));
  }

  public static Card home() {
    return Card.of(text("EAST"), prompt(Card.Means.SCAN, "Scan anything", "Or choose what to do"))
        .rows(
            List.of(
                tile(Icon.RECEIVE, "Receive", "4", "RECEIVE"),
                tile(Icon.PUT_AWAY, "Put away", "12", "PUT_AWAY"),
                tile(Icon.PICK, "Pick", "3", "PICK"),
                tile(Icon.COUNT, "Count", "1", "COUNT"),
                tile(Icon.MOVE, "Move", "", "MOVE"),
                tile(Icon.TRANSFER, "Transfer", "2", "TRANSFER"),
                tile(Icon.LOOK_UP, "Look up", "", "LOOK_UP")))
        .more(
            List.of(
                new Card.Action(
                    Icon.ADJUST,
                    text("Adjust"),
                    Optional.empty(),
                    new Input.Point("ADJUST"),
                    false),
                new Card.Action(
                    Icon.PACK, text("Pack"), Optional.empty(), new Input.Point("PACK"), false),
                new Card.Action(
                    Icon.SHIP, text("Ship"), Optional.empty(), new Input.Point("SHIP"), false)));
  }

  public static Card pick() {
    return Card.of(
            text("PICK-1042"), prompt(Card.Means.SCAN, "Scan the product", "Or type the quantity"))
        .context(text("Line 4 of 9"))
        .plate(
            Optional.of(
                new Card.Plate(
                    text("Pick from"),
                    "A-03-02",
                    Optional.of("A-02-07"),
                    Optional.of(text("Aisle A, rack 3, level 2")),
                    false)))
        .goods(
            Optional.of(
                new Card.Goods(
                    "Hex bolt M8 × 40, zinc plated",
                    text("HB-0840 · lot L2"),
                    Optional.of(
                        new Card.Amount(
                            Optional.of(3L), Optional.of(6L), Optional.of(text("boxes")), true)))))
        .hint(Optional.of(text("Oldest lot first")))
        .progress(new Card.Progress(3, 9, text("3 of 9 lines")))
        .rows(
            List.of(
                new Card.Row(
                    Icon.NEXT,
                    text("A-04-01 · Folding rule 2 m"),
                    Optional.of(text("FR-0002")),
                    Optional.of(text("12")),
                    Optional.empty()),
                new Card.Row(
                    Icon.DONE,
                    text("A-02-07 · Masonry bit set, 5 pieces"),
                    Optional.of(text("MB-0005")),
                    Optional.of(text("2 of 2")),
                    Optional.empty())))
        .more(
            List.of(
                Card.Action.press(Icon.KEYPAD, text("Quantity"), Key.QUANTITY),
                Card.Action.press(Icon.SHORT, text("Short"), Key.SHORT),
                Card.Action.press(Icon.SKIP, text("Skip for now"), Key.SKIP),
                Card.Action.press(Icon.DAMAGED, text("Damaged"), Key.DAMAGED),
                Card.Action.press(Icon.SWAP, text("Other lot"), Key.SWAP),
                Card.Action.press(Icon.CLOSE, text("Done with this"), Key.DONE)));
  }

  public static Card question() {
    return pick()
        .question(
            Optional.of(
                new Card.Question(
                    text("Only 3 of 6 Hex bolt M8 × 40"),
                    text("3 boxes stay open for somebody else."),
                    List.of(
                        Card.Action.press(Icon.SHORT, text("Report 3 short"), Key.SHORT),
                        Card.Action.press(Icon.SKIP, text("Come back later"), Key.SKIP),
                        Card.Action.press(Icon.LEAVE, text("Go on picking"), Key.DISCARD)),
                    text("Scanning on leaves the question"))));
  }

  public static Card close() {
    return Card.of(text("Move"), prompt(Card.Means.TOUCH, "Say how many", "All of it is usual"))
        .goods(
            Optional.of(
                new Card.Goods(
                    "Hex bolt M8 × 40",
                    text("HB-0840 in A-03-02"),
                    Optional.of(
                        new Card.Amount(
                            Optional.empty(), Optional.of(48L), Optional.empty(), false)))))
        .figures(
            List.of(
                new Card.Figure(text("48"), text("on hand")),
                new Card.Figure(text("40"), text("free")),
                new Card.Figure(text("8"), text("held"))))
        .primary(Card.Action.press(Icon.DONE, text("Move all 48"), Key.ALL));
  }
}
