package dev.stockwright.server.tills;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tills.TillBook.Item;
import dev.stockwright.server.tills.TillEntry.State;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Posts what the tills of a store report, each entry once; what cannot be posted is kept until a
/// person has decided.
public final class TillClerk implements Clerk<TillCommand> {
  /// Entries that one command tries again.
  static final int RETRY_MAX = 1000;

  private static final int TEXT_MAX = 200;

  @Override
  public void prepare(TillCommand command, DSLContext sql, Needs needs) {
    TillBook book = new TillBook(sql);
    WarehouseCode warehouse = command.warehouse();
    switch (command) {
      case TillCommand.PostTillBatch c ->
          name(warehouse, c.entries().stream().map(TillClerk::entry).toList(), book, needs);
      case TillCommand.RetryTillEntries _ ->
          name(warehouse, book.kept(warehouse, RETRY_MAX), book, needs);
      case TillCommand.CorrectTillEntry c -> {
        needs.taken(warehouse, c.sku());
        book.waiting(warehouse, c.entry()).flatMap(TillEntry::order).ifPresent(needs::promise);
      }
      case TillCommand.CoverTillEntry c ->
          book.waiting(warehouse, c.entry())
              .flatMap(book::sku)
              .ifPresent(sku -> needs.taken(warehouse, sku));
      case TillCommand.DismissTillEntry _ -> {
        // nothing of the stock changes
      }
    }
  }

  private static void name(
      WarehouseCode warehouse, List<TillEntry> entries, TillBook book, Needs needs) {
    book.taken(codes(entries)).forEach(sku -> needs.taken(warehouse, sku));
    entries.forEach(entry -> entry.order().ifPresent(needs::promise));
  }

  private static Collection<String> codes(List<TillEntry> entries) {
    return entries.stream().map(TillEntry::code).distinct().toList();
  }

  @Override
  public Decision handle(TillCommand command, Work work) {
    TillBook book = new TillBook(work.sql());
    return switch (command) {
      case TillCommand.PostTillBatch c -> post(c, book, work);
      case TillCommand.RetryTillEntries c -> retry(c, book, work);
      case TillCommand.CorrectTillEntry c -> correct(c, book, work);
      case TillCommand.CoverTillEntry c -> cover(c, book, work);
      case TillCommand.DismissTillEntry c -> dismiss(c, book, work);
    };
  }

  private static Decision post(TillCommand.PostTillBatch command, TillBook book, Work work) {
    WarehouseCode warehouse = command.warehouse();
    List<TillEntry> entries = command.entries().stream().map(TillClerk::entry).toList();
    Map<Reference, TillEntry> before = book.before(work.warehouseId(warehouse), entries);
    TillPosting posting = new TillPosting(warehouse, work, book);
    Map<String, Item> items = book.items(codes(entries));
    posting.bring(items.values());
    List<Outcome> outcomes = new ArrayList<>();
    for (TillEntry entry : entries) {
      TillEntry earlier = before.putIfAbsent(entry.reference(), entry);
      if (earlier == null) {
        outcomes.add(
            posting.post(entry, Optional.ofNullable(items.get(entry.code())), State.APPLIED));
      } else if (earlier.says(entry)) {
        outcomes.add(Outcome.repeated(entry.again()));
      } else {
        outcomes.add(
            Outcome.kept(
                entry.again(),
                Optional.empty(),
                new TillRules.Unfit(
                    "different_content", entry.reference() + " came before and said otherwise")));
      }
    }
    book.write(work, warehouse, command.batch(), outcomes);
    List<Step> steps = new ArrayList<>(posting.finish(outcomes));
    steps.add(
        Work.note(warehouse, DocumentKind.TILL_BATCH, command.batch(), "posted", said(outcomes)));
    return new Decision.Act(steps);
  }

  private static String said(List<Outcome> outcomes) {
    Map<State, Integer> counts = TillBook.counts(outcomes);
    List<String> parts = new ArrayList<>();
    counts.forEach((state, count) -> parts.add(count + " " + state.code()));
    return String.join(", ", parts);
  }

