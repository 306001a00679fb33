package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.CartWanted;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Empty;
import dev.stockwright.client.workflow.picking.PickingState.Expired;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Large;
import dev.stockwright.client.workflow.picking.PickingState.Missing;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.client.workflow.picking.PickingState.OtherLot;
import dev.stockwright.client.workflow.picking.PickingState.OtherPlace;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.client.workflow.picking.PickingState.Skip;
import dev.stockwright.client.workflow.picking.PickingState.ToteWanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked while orders are picked. The OK card gives the first answer.
final class PickingQuestion {
  private PickingQuestion() {}

  static Optional<Question> of(PickingState state, Optional<PickLine> line, Scene scene) {
    if (state.phase() instanceof OtherDrop other) {
      return Optional.of(otherDrop(other, scene));
    }
    return line.flatMap(each -> of(state, each, scene));
  }

  private static Optional<Question> of(PickingState state, PickLine line, Scene scene) {
    return switch (state.phase()) {
      case OtherPlace other -> Optional.of(otherPlace(other, line));
      case OtherLot other -> Optional.of(otherLot(other, line));
      case Expired expired -> Optional.of(expired(expired, line));
      case Large large -> Optional.of(large(large, line));
      case Missing asked ->
          Optional.of(
              because(
                  PickingCard.shortQuestion(line),
                  PickingPhrase.SHORT_REASON,
                  reasons(Hindrances.SHORT, asked.offered(), scene)));
      case Skip asked ->
          Optional.of(
              because(
                  PickingCard.skipQuestion(line),
                  PickingPhrase.SKIP_REASON,
                  reasons(Hindrances.SKIP, asked.offered(), scene)));
      case Empty asked -> Optional.of(empty(asked, line));
      case Choose choose -> Optional.empty();
      case CartWanted wanted -> Optional.empty();
      case Go go -> Optional.empty();
      case AtBin bin -> Optional.empty();
      case ToteWanted wanted -> Optional.empty();
      case PutBack back -> Optional.empty();
      case Drop drop -> Optional.empty();
      case OtherDrop other -> Optional.empty();
    };
  }

  private static Question asked(Text subject, Text reason, Action... answers) {
    return new Question(subject, reason, List.of(answers), Text.of(PickingPhrase.QUESTION_AFTER));
  }

  private static Question otherPlace(OtherPlace other, PickLine line) {
    return asked(
        Text.of(PickingPhrase.OTHER_PLACE, line.name(), other.from()),
        Text.of(PickingPhrase.OTHER_PLACE_REASON, PickingCard.code(line)),
        Action.press(Icon.SWAP, Text.of(PickingPhrase.PICK_HERE), Key.OTHER_PLACE),
        Action.press(
            Icon.LEAVE, Text.of(PickingPhrase.GO_TO, PickingCard.code(line)), Key.DISCARD));
  }

  private static Question otherLot(OtherLot other, PickLine line) {
    return asked(
        PickingCard.otherLot(line, other.bin().lot().or(line::lot), other.found()),
        Text.of(PickingPhrase.OTHER_LOT_REASON),
        Action.press(Icon.SWAP, Text.of(PickingPhrase.TAKE_LOT, other.found()), Key.SWAP),
        leave());
  }

  private static Question expired(Expired expired, PickLine line) {
    return asked(
        PickingCard.expired(line, expired.lot(), expired.day()),
        Text.of(PickingPhrase.EXPIRED_REASON),
        Action.press(Icon.DAMAGED, Text.of(PickingPhrase.HOLD), Key.QUARANTINE),
        leave());
  }

  private static Question large(Large large, PickLine line) {
    return asked(
        Text.of(PickingPhrase.LARGE, line.name(), large.units()),
        Text.of(PickingPhrase.LARGE_REASON),
        Action.press(Icon.DONE, Text.of(PickingPhrase.LARGE_YES, large.units()), Key.CONFIRM),
        leave());
  }

  private static Question otherDrop(OtherDrop other, Scene scene) {
    String meant = Dropping.meant(scene).map(Place::code).map(code -> code.code()).orElse("-");
    return asked(
        Text.of(PickingPhrase.OTHER_DROP, other.from()),
        Text.of(PickingPhrase.OTHER_DROP_REASON, meant),
        Action.press(Icon.PACK, Text.of(PickingPhrase.LEAVE_HERE), Key.CONFIRM),
        leave());
  }

  private static Question empty(Empty asked, PickLine line) {
    return asked(
        PickingCard.emptyQuestion(line, asked.instead()),
        Text.of(PickingPhrase.EMPTY_REASON),
        Action.press(Icon.DONE, Text.of(PickingPhrase.EMPTY_YES), Key.EMPTY),
        Action.press(Icon.COUNT, Text.of(PickingPhrase.EMPTY_NO), Key.OCCUPIED),
        Action.press(Icon.SKIP, Text.of(PickingPhrase.EMPTY_UNSEEN), Key.SKIP));
  }

  private static Question because(Text subject, PickingPhrase why, List<Action> reasons) {
    return new Question(subject, Text.of(why), reasons, Text.of(PickingPhrase.QUESTION_AFTER));
  }

  /// What the site allows as a reason, in its own words.
  private static List<Action> reasons(String use, int offered, Scene scene) {
    List<Action> answers = new ArrayList<>();
    Hindrances.reasons(use, offered, scene).stream()
        .limit(Card.CHOICES_MAX)
        .forEach(
            reason ->
                answers.add(
                    new Action(
                        Icon.NEXT,
                        Text.of(CommonPhrase.AS_IS, reason.name()),
                        Optional.empty(),
                        new Input.Because(reason.code().code()),
                        false)));
    if (answers.isEmpty()) {
      answers.add(leave());
    }
    return answers;
  }

  private static Action leave() {
    return Action.press(Icon.LEAVE, Text.of(PickingPhrase.LEAVE_IT), Key.DISCARD);
  }
}
