package dev.stockwright.client.workflow.portal;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Means;
import dev.stockwright.client.card.Card.Prompt;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.portal.PortalState.Ended;
import dev.stockwright.client.workflow.portal.PortalState.Heard;
import dev.stockwright.client.workflow.portal.PortalState.Idle;
import dev.stockwright.client.workflow.portal.PortalState.Reading;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows of a gate.
record PortalCard(PortalState state, PortalTally tally) {
  Card card() {
    Card card =
        Card.of(Text.of(PortalPhrase.TITLE), prompt())
            .context(
                state
                    .order()
                    .map(number -> Text.of(CommonPhrase.AS_IS, number))
                    .orElseGet(() -> Text.of(PortalPhrase.NO_ORDER)))
            .rows(rows())
            .question(state.phase() instanceof Ended ? Optional.of(question()) : Optional.empty());
    return state.phase() instanceof Idle
        ? card
        : card.figures(figures())
            .progress(
                new Card.Progress(
                    tally.read(),
                    tally.expected(),
                    Text.of(PortalPhrase.READ_OF, tally.read(), tally.expected())));
  }

  private Prompt prompt() {
    return switch (state.phase()) {
      case Idle idle -> idle();
      case Reading reading ->
          new Prompt(Means.SCAN, Text.of(PortalPhrase.DRIVE_THROUGH), Optional.empty());
      case Ended ended -> new Prompt(Means.DECIDE, Text.of(PortalPhrase.CHOOSE), Optional.empty());
    };
  }

  private Prompt idle() {
    boolean open = state.order().isPresent();
    return new Prompt(
        open ? Means.TOUCH : Means.SCAN,
        Text.of(open ? PortalPhrase.PRESS_READ : PortalPhrase.OPEN_ORDER),
        Optional.empty());
  }

  private List<Card.Figure> figures() {
    return List.of(
        figure(tally.expected(), PortalPhrase.COUNT_EXPECTED),
        figure(tally.read(), PortalPhrase.COUNT_READ),
        figure(tally.missing(), PortalPhrase.COUNT_MISSING),
        figure(tally.extra().size(), PortalPhrase.COUNT_EXTRA));
  }

  private static Card.Figure figure(long value, PortalPhrase label) {
    return new Card.Figure(Text.of(CommonPhrase.AS_IS, value), Text.of(label));
  }

  /// What is missing first, then what is too much, last what does not count.
  private List<Card.Row> rows() {
    List<Card.Row> rows = new ArrayList<>();
    for (PortalTally.Line line : tally.lines()) {
      if (line.missing() > 0 && !(state.phase() instanceof Idle)) {
        rows.add(
            new Card.Row(
                Icon.SHORT,
                Text.of(CommonPhrase.AS_IS, line.product().name()),
                Optional.of(Text.of(PortalPhrase.ROW_MISSING)),
                Optional.of(Text.of(CommonPhrase.AS_IS, line.missing())),
                Optional.empty()));
      }
    }
    tally.extra().forEach(piece -> rows.add(row(Icon.WARNING, piece, PortalPhrase.ROW_EXTRA)));
    tally.unknown().forEach(piece -> rows.add(row(Icon.WARNING, piece, PortalPhrase.ROW_UNKNOWN)));
    tally.ignored().forEach(piece -> rows.add(row(Icon.RFID, piece, PortalPhrase.ROW_IGNORED)));
    tally.old().forEach(piece -> rows.add(row(Icon.DONE, piece, PortalPhrase.ROW_OLD)));
    return rows;
  }

  private static Card.Row row(Icon icon, Heard piece, PortalPhrase why) {
    return new Card.Row(
        icon,
        Text.of(CommonPhrase.AS_IS, piece.sku().map(Object::toString).orElse(piece.key())),
        Optional.of(Text.of(why)),
        piece.serial().map(SerialNumber::code).map(code -> Text.of(PortalPhrase.SERIAL, code)),
        Optional.empty());
  }

  private Card.Question question() {
    List<Action> answers = new ArrayList<>();
    answers.add(
        answer(
            Icon.RFID, Text.of(PortalPhrase.READ_AGAIN), PortalPhrase.READ_AGAIN_HINT, Key.AGAIN));
    if (tally.read() > 0) {
      answers.add(
          answer(
              Icon.DONE,
              tally.missing() > 0
                  ? Text.of(PortalPhrase.ACCEPT_SHORT, tally.read(), tally.missing())
                  : Text.of(PortalPhrase.ACCEPT, tally.read()),
              PortalPhrase.ACCEPT_HINT,
              Key.DONE));
    }
    int extra = tally.extra().size() + tally.unknown().size();
    if (extra > 0) {
      answers.add(
          answer(
              Icon.CLOSE,
              Text.of(PortalPhrase.REMOVE_EXTRA, extra),
              PortalPhrase.REMOVE_HINT,
              Key.REMOVE));
    }
    return new Card.Question(
        PortalWorkflow.said(tally).headline(),
        Text.of(PortalPhrase.SUMMARY, tally.read(), tally.expected(), tally.missing(), extra),
        answers,
        Text.of(PortalPhrase.SCANNING_ON));
  }

  private static Action answer(Icon icon, Text label, PortalPhrase follows, Key key) {
    return new Action(icon, label, Optional.of(Text.of(follows)), new Input.Press(key), false);
  }
}
