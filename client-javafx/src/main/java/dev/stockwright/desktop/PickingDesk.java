package dev.stockwright.desktop;

import dev.stockwright.client.WarehouseDesk;
import dev.stockwright.client.replica.Freshness;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.client.sync.Page;
import dev.stockwright.client.sync.Reply;
import dev.stockwright.client.sync.ServerQueries.Listing;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.picking.BoardActions;
import dev.stockwright.desktop.picking.BoardLine;
import dev.stockwright.desktop.picking.BoardOrder;
import dev.stockwright.desktop.picking.BoardState;
import dev.stockwright.desktop.picking.BoardViewModel;
import dev.stockwright.desktop.picking.Opened;
import dev.stockwright.desktop.picking.Person;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/// The picking board of this desk: asks the server for all orders, and again, at most every other
/// second, when the stream says that something has happened to documents. What is decided here is
/// kept and sent like all work.
final class PickingDesk implements BoardActions {
  private static final int SECONDS_BETWEEN = 2;
  private static final int SECONDS_AFTER_SILENCE = 5;

  private final FloorLists.Parts parts;
  private final BoardViewModel model;
  private final BoardAnswers answers;
  private final Runnable reading;
  private final Runnable aging;
  private final AtomicBoolean happened = new AtomicBoolean(true);
  private volatile Optional<WarehouseDesk> desk = Optional.empty();
  private volatile Optional<Instant> heard = Optional.empty();
  private volatile boolean answered = true;
  // Of the JavaFX thread.
  private int seconds;

  PickingDesk(FloorLists.Parts parts, Delay delay) {
    this.parts = parts;
    this.model = new BoardViewModel(this, parts.speech(), delay);
    this.answers =
        new BoardAnswers(parts.client(), said -> parts.bridge().post(() -> model.say(said)));
    this.reading = parts.asking().once(this::read);
    this.aging = parts.worker().once(this::age);
  }

  BoardViewModel model() {
    return model;
  }

  /// The desk works in this warehouse now. On the worker's thread.
  void entered(WarehouseDesk entered) {
    desk = Optional.of(entered);
    heard = Optional.empty();
    happened.set(true);
    entered.stock().listen(change -> changed(entered, change));
    parts.bridge().post(model::forget);
  }

  /// Somebody is signed in. On the worker's thread.
  void came() {
    Person person = person();
    happened.set(true);
    parts.bridge().post(() -> model.person(person));
  }

  private Person person() {
    Optional<SignedIn> who = parts.client().signedIn();
    List<Decision.Option> reasons =
        desk.stream()
            .flatMap(now -> now.work().reasons("cancel").stream())
            .map(reason -> new Decision.Option(reason.code().code(), reason.name(), ""))
            .toList();
    return new Person(
        who.map(person -> person.operator().code()).orElse(""),
        who.filter(SignedIn::supervisor).isPresent(),
        reasons);
  }

  /// On the thread of the stream.
  private void changed(WarehouseDesk of, ReplicaChange change) {
    if (desk.equals(Optional.of(of))
        && change.events().stream().anyMatch(Event.DocumentChanged.class::isInstance)) {
      happened.set(true);
    }
  }

  /// A second has passed; on the JavaFX thread.
  ///
  /// @param inFront whether the board is shown
  void tick(boolean inFront) {
    seconds++;
    aging.run();
    if (!inFront) {
      return;
    }
    boolean again = !answered && seconds >= SECONDS_AFTER_SILENCE;
    if (again || (seconds >= SECONDS_BETWEEN && happened.get())) {
      model.reload();
    }
  }

  /// The server has answered a command. Any thread.
  void settled(Envelope envelope, Answer answer) {
    parts
        .worker()
        .run(
            () -> {
              if (answers.settled(envelope.id(), answer)) {
                parts.bridge().post(model::reload);
              }
            });
  }

  private void age() {
    Instant now = parts.clock().instant();
    boolean live = desk.map(it -> it.stock().freshness()).filter(Freshness::live).isPresent();
    Optional<BoardState.Old> old =
        heard
            .filter(_ -> !live || !answered)
            .map(
                at ->
                    new BoardState.Old(
                        at, Duration.between(at, now).truncatedTo(ChronoUnit.MINUTES)));
    boolean online = parts.client().syncStatus().online();
    parts.bridge().show("board", () -> model.tick(now, old, online));
  }

  @Override
  public void readBoard() {
    seconds = 0;
    happened.set(false);
    reading.run();
  }

  private void read() {
    desk.ifPresent(now -> read(now, now.stock().warehouse()));
  }

  private void read(WarehouseDesk now, WarehouseCode here) {
    Reply<Page<BoardOrder>> reply =
        all(
            after -> parts.client().queries().listing(Listing.BOARD, here, after),
            BoardReading::order);
    if (!desk.equals(Optional.of(now))) {
      return;
    }
    Person person = person();
    switch (reply) {
      case Reply.Ok<Page<BoardOrder>>(Page<BoardOrder> page) -> {
        Instant at = parts.clock().instant();
        heard = Optional.of(at);
        answered = true;
        BoardState shown = new BoardState.Shown(at, page.next().isPresent());
        parts
            .bridge()
            .post(
                () -> {
                  model.person(person);
                  model.show(page.items(), shown);
                });
      }
      case Reply.Failed<Page<BoardOrder>> _ -> {
        answered = false;
        parts.bridge().post(model::unanswered);
      }
    }
    age();
  }

