package dev.stockwright.mobile.harness;

import static dev.stockwright.mobile.harness.Spoken.say;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Amount;
import dev.stockwright.client.card.Card.Goods;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Plate;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Card.Row;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SyncState;
import dev.stockwright.client.sync.SyncStatus;
import dev.stockwright.client.words.Text;
import dev.stockwright.mobile.look.LastAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Parts of cards, made short.
final class CardParts {
  static final SyncStatus LIVE = new SyncStatus(new SyncState.Live(), 0, 0);
  static final SyncStatus OFFLINE =
      new SyncStatus(new SyncState.Offline(12, Instant.parse("2026-11-20T11:20:00Z")), 12, 0);
  static final Input SAID = new Input.Press(Key.OK);

  private CardParts() {}

  static Card card(String title, String context, Prompt prompt) {
    return Card.of(say(title), prompt).context(say(context));
  }

  static Card with(Card base, Optional<Plate> plate, Optional<Goods> goods, List<Row> rows) {
    return base.plate(plate).goods(goods).rows(rows);
  }

  static Card acting(Card base, Optional<Action> primary, List<Action> more) {
    Card with = base.more(more);
    return primary.map(with::primary).orElse(with);
  }

  static Prompt scan(String instruction) {
    return new Prompt(Means.SCAN, say(instruction), Optional.empty());
  }

  static Prompt scan(String instruction, String detail) {
    return new Prompt(Means.SCAN, say(instruction), Optional.of(say(detail)));
  }

  static Prompt touch(String instruction) {
    return new Prompt(Means.TOUCH, say(instruction), Optional.empty());
  }

  static Action action(Icon icon, String label) {
    return new Action(icon, say(label), Optional.empty(), SAID, false);
  }

  static Row row(Icon icon, String head, String detail, String value) {
    return new Row(
        icon, say(head), Optional.of(say(detail)), Optional.of(say(value)), Optional.empty());
  }

  static Amount amount(long number, long of, String unit, boolean leads) {
    return new Amount(Optional.of(number), Optional.of(of), Optional.of(say(unit)), leads);
  }

  static Optional<LastAction> last(String said) {
    return Optional.of(new LastAction(say(said), true));
  }

  static List<Action> rare() {
    return List.of(
        new Action(
            Icon.KEYPAD,
            say("Type the quantity"),
            Optional.empty(),
            new Input.Press(Key.QUANTITY),
            false),
        action(Icon.SHORT, "Report a short pick"),
        action(Icon.SKIP, "Skip this line"),
        action(Icon.DAMAGED, "Damaged goods"),
        action(Icon.PRINT, "Print a label"),
        new Action(Icon.CLOSE, say("Close with differences"), Optional.empty(), SAID, true),
        action(Icon.LEAVE, "Leave; work is kept"));
  }

  static Row begin(Icon icon, String head, String value) {
    Optional<Text> figure = value.isEmpty() ? Optional.empty() : Optional.of(say(value));
    return new Row(icon, say(head), Optional.empty(), figure, Optional.of(new Input.Point(head)));
  }

  static Row reason(String head) {
    return new Row(
        Icon.SHORT,
        say(head),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Input.Because(head)));
  }

  static Action answer(String label, String detail, Key key) {
    return new Action(Icon.NEXT, say(label), Optional.of(say(detail)), new Input.Press(key), false);
  }
}
