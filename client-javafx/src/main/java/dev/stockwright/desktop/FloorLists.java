package dev.stockwright.desktop;

import dev.stockwright.client.ClientCore;
import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.lists.LeftRow;
import dev.stockwright.desktop.lists.ListKind;
import dev.stockwright.desktop.lists.ListRow;
import dev.stockwright.desktop.lists.ListsActions;
import dev.stockwright.desktop.lists.ListsViewModel;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The lists of this desk: asks the server for the one in front, and again when something has
/// happened; movements come with the stream. Decisions about variances are kept like all work.
final class FloorLists implements ListsActions {
  private static final int MOVEMENTS = 500;

  private final Parts parts;
  private final ListRows words;
  private final ListsViewModel model;
  private final Journeys journeys;
  private final LeftGoods left;
  private final Map<ListKind, ListWork> doing;
  private final AtomicBoolean happened = new AtomicBoolean();
  private volatile Optional<WarehouseDesk> desk = Optional.empty();
  private volatile Map<String, Variance> variances = Map.of();
  // Of the JavaFX thread.
  private int seconds;

  /// @param asking where the server is asked
  record Parts(
      ClientCore client,
      Worker worker,
      Worker asking,
      FxBridge bridge,
      InstantSource clock,
      Speech speech) {}

  /// What a row of the variances stands for.
  record Variance(Reference count, int line, LocationCode bin) {}

  FloorLists(Parts parts) {
    this.parts = parts;
    this.words = new ListRows(parts.client());
    this.model = new ListsViewModel(this, parts.speech());
    ListDesk shared = new ListDesk(parts, model);
    this.journeys = new Journeys(shared, words);
    this.left = new LeftGoods(shared, words);
    this.doing =
        Map.of(
            ListKind.REFERRALS,
            left,
            ListKind.UNMATCHED,
            new UnmatchedGoods(shared, words),
            ListKind.STAGED,
            new StagedGoods(shared, words),
            ListKind.JOURNEY,
            journeys);
  }

  ListsViewModel model() {
    return model;
  }

