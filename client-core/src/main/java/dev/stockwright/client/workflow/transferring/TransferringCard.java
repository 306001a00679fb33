package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.transferring.TransferringState.Because;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Explain;
import dev.stockwright.client.workflow.transferring.TransferringState.Last;
import dev.stockwright.client.workflow.transferring.TransferringState.Leave;
import dev.stockwright.client.workflow.transferring.TransferringState.LotWanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Over;
import dev.stockwright.client.workflow.transferring.TransferringState.Pack;
import dev.stockwright.client.workflow.transferring.TransferringState.Receive;
import dev.stockwright.client.workflow.transferring.TransferringState.Stranger;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// What the screen shows while a transfer is packed, received or explained.
final class TransferringCard {
  private TransferringCard() {}

  static Card of(TransferringState state, Scene scene) {
    if (state.phase() instanceof Choose) {
      return Card.of(
              Text.of(TransferringPhrase.TITLE),
              new Card.Prompt(
                  Card.Means.SCAN,
                  Text.of(TransferringPhrase.CHOOSE),
                  Optional.of(Text.of(TransferringPhrase.CHOOSE_DETAIL))))
          .rows(Sheet.all(scene).stream().map(TransferringCard::row).toList());
    }
    Optional<Sheet> found = Sheet.find(TransferringWorkflow.number(state.phase()), scene);
    Optional<Card.Question> question =
        found.flatMap(sheet -> TransferringQuestion.of(state.phase(), sheet));
    Card card =
        Card.of(
                Text.of(CommonPhrase.AS_IS, TransferringWorkflow.number(state.phase())),
                new Card.Prompt(
                    question.isPresent() ? Card.Means.DECIDE : Card.Means.SCAN,
                    instruction(state, scene),
                    Optional.empty()))
            .question(question)
            .plate(place(state).map(TransferringCard::plate))
            .hint(hint(state));
    return found.map(sheet -> filled(card, state, sheet)).orElse(card);
  }

  /// What is to be done next.
  static Text instruction(TransferringState state, Scene scene) {
    return switch (state.phase()) {
      case Choose choose -> Text.of(TransferringPhrase.CHOOSE);
      case Pack pack ->
          Text.of(
              pack.from().isPresent()
                  ? TransferringPhrase.SCAN_FROM
                  : TransferringPhrase.SCAN_PACK);
      case LotWanted wanted -> Text.of(TransferringPhrase.SCAN_LOT);
      case Leave leave -> Text.of(TransferringPhrase.SHIP, leave.transfer());
      case Receive receive -> Text.of(TransferringPhrase.SCAN_RECEIVE);
      case Stranger stranger -> Text.of(TransferringPhrase.PUT_BACK);
      case Over over -> Text.of(TransferringPhrase.UNITS_OF, over.units(), name(over.sku(), scene));
      case Last last -> Text.of(TransferringPhrase.LAST);
      case Explain explain -> Text.of(TransferringPhrase.EXPLAIN, inTransit(state, scene));
      case Because because -> Text.of(TransferringPhrase.EXPLAIN, inTransit(state, scene));
    };
  }

  private static long inTransit(TransferringState state, Scene scene) {
    return Sheet.find(TransferringWorkflow.number(state.phase()), scene)
        .map(Sheet::inTransit)
        .orElse(0L);
  }

  static String name(Sku sku, Scene scene) {
    return scene.books().product(sku).map(Product::name).orElse(sku.code());
  }

  /// What a transfer is here, in one line.
  static Text what(Sheet sheet) {
    return switch (sheet.side()) {
      case SHIP -> Text.of(TransferringPhrase.SHIP_TO, sheet.number(), sheet.of().to());
      case RECEIVE -> Text.of(TransferringPhrase.RECEIVE_FROM, sheet.number(), sheet.of().from());
      case EXPLAIN -> Text.of(TransferringPhrase.ON_THE_WAY, sheet.number(), sheet.of().to());
      case WAIT -> Text.of(TransferringPhrase.NOT_YET, sheet.number(), sheet.of().from());
    };
  }

  private static Card.Row row(Sheet sheet) {
    return new Card.Row(
        Icon.TRANSFER,
        what(sheet),
        Optional.empty(),
        Optional.of(
            switch (sheet.side()) {
              case SHIP -> Text.of(CommonPhrase.FRACTION, sheet.packed(), sheet.approved());
              case RECEIVE, EXPLAIN ->
                  Text.of(CommonPhrase.FRACTION, sheet.received(), sheet.shipped());
              case WAIT -> Text.of(CommonPhrase.AS_IS, sheet.approved());
            }),
        Optional.of(new Input.Point(sheet.number().code())));
  }