  private static Decision retry(TillCommand.RetryTillEntries command, TillBook book, Work work) {
    List<TillEntry> kept = book.kept(command.warehouse(), RETRY_MAX);
    TillPosting posting = new TillPosting(command.warehouse(), work, book);
    Map<String, Item> items = book.items(codes(kept));
    posting.bring(items.values());
    List<Outcome> changed = new ArrayList<>();
    for (TillEntry entry : kept) {
      Outcome outcome =
          posting.post(entry, Optional.ofNullable(items.get(entry.code())), State.SETTLED);
      if (outcome.state() != State.KEPT) {
        changed.add(outcome);
      }
    }
    changed.forEach(outcome -> book.update(work, outcome));
    return new Decision.Act(posting.finish(changed));
  }

  private static Decision correct(TillCommand.CorrectTillEntry command, TillBook book, Work work) {
    Optional<TillEntry> entry = book.waiting(command.warehouse(), command.entry());
    Optional<Refusal> wrong = wrong(command.entry(), entry, State.KEPT);
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    if (!work.stock().knows(command.sku())) {
      return new Decision.Refuse(new Refusal.UnknownProduct(command.sku()));
    }
    TillEntry corrected =
        command.quantity() == 0 ? entry.get() : entry.get().of(command.quantity());
    TillPosting posting = new TillPosting(command.warehouse(), work, book);
    posting.bring(List.of(new Item(command.sku(), 1)));
    Outcome outcome =
        posting.post(corrected, Optional.of(new Item(command.sku(), 1)), State.SETTLED);
    if (outcome.state() == State.KEPT) {
      return new Decision.Refuse(
          new DocumentRefusal.Mismatch("till entry", "one that can be posted", outcome.detail()));
    }
    book.update(work, outcome);
    return new Decision.Act(posting.finish(List.of(outcome)));
  }

  private static Decision cover(TillCommand.CoverTillEntry command, TillBook book, Work work) {
    Optional<TillEntry> entry = book.waiting(command.warehouse(), command.entry());
    Optional<Refusal> wrong = wrong(command.entry(), entry, State.SHORT);
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    TillEntry shortOne = entry.get();
    Sku sku = book.sku(shortOne).orElseThrow();
    TillPosting posting = new TillPosting(command.warehouse(), work, book);
    Optional<Outcome> outcome = posting.cover(shortOne, sku);
    if (outcome.isEmpty()) {
      return new Decision.Refuse(
          new Refusal.InsufficientStock(
              command.warehouse(), sku, Optional.empty(), shortOne.missing(), 0));
    }
    book.update(work, outcome.get());
    return new Decision.Act(posting.finish(List.of(outcome.get())));
  }

  private static Decision dismiss(TillCommand.DismissTillEntry command, TillBook book, Work work) {
    Optional<TillEntry> entry = book.waiting(command.warehouse(), command.entry());
    Optional<Refusal> wrong =
        wrong(command.entry(), entry, State.KEPT, State.SHORT)
            .or(() -> work.wrongReason(command.reason(), "cancel"));
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    book.dismiss(work, entry.get(), command.reason().code());
    return new Decision.Act(
        List.of(
            Work.note(
                command.warehouse(),
                DocumentKind.TILL_ENTRY,
                entry.get().reference(),
                State.DISMISSED.code(),
                command.reason().code())));
  }

  private static Optional<Refusal> wrong(
      Reference number, Optional<TillEntry> entry, State... wanted) {
    if (entry.isEmpty()) {
      return Optional.of(new DocumentRefusal.UnknownDocument(DocumentKind.TILL_ENTRY, number));
    }
    List<State> states = List.of(wanted);
    return states.contains(entry.get().state())
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.TILL_ENTRY,
                number,
                entry.get().state().code(),
                String.join(" or ", states.stream().map(State::code).toList())));
  }

  /// As it can be written down; nothing that a till sends may keep the others from being posted.
  private static TillEntry entry(TillCommand.Entry said) {
    boolean datable = said.at().isAfter(Instant.EPOCH) && said.at().isBefore(OrderCommand.LAST);
    return new TillEntry(
        0,
        said.till(),
        said.number(),
        text(said.type()),
        datable ? said.at() : Instant.EPOCH,
        text(said.code()),
        said.quantity(),
        said.condition().map(TillClerk::text).orElse(""),
        said.order(),
        true,
        State.KEPT,
        0,
        0);
  }

  private static String text(String said) {
    StringBuilder text = new StringBuilder();
    said.codePoints()
        .limit(TEXT_MAX)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