  /// The desk works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk entered) {
    desk = Optional.of(entered);
    entered.stock().listen(change -> changed(entered, change));
  }

  /// Somebody is signed in. On the worker's thread.
  void came() {
    boolean supervisor = parts.client().signedIn().filter(SignedIn::supervisor).isPresent();
    journeys.forget();
    String person = parts.client().signedIn().map(each -> each.operator().code()).orElse("");
    parts
        .bridge()
        .post(
            () -> {
              model.supervisor().set(supervisor);
              model.show(person);
            });
  }

  /// On the thread of the stream.
  private void changed(WarehouseDesk of, ReplicaChange change) {
    if (!desk.equals(Optional.of(of))) {
      return;
    }
    List<ListRow> moved = new ArrayList<>();
    for (Event event : change.events()) {
      happened.set(true);
      if (event instanceof Event.StockMoved movement) {
        moved.addFirst(words.movement(movement));
      }
    }
    if (!moved.isEmpty()) {
      parts.bridge().post(() -> model.prepend(ListKind.MOVEMENTS, moved, parts.clock().instant()));
    }
  }

  /// A second has passed; on the JavaFX thread. Asks again at most every 5 seconds.
  ///
  /// @param inFront whether the lists are shown
  void tick(boolean inFront) {
    seconds++;
    boolean live = model.kind().get() == ListKind.MOVEMENTS;
    if (inFront && !live && seconds >= 5 && happened.compareAndSet(true, false)) {
      seconds = 0;
      read(model.kind().get());
    }
  }

  /// The server has answered a command. Any thread.
  void settled(Command command) {
    if (command instanceof CountCommand
        || command instanceof ReferralCommand
        || command instanceof ReceivingCommand
        || command instanceof PutAwayCommand) {
      parts.bridge().post(() -> read(model.kind().get()));
    }
  }

  @Override
  public void read(ListKind kind) {
    desk.ifPresent(now -> parts.asking().run(() -> ask(now, kind)));
  }

  private void ask(WarehouseDesk now, ListKind kind) {
    WarehouseCode here = now.stock().warehouse();
    Reply<Page<ListRow>> reply =
        switch (kind) {
          case TASKS -> listing(Listing.TASKS, here, words::task);
          case MOVEMENTS -> movements(here);
          case VARIANCES -> variances(now, here);
          case TRANSFERS -> listing(Listing.TRANSFERS, here, words::transfer);
          case ALERTS -> listing(Listing.ALERTS, here, words::alert);
          case MISMATCHES -> left.mismatches(here);
          case UNMATCHED, STAGED, JOURNEY, REFERRALS ->
              work(kind).map(list -> list.read(here)).orElseThrow();
        };
    parts
        .bridge()
        .post(
            () -> {
              switch (reply) {
                case Reply.Ok<Page<ListRow>>(Page<ListRow> page) ->
                    model.show(
                        kind,
                        page.items(),
                        new ListsViewModel.State.Shown(
                            parts.clock().instant(), page.next().isPresent()));
                case Reply.Failed<Page<ListRow>> _ -> model.unanswered(kind);
              }
            });
  }

  private Reply<Page<ListRow>> movements(WarehouseCode here) {
    Reply<Page<Event.StockMoved>> reply =
        parts
            .client()
            .queries()
            .movements(Optional.of(here), Optional.empty(), MOVEMENTS, Optional.empty());
    return switch (reply) {
      case Reply.Ok<Page<Event.StockMoved>>(Page<Event.StockMoved> page) ->
          new Reply.Ok<>(
              new Page<>(page.items().stream().map(words::movement).toList(), page.next()));
      case Reply.Failed<Page<Event.StockMoved>> failed -> new Reply.Failed<>(failed.trouble());
    };
  }

  private Reply<Page<ListRow>> variances(WarehouseDesk now, WarehouseCode here) {
    Map<String, Variance> found = new HashMap<>();
    Reply<Page<ListRow>> reply =
        listing(
            Listing.VARIANCES,
            here,
            sent -> {
              ListRow row = words.variance(sent);
              found.put(row.id(), ListRows.subject(sent));
              return row;
            });
    variances = Map.copyOf(found);
    List<ListsViewModel.Reason> reasons =
        now.work().reasons("count").stream()
            .map(reason -> new ListsViewModel.Reason(reason.code().code(), reason.name()))
            .toList();
    parts.bridge().post(() -> model.reasons(reasons));
    return reply;
  }

  /// All pages, up to as many rows as are shown.
  private Reply<Page<ListRow>> listing(
      Listing listing,
      WarehouseCode here,
      java.util.function.Function<Map<String, Object>, ListRow> row) {
    return ListDesk.all(after -> parts.client().queries().listing(listing, here, after), row);
  }

  private Optional<ListWork> work(ListKind kind) {
    return Optional.ofNullable(doing.get(kind));
  }

  private Optional<WarehouseCode> here() {
    return desk.map(now -> now.stock().warehouse());
  }

  @Override
  public void open(ListKind kind, String row) {
    here().ifPresent(here -> work(kind).ifPresent(list -> list.open(here, row)));
  }

  @Override
  public void choose(ListKind kind, String row, String option) {
    here().ifPresent(here -> work(kind).ifPresent(list -> list.choose(here, row, option)));
  }

  @Override
  public void scanned(ListKind kind, Optional<String> row, Scan scan) {
    here().ifPresent(here -> work(kind).ifPresent(list -> list.scanned(here, row, scan)));
  }

  @Override
  public void trace(String code) {
    journeys.look(code);
  }

  @Override
  public void approve(String row, String reason) {
    decide(
        row,
        FloorPhrase.APPROVED,
        (here, of) ->
            new CountCommand.ReviewVariance(
                here,
                of.count(),
                List.of(
                    new CountCommand.ReviewVariance.Verdict(
                        of.line(),
                        CountCommand.ReviewVariance.Verdict.ACCEPT,
                        Optional.of(new ReasonCode(reason)),
                        Optional.empty()))));
  }

  @Override
  public void recount(String row) {
    decide(
        row,
        FloorPhrase.RECOUNT_ASKED,
        (here, of) ->
            new CountCommand.RequestRecount(here, of.count(), List.of(of.bin()), Optional.empty()));
  }

  @Override
  public void record(String row) {
    if (LeftRow.is(row)) {
      here().ifPresent(here -> left.settle(here, row));
      return;
    }
    desk.ifPresent(
        now ->
            give(
                new ReferralCommand.RecordReferral(now.stock().warehouse(), CommandId.of(row)),
                FloorPhrase.RECORD_SENT));
  }

  @Override
  public void reject(String row, String reason) {
    if (LeftRow.is(row)) {
      here().ifPresent(here -> left.reject(here, row, reason));
      return;
    }
    desk.ifPresent(
        now ->
            give(
                new ReferralCommand.RejectReferral(
                    now.stock().warehouse(), CommandId.of(row), reason),
                FloorPhrase.REJECT_SENT));
  }

  /// What a decision is as a command.
  private interface Deciding {
    Command command(WarehouseCode here, Variance of);
  }

  private void decide(String row, FloorPhrase done, Deciding deciding) {
    Optional<Variance> of = Optional.ofNullable(variances.get(row));
    if (of.isEmpty() || desk.isEmpty()) {
      return;
    }
    give(deciding.command(desk.get().stock().warehouse(), of.get()), done);
  }

  private void give(Command command, FloorPhrase done) {
    parts
        .worker()
        .run(
            () -> {
              String said =
                  switch (parts.client().add(command, false)) {
                    case Added.Saved _ -> parts.client().wording().say(Text.of(done));
                    case Added.NotSaved notSaved -> notSaved.sentence();
                  };
              parts.bridge().post(() -> model.notice().set(said));
            });
  }
}
