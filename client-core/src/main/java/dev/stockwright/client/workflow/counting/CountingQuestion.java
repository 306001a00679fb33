package dev.stockwright.client.workflow.counting;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.counting.CountingState.BinsLeft;
import dev.stockwright.client.workflow.counting.CountingState.Closed;
import dev.stockwright.client.workflow.counting.CountingState.CountSaid;
import dev.stockwright.client.workflow.counting.CountingState.CountedBefore;
import dev.stockwright.client.workflow.counting.CountingState.Doubt;
import dev.stockwright.client.workflow.counting.CountingState.ManyFound;
import dev.stockwright.client.workflow.counting.CountingState.ManyKeyed;
import dev.stockwright.client.workflow.counting.CountingState.NotAsked;
import dev.stockwright.client.workflow.counting.CountingState.NothingCounted;
import dev.stockwright.client.workflow.counting.CountingState.OpenBin;
import dev.stockwright.client.workflow.counting.CountingState.Taken;
import dev.stockwright.client.workflow.counting.CountingState.ZeroCheck;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import java.util.List;
import java.util.Optional;

/// How a doubt is asked while bins are counted, and what can be answered to it.
final class CountingQuestion {
  private CountingQuestion() {}

  static Question of(Doubt doubt, CountingState state, Scene scene) {
    return switch (doubt) {
      case NothingCounted nothing ->
          asked(
              Text.of(
                  CountingPhrase.IS_IT_EMPTY,
                  state.bin().map(OpenBin::place).map(LocationCode::code).orElse("")),
              Text.of(CountingPhrase.NOTHING_COUNTED_WHY),
              answer(Icon.DONE, Text.of(CountingPhrase.ANSWER_EMPTY), Key.EMPTY),
              answer(Icon.COUNT, Text.of(CountingPhrase.ANSWER_GO_ON), Key.DISCARD));
      case NotAsked not -> notAsked(not.place());
      case Taken taken ->
          asked(
              Bins.taken(taken.place(), who(taken, scene)),
              Text.of(CountingPhrase.TAKEN_WHY),
              answer(Icon.PERSON, Text.of(CountingPhrase.ANSWER_TOGETHER), Key.CONFIRM),
              answer(Icon.LEAVE, Text.of(CountingPhrase.ANSWER_NO), Key.DISCARD));
      case CountedBefore before ->
          asked(
              Text.of(
                  CountingPhrase.COUNTED_BY_YOU,
                  before.place(),
                  Sheets.closed(state, before.place()).map(Closed::at).orElse(scene.now())),
              Text.of(CountingPhrase.RECOUNT_WHY),
              allowed(Icon.COUNT, Text.of(CountingPhrase.ANSWER_RECOUNT), Key.AGAIN),
              answer(Icon.LEAVE, Text.of(CountingPhrase.ANSWER_NO), Key.DISCARD));
      case ManyFound many ->
          large(
              Text.of(CommonPhrase.AS_IS, Sheets.name(many.found().sku(), scene)),
              many.found().units());
      case ManyKeyed many ->
          large(
              state
                  .bin()
                  .filter(bin -> bin.selected() >= 0)
                  .map(bin -> BinContents.name(bin.tallies().get(bin.selected()), scene))
                  .orElseGet(() -> Text.of(CountingPhrase.TITLE)),
              many.units());
      case CountSaid said ->
          asked(
              Text.of(CountingPhrase.HOW_MANY, Sheets.name(said.found().sku(), scene)),
              Text.of(CountingPhrase.HOW_MANY_WHY, said.found().units() / said.packed()),
              answer(
                  Icon.DONE, Text.of(CountingPhrase.ANSWER_YES, said.found().units()), Key.CONFIRM),
              answer(Icon.LEAVE, Text.of(CountingPhrase.ANSWER_NO), Key.DISCARD));
      case ZeroCheck zero ->
          asked(
              Text.of(CountingPhrase.IS_IT_EMPTY, zero.place()),
              Text.of(CountingPhrase.ZERO_WHY),
              answer(Icon.DONE, Text.of(CountingPhrase.ANSWER_EMPTY), Key.EMPTY),
              answer(Icon.COUNT, Text.of(CountingPhrase.ANSWER_OCCUPIED), Key.OCCUPIED));
      case BinsLeft left ->
          asked(
              Text.of(CountingPhrase.BINS_LEFT, left.document(), left.left()),
              Text.of(CountingPhrase.BINS_LEFT_WHY),
              answer(Icon.COUNT, Text.of(CountingPhrase.ANSWER_GO_ON), Key.DISCARD),
              answer(Icon.CLOSE, Text.of(CountingPhrase.ANSWER_FINISH), Key.INSIST));
    };
  }

  private static Question notAsked(LocationCode place) {
    return asked(
        Text.of(CountingPhrase.NOT_ASKED, place),
        Text.of(CountingPhrase.NOT_ASKED_WHY),
        answer(Icon.LEAVE, Text.of(CountingPhrase.ANSWER_NO), Key.DISCARD),
        answer(Icon.WARNING, Text.of(CountingPhrase.ANSWER_HAVE_COUNTED), Key.OCCUPIED),
        allowed(Icon.COUNT, Text.of(CountingPhrase.ANSWER_COUNT_IT), Key.EXTRA_LINE));
  }

  private static Operator who(Taken taken, Scene scene) {
    return Sheets.sheet(taken.document(), scene).stream()
        .map(CountSheet::bins)
        .flatMap(List::stream)
        .filter(bin -> bin.location().equals(taken.place()))
        .map(CountBin::counter)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new Operator("?"));
  }

  private static Question large(Text name, long units) {
    return asked(
        Text.of(CountingPhrase.LARGE, name, units),
        Text.of(CountingPhrase.LARGE_WHY),
        answer(Icon.DONE, Text.of(CountingPhrase.ANSWER_YES, units), Key.CONFIRM),
        answer(Icon.LEAVE, Text.of(CountingPhrase.ANSWER_NO), Key.DISCARD));
  }

  /// What the band says when it is asked.
  static Said said(Doubt doubt, CountingState state, Scene scene) {
    Question question = of(doubt, state, scene);
    return Said.of(question.subject(), question.reason());
  }

  private static Question asked(Text subject, Text reason, Action... answers) {
    return new Question(subject, reason, List.of(answers), Text.of(CountingPhrase.AFTER));
  }

  private static Action answer(Icon icon, Text label, Key key) {
    return Action.press(icon, label, key);
  }

  private static Action allowed(Icon icon, Text label, Key key) {
    return new Action(icon, label, Optional.empty(), new Input.Press(key), true);
  }
}