  private static Card filled(Card card, TransferringState state, Sheet sheet) {
    Card shown = card.context(what(sheet)).rows(rows(state, sheet));
    return switch (state.phase()) {
      case Pack pack -> packing(shown, sheet);
      case Receive receive -> receiving(shown, sheet);
      case Explain explain -> explaining(shown, sheet);
      case LotWanted wanted -> shown.goods(Optional.of(wanted(wanted, sheet)));
      case Choose choose -> shown;
      case Leave leave -> shown;
      case Stranger stranger -> shown;
      case Over over -> shown;
      case Last last -> shown;
      case Because because -> shown;
    };
  }

  private static Card packing(Card card, Sheet sheet) {
    Card shown = card.progress(progress(sheet.packed(), sheet.approved())).more(List.of(keypad()));
    return sheet.packed() == 0
        ? shown
        : shown.primary(
            Card.Action.press(
                Icon.SHIP, Text.of(TransferringPhrase.SHIP, sheet.packed()), Key.DONE));
  }

  private static Card receiving(Card card, Sheet sheet) {
    return card.progress(progress(sheet.received(), sheet.shipped()))
        .more(
            List.of(
                keypad(),
                Card.Action.press(Icon.DAMAGED, Text.of(TransferringPhrase.DAMAGED), Key.DAMAGED),
                new Card.Action(
                    Icon.ALL_DONE,
                    Text.of(TransferringPhrase.AS_SENT),
                    Optional.of(Text.of(TransferringPhrase.AS_SENT_DETAIL)),
                    new Input.Press(Key.AS_SENT),
                    true),
                Card.Action.press(Icon.CLOSE, Text.of(TransferringPhrase.LAST), Key.DONE)));
  }

  private static Card explaining(Card card, Sheet sheet) {
    return card.progress(progress(sheet.received(), sheet.shipped()))
        .hint(Optional.of(Text.of(TransferringPhrase.EXPLAIN_DETAIL)))
        .rows(sheet.books().reasons(Explanation.USE).stream().map(TransferringCard::row).toList());
  }

  private static Card.Row row(Reason reason) {
    return new Card.Row(
        Icon.DOCUMENT,
        Text.of(CommonPhrase.AS_IS, reason.name()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Input.Because(reason.code().code())));
  }

  private static Card.Progress progress(long done, long of) {
    return new Card.Progress(done, of, Text.of(CommonPhrase.OF, done, of));
  }

  private static Card.Action keypad() {
    return Card.Action.press(Icon.KEYPAD, Text.of(TransferringPhrase.COUNT_NEXT), Key.QUANTITY);
  }

  private static Card.Goods wanted(LotWanted wanted, Sheet sheet) {
    return new Card.Goods(
        sheet.line(wanted.sku()).map(Line::name).orElse(wanted.sku().code()),
        Text.of(CommonPhrase.AS_IS, wanted.sku()),
        Optional.of(
            new Card.Amount(
                Optional.of(wanted.units()), Optional.empty(), Optional.empty(), true)));
  }

  private static List<Card.Row> rows(TransferringState state, Sheet sheet) {
    boolean packs = sheet.side() == Sheet.Side.SHIP;
    return state.phase() instanceof Because
        ? List.of()
        : sheet.of().lines().stream()
            .map(
                line ->
                    packs
                        ? row(line, sheet.packed(line), line.approved())
                        : row(line, line.received(), line.shipped()))
            .toList();
  }

  private static Card.Row row(Line line, long done, long of) {
    return new Card.Row(
        done >= of ? Icon.DONE : Icon.PRODUCT,
        Text.of(CommonPhrase.AS_IS, line.name()),
        Optional.of(Text.of(CommonPhrase.AS_IS, line.sku())),
        Optional.of(Text.of(CommonPhrase.FRACTION, done, of)),
        Optional.empty());
  }

  private static Optional<LocationCode> place(TransferringState state) {
    return switch (state.phase()) {
      case Pack pack -> pack.from();
      case LotWanted wanted -> wanted.from();
      case Explain explain -> explain.foundIn();
      case Choose choose -> Optional.empty();
      case Leave leave -> Optional.empty();
      case Receive receive -> receive.to();
      case Stranger stranger -> Optional.empty();
      case Over over -> Optional.empty();
      case Last last -> Optional.empty();
      case Because because -> Optional.empty();
    };
  }

  private static Card.Plate plate(LocationCode place) {
    return new Card.Plate(
        Text.of(TransferringPhrase.FROM), place.code(), Optional.empty(), Optional.empty(), true);
  }

  private static Optional<Text> hint(TransferringState state) {
    if (state.damaged()) {
      return Optional.of(Text.of(TransferringPhrase.DAMAGED_NEXT));
    }
    return state.times() > 1
        ? Optional.of(Text.of(TransferringPhrase.TIMES, state.times()))
        : Optional.empty();
  }
}
