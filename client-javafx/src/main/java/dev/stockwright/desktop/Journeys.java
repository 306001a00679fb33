package dev.stockwright.desktop;

import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Where a lot, a serial number or a handling unit has been: what was scanned or typed, the newest
/// movement first. Only the server knows that, so it needs the line.
final class Journeys implements ListWork {
  private final ListDesk desk;
  private final ListRows words;
  private volatile Optional<Subject> subject = Optional.empty();

  /// What is looked for.
  ///
  /// @param unit absent: nobody has said whether it is a handling unit
  private record Subject(String code, Optional<Boolean> unit) {}

  Journeys(ListDesk desk, ListRows words) {
    this.desk = desk;
    this.words = words;
  }

  @Override
  public Reply<Page<ListRow>> read(WarehouseCode here) {
    if (subject.isEmpty()) {
      return new Reply.Ok<>(new Page<>(List.of(), Optional.empty()));
    }
    Subject of = subject.get();
    Reply<Page<ListRow>> found = journey(of.unit().orElse(false), of.code());
    boolean other =
        of.unit().isEmpty()
            && (!(found instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> page))
                || page.items().isEmpty());
    if (!other) {
      return found;
    }
    Reply<Page<ListRow>> unit = journey(true, of.code());
    return refused(unit) ? found : unit;
  }

  /// What is no code of a handling unit is none of a lot either, as far as the server knows.
  private static boolean refused(Reply<Page<ListRow>> reply) {
    return reply instanceof Reply.Failed<Page<ListRow>>(Reply.Refused _);
  }

  private Reply<Page<ListRow>> journey(boolean unit, String code) {
    Reply<Page<ListRow>> reply =
        ListDesk.all(
            after -> desk.client().queries().journey(unit, code, after), words::journey);
    return switch (reply) {
      case Reply.Ok<Page<ListRow>>(Page<ListRow> page) ->
          new Reply.Ok<>(new Page<>(page.items().reversed(), page.next()));
      case Reply.Failed<Page<ListRow>> failed -> failed;
    };
  }

  /// Nothing can be done with a movement of the past.
  @Override
  public void open(WarehouseCode here, String row) {
    // only shown
  }

  @Override
  public void choose(WarehouseCode here, String row, String option) {
    // nothing is asked
  }

  @Override
  public void scanned(WarehouseCode here, Optional<String> row, Scan scan) {
    LocalDate today = LocalDate.ofInstant(desk.parts().clock().instant(), ZoneOffset.UTC);
    of(ScanReader.read(scan, today))
        .ifPresentOrElse(this::look, () -> desk.notice(FloorPhrase.JOURNEY_WHICH));
  }

  private static Optional<Subject> of(Identified seen) {
    return switch (seen) {
      case Identified.TradeItem item ->
          item.serial()
              .map(SerialNumber::code)
              .or(() -> item.lot().map(LotCode::code))
              .map(code -> new Subject(code, Optional.of(false)));
      case Identified.LogisticUnit unit ->
          Optional.of(new Subject(unit.sscc().digits(), Optional.of(true)));
      case Identified.Contained contained ->
          contained
              .content()
              .lot()
              .map(lot -> new Subject(lot.code(), Optional.of(false)));
      case Identified.PlainCode plain -> Optional.of(new Subject(plain.text(), Optional.empty()));
      case Identified.Unreadable _ -> Optional.empty();
    };
  }

  /// A code was typed.
  void look(String code) {
    look(new Subject(code, Optional.empty()));
  }

  private void look(Subject wanted) {
    subject = Optional.of(wanted);
    desk.parts()
        .bridge()
        .post(
            () -> {
              desk.model().traced().set(wanted.code());
              desk.model().reload();
            });
    desk.notice(FloorPhrase.JOURNEY_OF, wanted.code());
  }

  /// Somebody else works here.
  void forget() {
    subject = Optional.empty();
    desk.parts().bridge().post(() -> desk.model().traced().set(""));
  }
}
