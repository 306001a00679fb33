package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.lookup.LookUpState.OfOrder;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPaper;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the screen shows of a document: what it is, and its lines.
final class LookUpPapers {
  private LookUpPapers() {}

  static Card order(Card card, OfOrder subject, Books books) {
    Optional<OpenOrder> order = LookUpCard.order(subject.order(), books);
    Card shown =
        named(
            card,
            subject.order(),
            order.map(each -> Text.of(LookUpPhrase.PURCHASE_ORDER, each.supplier())));
    return shown.rows(
        order.map(OpenOrder::lines).orElse(List.of()).stream()
            .map(line -> line(line.name(), line.sku(), line.received(), line.ordered()))
            .toList());
  }

  static Card paper(Card card, OfPaper subject, Books books) {
    Reference number = subject.number();
    return switch (subject.kind()) {
      case TASK -> task(card, number, books);
      case COUNT -> count(card, number, books);
      case TRANSFER -> transfer(card, number, books);
      case NOTICE -> notice(card, number, books);
      case ORDER ->
          named(card, number, Optional.of(Text.of(LookUpPhrase.ORDER)))
              .rows(
                  books.picks().stream()
                      .filter(pick -> pick.order().equals(number.code()))
                      .map(LookUpPapers::pick)
                      .toList());
    };
  }

  /// An absent description: it has ended since it was scanned.
  private static Card named(Card card, Reference number, Optional<Text> what) {
    Card shown =
        card.goods(
                Optional.of(
                    new Card.Goods(
                        number.code(),
                        what.orElseGet(() -> Text.of(LookUpPhrase.GONE, number)),
                        Optional.empty())))
            .more(List.of(Card.Action.press(Icon.LEAVE, Text.of(LookUpPhrase.BACK), Key.BACK)));
    return what.isPresent()
        ? shown.primary(Card.Action.press(Icon.NEXT, Text.of(LookUpPhrase.OPEN, number), Key.OK))
        : shown;
  }

  private static Card task(Card card, Reference number, Books books) {
    Optional<WaitingTask> task =
        books.tasks().stream().filter(each -> each.number().equals(number)).findFirst();
    Stream<Card.Row> goods =
        task.flatMap(WaitingTask::sku).map(sku -> LookUpCard.product(sku, books)).stream();
    Stream<Card.Row> places =
        task.stream()
            .flatMap(each -> Stream.of(each.place(), each.toPlace()))
            .flatMap(Optional::stream)
            .map(LookUpPapers::place);
    return named(card, number, task.map(each -> Text.of(LookUpPhrase.TASK, each.reference())))
        .rows(Stream.concat(goods, places).toList());
  }

  private static Card count(Card card, Reference number, Books books) {
    Optional<CountSheet> count =
        books.counts().stream().filter(each -> each.number().equals(number)).findFirst();
    return named(card, number, count.map(each -> Text.of(LookUpPhrase.COUNT_SHEET)))
        .rows(
            count.map(CountSheet::bins).orElse(List.of()).stream()
                .map(bin -> place(bin.location()))
                .toList());
  }

  private static Card transfer(Card card, Reference number, Books books) {
    Optional<TransferSheet> transfer =
        books.transfers().stream().filter(each -> each.number().equals(number)).findFirst();
    return named(
            card,
            number,
            transfer.map(each -> Text.of(LookUpPhrase.TRANSFER, each.from(), each.to())))
        .rows(
            transfer.map(TransferSheet::lines).orElse(List.of()).stream()
                .map(line -> line(line.name(), line.sku(), line.received(), line.approved()))
                .toList());
  }

  private static Card notice(Card card, Reference number, Books books) {
    Optional<Notice> notice =
        books.notices().stream().filter(each -> each.number().equals(number)).findFirst();
    return named(card, number, notice.map(each -> Text.of(LookUpPhrase.NOTICE, each.supplier())))
        .rows(notice.map(Notice::lines).orElse(List.of()).stream().map(LookUpRows::line).toList());
  }

  private static Card.Row line(String name, Sku sku, long done, long of) {
    return new Card.Row(
        Icon.PRODUCT,
        Text.of(CommonPhrase.AS_IS, name),
        Optional.of(Text.of(CommonPhrase.AS_IS, sku)),
        Optional.of(Text.of(CommonPhrase.FRACTION, done, of)),
        Optional.of(new Input.Point(sku.code())));
  }

  private static Card.Row pick(PickLine pick) {
    return line(pick.name(), pick.sku(), pick.picked(), pick.quantity());
  }

  private static Card.Row place(LocationCode place) {
    return new Card.Row(
        Icon.PLACE,
        Text.of(CommonPhrase.AS_IS, place),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Input.Point(place.code())));
  }
}
