package dev.stockwright.desktop;

import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.protocol.ReceivingCommand.GatherReceipt;
import dev.stockwright.protocol.ReceivingCommand.MatchReceipt;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import dev.stockwright.vocabulary.gs1.ScanReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What came without an order: people's goods become a receipt, and a receipt's goods find the
/// order they came for, by the key of a proposal or the scanned number of the order.
final class UnmatchedGoods implements ListWork {
  private static final int PROPOSALS_MAX = 9;

  private final ListDesk desk;
  private final ListRows words;
  private final Map<String, Unmatched> known = new ConcurrentHashMap<>();

  /// What a row stands for.
  ///
  /// @param receiver present: their goods are in no receipt yet
  record Unmatched(String number, Optional<Operator> receiver, long products, long units) {}

  UnmatchedGoods(ListDesk desk, ListRows words) {
    this.desk = desk;
    this.words = words;
  }

  /// Receipts first; then what nobody has made a receipt of.
  @Override
  public Reply<Page<ListRow>> read(WarehouseCode here) {
    Reply<Page<ListRow>> receipts = listing(Listing.UNMATCHED, here);
    Reply<Page<ListRow>> loose = listing(Listing.LOOSE, here);
    if (receipts instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> first)
        && loose instanceof Reply.Ok<Page<ListRow>>(Page<ListRow> second)) {
      List<ListRow> all = new ArrayList<>(first.items());
      all.addAll(second.items());
      return new Reply.Ok<>(new Page<>(all, first.next()));
    }
    return receipts instanceof Reply.Ok<Page<ListRow>> ? loose : receipts;
  }

  private Reply<Page<ListRow>> listing(Listing listing, WarehouseCode here) {
    return ListDesk.all(
        after -> desk.client().queries().listing(listing, here, after),
        sent -> {
          ListRow row = listing == Listing.LOOSE ? words.loose(sent) : words.unmatched(sent);
          known.put(row.id(), words.subject(row.id(), sent));
          return row;
        });
  }

  @Override
  public void open(WarehouseCode here, String row) {
    Optional<Unmatched> of = Optional.ofNullable(known.get(row));
    if (of.isPresent() && of.get().receiver().isPresent()) {
      Operator receiver = of.get().receiver().get();
      desk.keep(
          List.of(new GatherReceipt(here, Optional.empty(), Optional.of(receiver))),
          FloorPhrase.GATHERED,
          receiver.code());
    } else {
      of.ifPresent(receipt -> propose(here, row, receipt));
    }
  }

  private void propose(WarehouseCode here, String row, Unmatched receipt) {
    desk.ask(
        at -> desk.client().queries().proposals(at, new Reference(receipt.number())),
        here,
        page -> {
          if (page.items().isEmpty()) {
            desk.notice(FloorPhrase.NO_PROPOSAL, receipt.number());
            return;
          }
          Decision question =
              new Decision(
                  desk.say(
                      FloorPhrase.MATCH_ASKED,
                      receipt.number(),
                      receipt.products(),
                      receipt.units()),
                  desk.say(FloorPhrase.MATCH_WHICH),
                  page.items().stream().limit(PROPOSALS_MAX).map(words::proposal).toList());
          desk.parts().bridge().post(() -> desk.model().ask(ListKind.UNMATCHED, row, question));
        });
  }

  @Override
  public void choose(WarehouseCode here, String row, String option) {
    desk.keep(
        List.of(new MatchReceipt(here, new Reference(row), new Reference(option), List.of())),
        FloorPhrase.MATCHED,
        row,
        option);
  }

  /// The number of an order that is open here.
  @Override
  public void scanned(WarehouseCode here, Optional<String> row, Scan scan) {
    LocalDate today = LocalDate.ofInstant(desk.parts().clock().instant(), ZoneOffset.UTC);
    String text =
        ScanReader.read(scan, today) instanceof Identified.PlainCode(String code) ? code : "";
    boolean open =
        desk.client().openOrders(here).stream()
            .anyMatch(order -> order.number().code().equals(text));
    boolean receipt =
        row.flatMap(id -> Optional.ofNullable(known.get(id)))
            .filter(each -> each.receiver().isEmpty())
            .isPresent();
    if (open && receipt) {
      choose(here, row.orElseThrow(), text);
    } else {
      desk.notice(FloorPhrase.NO_OPEN_ORDER, text);
    }
  }
}
