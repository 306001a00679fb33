package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Card.Action;
import dev.stockwright.client.card.Card.Question;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.GoodsPhrase;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.AboutGoods;
import dev.stockwright.client.workflow.receiving.ReceivingState.Doubt;
import dev.stockwright.client.workflow.receiving.ReceivingState.Expired;
import dev.stockwright.client.workflow.receiving.ReceivingState.Large;
import dev.stockwright.client.workflow.receiving.ReceivingState.OnOther;
import dev.stockwright.client.workflow.receiving.ReceivingState.Strange;
import dev.stockwright.client.workflow.receiving.ReceivingState.StrangeUnit;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import java.time.LocalDate;
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

  private ReceivingQuestion() {}

  /// @param order the open one
  static Question of(Doubt doubt, Optional<Reference> order) {
    return switch (doubt) {
      case Strange strange ->
          strange(Text.of(ReceivingPhrase.UNKNOWN, Words.shown(strange.text())));
      case StrangeUnit unit -> strange(Text.of(ReceivingPhrase.UNKNOWN_UNIT, unit.code()));
      case AboutGoods about ->
          switch (about.why()) {
            case Expired expired -> expired(about);
            case Large large -> large(about);
            case OnOther other -> onOther(about, other, order);
            case TooMuch more -> tooMuch(about, more);
          };
    };
  }

  /// What the band says when it is asked.
  static Said said(Doubt doubt, Optional<Reference> order) {
    Question question = of(doubt, order);
    Said said = Said.of(question.subject(), question.reason());
    return doubt instanceof AboutGoods about
        ? said.value(Text.of(CommonPhrase.PLUS, about.units()))
        : said;
  }

  private static Question strange(Text subject) {
    return asked(
        subject,
        Text.of(ReceivingPhrase.UNKNOWN_WHY),
        answer(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_SET_ASIDE),
            ReceivingPhrase.THEN_LOOKED_AT,
            Key.SET_ASIDE),
        LEAVE);
  }

  private static Question expired(AboutGoods about) {
    String name = about.goods().product().name();
    Optional<LotCode> lot = about.goods().label().lot();
    LocalDate day = about.goods().label().expiry().orElseThrow();
    return asked(
        lot.map(code -> Text.of(ReceivingPhrase.LOT_EXPIRED, code, name, day))
            .orElseGet(() -> Text.of(ReceivingPhrase.GOODS_EXPIRED, name, day)),
        Text.of(ReceivingPhrase.EXPIRED_WHY),
        answer(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_QUARANTINE),
            ReceivingPhrase.THEN_BLOCKED,
            Key.QUARANTINE),
        LEAVE);
  }

  private static Question large(AboutGoods about) {
    Text unit = GoodsPhrase.unit(about.goods().product(), about.units());
    return asked(
        Text.of(ReceivingPhrase.LARGE, about.goods().product().name(), about.units(), unit),
        Text.of(ReceivingPhrase.LARGE_WHY),
        answer(
            Icon.DONE,
            Text.of(ReceivingPhrase.ANSWER_YES, about.units()),
            ReceivingPhrase.THEN_AS_SCANNED,
            Key.CONFIRM),
        answer(
            Icon.LEAVE,
            Text.of(ReceivingPhrase.ANSWER_NO),
            ReceivingPhrase.THEN_NOTHING,
            Key.DISCARD));
  }

  private static Question onOther(AboutGoods about, OnOther other, Optional<Reference> order) {
    String here = order.map(Reference::code).orElse("");
    return asked(
        Text.of(
            ReceivingPhrase.ON_OTHER_ORDER, about.goods().product().name(), other.other(), here),
        Text.of(ReceivingPhrase.ON_OTHER_WHY, other.supplier()),
        answer(
            Icon.DOCUMENT,
            Text.of(ReceivingPhrase.ANSWER_USE_ORDER, other.other()),
            ReceivingPhrase.THEN_ORDER_OPENS,
            Key.USE_OTHER),
        answer(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_EXTRA_LINE),
            ReceivingPhrase.THEN_FLAGGED,
            Key.EXTRA_LINE),
        LEAVE);
  }

  private static Question tooMuch(AboutGoods about, TooMuch more) {
    return asked(
        Text.of(ReceivingPhrase.OVER, about.goods().product().name(), more.over(), more.limit()),
        Text.of(ReceivingPhrase.OVER_WHY, more.received(), more.ordered(), more.over()),
        new Action(
            Icon.WARNING,
            Text.of(ReceivingPhrase.ANSWER_INSIST),
            Optional.of(Text.of(ReceivingPhrase.SUPERVISOR_ONLY)),
            new Input.Press(Key.INSIST),
            true),
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
