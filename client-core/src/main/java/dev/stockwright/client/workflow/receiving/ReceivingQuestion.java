package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.CountSaid;
import dev.stockwright.client.workflow.receiving.ReceivingState.Doubt;
import dev.stockwright.client.workflow.receiving.ReceivingState.Expired;
import dev.stockwright.client.workflow.receiving.ReceivingState.Large;
import dev.stockwright.client.workflow.receiving.ReceivingState.NotAnnounced;
import dev.stockwright.client.workflow.receiving.ReceivingState.OldUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a doubt is asked, and what can be answered to it.
final class ReceivingQuestion {
  private static final Action LEAVE =
      answer(
          Icon.LEAVE,
          Text.of(ReceivingPhrase.ANSWER_LEAVE),
          ReceivingPhrase.THEN_NOTHING,
          Key.DISCARD);

  private static final Action QUARANTINE =
      answer(
          Icon.WARNING,
          Text.of(ReceivingPhrase.ANSWER_QUARANTINE),
          ReceivingPhrase.THEN_BLOCKED,
          Key.QUARANTINE);

  private static final Action EXTRA =
      answer(
          Icon.WARNING,
          Text.of(ReceivingPhrase.ANSWER_EXTRA_LINE),
          ReceivingPhrase.THEN_FLAGGED,
          Key.EXTRA_LINE);

  private ReceivingQuestion() {}

  static Question of(Doubt doubt, ReceivingState state, Scene scene) {
    return switch (doubt) {
      case Strange strange -> strange(strange, scene);
      case OldUnit old -> oldUnit(old);
      case AboutGoods about -> {
        String name = about.load().product(scene).name();
        yield switch (about.why()) {
          case Expired expired -> expired(about.load(), name);
          case Large large -> large(about.load(), scene);
          case OnOther other -> onOther(name, other, state);
          case TooMuch more -> tooMuch(name, more);
          case CountSaid said -> howMany(name, about.load());
          case NotAnnounced none -> notAnnounced(name, state);
        };
      }
    };
  }

  /// What the band says when it is asked.
  static Said said(Doubt doubt, ReceivingState state, Scene scene) {
    Question question = of(doubt, state, scene);
    Said said = Said.of(question.subject(), question.reason());
    return doubt instanceof AboutGoods about
        ? said.value(Receipt.plus(about.load().units()))
        : said;
  }

  /// A supervisor can say what the code stands for.
  private static Question strange(Strange strange, Scene scene) {
    List<Action> answers = new ArrayList<>();
    if (scene.supervisor()) {
      answers.add(
          answer(
              Icon.PRODUCT,
              Text.of(ReceivingPhrase.ANSWER_LINK),
              ReceivingPhrase.THEN_LINKED,
              Key.LINK));
    }
    answers.add(
        answer(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_SET_ASIDE),
            ReceivingPhrase.THEN_LOOKED_AT,
            Key.SET_ASIDE));
    answers.add(LEAVE);
    return asked(
        Text.of(ReceivingPhrase.UNKNOWN, Words.shown(strange.text())),
        Text.of(ReceivingPhrase.UNKNOWN_WHY),
        answers.toArray(Action[]::new));
  }

  private static Question expired(Load load, String name) {
    LocalDate day = load.expiry().orElseThrow();
    return asked(
        load.lot()
            .map(code -> Text.of(ReceivingPhrase.LOT_EXPIRED, code, name, day))
            .orElseGet(() -> Text.of(ReceivingPhrase.GOODS_EXPIRED, name, day)),
        Text.of(ReceivingPhrase.EXPIRED_WHY),
        QUARANTINE,
        LEAVE);
  }

  private static Question oldUnit(OldUnit old) {
    return asked(
        Text.of(ReceivingPhrase.UNIT_EXPIRED, old.unit()),
        Text.of(ReceivingPhrase.EXPIRED_WHY),
        QUARANTINE,
        LEAVE);
  }

  private static Question large(Load load, Scene scene) {
    Product product = load.product(scene);
    Text unit = GoodsPhrase.unit(product, load.units());
    return asked(
        Text.of(ReceivingPhrase.LARGE, product.name(), load.units(), unit),
        Text.of(ReceivingPhrase.LARGE_WHY),
        answer(
            Icon.DONE,
            Text.of(ReceivingPhrase.ANSWER_YES, load.units()),
            ReceivingPhrase.THEN_AS_SCANNED,
            Key.CONFIRM),
        answer(
            Icon.LEAVE,
            Text.of(ReceivingPhrase.ANSWER_NO),
            ReceivingPhrase.THEN_NOTHING,
            Key.DISCARD));
  }

  private static Question howMany(String name, Load load) {
    return asked(
        Text.of(ReceivingPhrase.HOW_MANY, name),
        Text.of(ReceivingPhrase.HOW_MANY_WHY, load.count()),
        answer(
            Icon.DONE,
            Text.of(ReceivingPhrase.ANSWER_YES, load.units()),
            ReceivingPhrase.THEN_AS_SCANNED,
            Key.CONFIRM),
        LEAVE);
  }

  private static Question onOther(String name, OnOther other, ReceivingState state) {
    return asked(
        Text.of(ReceivingPhrase.ON_OTHER_ORDER, name, other.other(), Closings.number(state)),
        Text.of(ReceivingPhrase.ON_OTHER_WHY, other.supplier()),
        answer(
            Icon.DOCUMENT,
            Text.of(ReceivingPhrase.ANSWER_USE_ORDER, other.other()),
            ReceivingPhrase.THEN_ORDER_OPENS,
            Key.USE_OTHER),
        EXTRA,
        LEAVE);
  }

  private static Question notAnnounced(String name, ReceivingState state) {
    return asked(
        Text.of(ReceivingPhrase.NOT_ON_ORDER, name, Closings.number(state)),
        Text.of(ReceivingPhrase.NOT_ANNOUNCED_WHY),
        EXTRA,
        LEAVE);
  }

  private static Question tooMuch(String name, TooMuch more) {
    return asked(
        Text.of(ReceivingPhrase.OVER, name, more.over(), more.limit()),
        Text.of(ReceivingPhrase.OVER_WHY, more.received(), more.ordered(), more.over()),
        new Action(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_INSIST),
            Optional.of(Text.of(ReceivingPhrase.SUPERVISOR_ONLY)),
            new Input.Press(Key.INSIST),
            true),
        answer(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_SET_ASIDE),
            ReceivingPhrase.THEN_WAITS,
            Key.SET_ASIDE),
        answer(
            Icon.LEAVE,
            Text.of(ReceivingPhrase.ANSWER_PUT_BACK),
            ReceivingPhrase.THEN_NOTHING,
            Key.DISCARD));
  }

  private static Question asked(Text subject, Text reason, Action... answers) {
    return new Question(subject, reason, List.of(answers), Text.of(ReceivingPhrase.SCANNING_ON));
  }

  private static Action answer(Icon icon, Text label, ReceivingPhrase then, Key key) {
    return new Action(icon, label, Optional.of(Text.of(then)), new Input.Press(key), false);
  }
}