  /// All pages, up to as many as are shown.
  private static <T> Reply<Page<T>> all(
      ListDesk.Pages pages, Function<Map<String, Object>, T> reading) {
    List<T> found = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent() && found.size() < BoardViewModel.ORDERS_MAX) {
      switch (pages.apply(after.get())) {
        case Reply.Ok<Page<Map<String, Object>>>(Page<Map<String, Object>> page) -> {
          page.items().stream().map(reading).forEach(found::add);
          after = page.next();
        }
        case Reply.Failed<Page<Map<String, Object>>> failed -> {
          return new Reply.Failed<>(failed.trouble());
        }
      }
    }
    return new Reply.Ok<>(new Page<>(found, after));
  }

  @Override
  public void readLines(String order) {
    Optional<BoardOrder> board =
        model.opened().get().map(Opened::order).filter(it -> it.number().equals(order));
    desk.ifPresent(
        now ->
            board.ifPresent(
                it -> parts.asking().run(() -> readLines(it, now.stock().warehouse()))));
  }

  private void readLines(BoardOrder board, WarehouseCode here) {
    Reference number = new Reference(board.number());
    Reply<Map<String, Object>> order = parts.client().queries().order(here, number);
    Reply<Page<Map<String, Object>>> picks =
        all(after -> parts.client().queries().picks(here, number, after), Function.identity());
    Optional<List<BoardLine>> lines =
        order instanceof Reply.Ok<Map<String, Object>>(Map<String, Object> whole)
                && picks
                    instanceof Reply.Ok<Page<Map<String, Object>>>(Page<Map<String, Object>> page)
            ? Optional.of(
                new BoardReading(parts.client().wording(), this::reason)
                    .lines(whole, page.items(), board))
            : Optional.empty();
    parts.bridge().post(() -> model.showLines(board.number(), lines));
  }

  /// The house's name of a reason, or the reason as it says itself.
  private String reason(String code) {
    return desk.stream()
        .flatMap(
            now ->
                Stream.of("short", "cancel", "skip")
                    .flatMap(use -> now.work().reasons(use).stream()))
        .filter(reason -> reason.code().code().equals(code))
        .map(reason -> reason.name())
        .findFirst()
        .orElse(code.replace('_', ' '));
  }

  @Override
  public void release(List<String> orders, Optional<String> method) {
    List<Reference> numbers = orders.stream().map(Reference::new).toList();
    give(
        orders.getFirst(),
        Text.of(BoardPhrase.RELEASE_DONE, orders.size()),
        here ->
            List.of(
                new PickingCommand.ReleaseToPick(
                    here, Optional.empty(), numbers, method, Optional.empty())));
  }

  @Override
  public void takeBack(String wave, String reason) {
    give(
        wave,
        Text.of(BoardPhrase.TAKE_BACK_DONE, wave),
        here ->
            List.of(
                new PickingCommand.CancelWave(here, new Reference(wave), new ReasonCode(reason))));
  }

  /// Its tasks follow; one that picks for others too only when it becomes more urgent.
  @Override
  public void rank(BoardOrder order, int priority) {
    give(
        order.number(),
        Text.of(BoardPhrase.RANK_DONE, order.number(), priority),
        here ->
            Stream.concat(
                    Stream.<Command>of(
                        new OrderCommand.ChangeOrder(
                            here,
                            new Reference(order.number()),
                            Optional.of(priority),
                            Optional.empty(),
                            List.of(),
                            false,
                            Optional.empty())),
                    order.tasks().stream()
                        .filter(task -> task.orders() <= 1 || priority < order.priority())
                        .map(
                            task ->
                                new TaskCommand.RankTask(
                                    here, new Reference(task.number()), priority)))
                .toList());
  }

  @Override
  public void assign(BoardOrder order, String person) {
    Operator to = new Operator(person);
    give(
        order.number(),
        Text.of(BoardPhrase.ASSIGN_DONE, order.number(), person),
        here ->
            order.tasks().stream()
                .<Command>map(
                    task -> new TaskCommand.HandOverTask(here, new Reference(task.number()), to))
                .toList());
  }

  @Override
  public void giveBack(BoardOrder order) {
    give(
        order.number(),
        Text.of(BoardPhrase.GIVE_BACK_DONE, order.number()),
        here ->
            order.tasks().stream()
                .filter(task -> task.heldBy().isPresent())
                .<Command>map(
                    task -> new TaskCommand.ReturnTask(here, new Reference(task.number())))
                .toList());
  }

  @Override
  public void cancel(String order, String reason) {
    give(
        order,
        Text.of(BoardPhrase.CANCEL_DONE, order),
        here ->
            List.of(
                new OrderCommand.CancelOrder(here, new Reference(order), new ReasonCode(reason))));
  }

  private void give(String subject, Text done, Function<WarehouseCode, List<Command>> commands) {
    desk.ifPresent(
        now -> {
          List<Command> all = commands.apply(now.stock().warehouse());
          parts.worker().run(() -> answers.give(subject, done, all));
        });
  }
}
