package dev.stockwright.desktop.picking;

import dev.stockwright.client.words.BoardPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Delay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/// What the picking board shows and what can be asked of it. Filtering and sorting happen here; an
/// order that changes or moves stays chosen. Owned by the JavaFX thread.
public final class BoardViewModel {
  /// So many orders are shown.
  public static final int ORDERS_MAX = 2_000;

  private final BoardActions actions;
  private final Speech words;
  private final BoardRows rows;
  private final ObjectProperty<Arrangement> arrangement =
      new SimpleObjectProperty<>(Arrangement.FIRST);
  private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(Totals.NONE);
  private final ReadOnlyObjectWrapper<BoardState> state =
      new ReadOnlyObjectWrapper<>(new BoardState.Asking());
  private final ReadOnlyObjectWrapper<Optional<BoardState.Old>> old =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Person> person = new ReadOnlyObjectWrapper<>(Person.NOBODY);
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Set<String>> marked = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Optional<Decision>> decision =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
  private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BoardDoing doing;
  private Optional<Asking> asking = Optional.empty();
  private Instant now = Instant.EPOCH;
  private boolean online = true;

  public BoardViewModel(BoardActions actions, Speech words, Delay delay) {
    this.actions = actions;
    this.words = words;
    this.rows = new BoardRows(delay);
    this.doing = new BoardDoing(this, actions);
    arrangement.subscribe(_ -> arrange());
  }

  Speech speech() {
    return words;
  }

  String say(BoardPhrase phrase, Object... parts) {
    return words.say(Text.of(phrase, parts));
  }

  // What is shown; the wiring sets it.

  /// All orders as they are now.
  public void show(List<BoardOrder> orders, BoardState how) {
    rows.take(orders);
    state.set(how);
    Set<String> still = new LinkedHashSet<>(marked.get());
    if (still.removeIf(number -> order(number).filter(BoardOrder::releasable).isEmpty())) {
      marked.set(still);
    }
    opened
        .get()
        .flatMap(shown -> order(shown.order().number()).map(shown::with))
        .ifPresent(fresh -> opened.set(Optional.of(fresh)));
    arrange();
  }

  /// The server has not answered; what was there stays.
  public void unanswered() {
    if (!(state.get() instanceof BoardState.Shown)) {
      state.set(new BoardState.Unanswered());
    }
  }

  /// Time has passed.
  ///
  /// @param age absent while the board follows the server
  /// @param canAsk whether the server can be reached
  public void tick(Instant at, Optional<BoardState.Old> age, boolean canAsk) {
    now = at;
    online = canAsk;
    if (!old.get().equals(age)) {
      old.set(age);
    }
    if (!rows.totals(now).equals(totals.get())) {
      arrange(); // An order has become late.
    }
  }

  /// Somebody works here.
  public void person(Person who) {
    if (!who.code().equals(person.get().code())) {
      escapeAll();
      notice.set(Notice.NONE);
      arrangement.set(Arrangement.FIRST);
    }
    person.set(who);
  }

  /// Another warehouse.
  public void forget() {
    escapeAll();
    marked.set(Set.of());
    rows.forget();
    show(List.of(), new BoardState.Asking());
  }

  private void escapeAll() {
    asking = Optional.empty();
    decision.set(Optional.empty());
    opened.set(Optional.empty());
    selected.set(Optional.empty());
  }

  /// What is picked where; absent when the server did not answer.
  public void showLines(String order, Optional<List<BoardLine>> lines) {
    opened
        .get()
        .filter(shown -> shown.order().number().equals(order))
        .map(shown -> lines.map(shown::with).orElseGet(shown::unanswered))
        .ifPresent(shown -> opened.set(Optional.of(shown)));
  }

  public void say(Notice said) {
    notice.set(said);
  }

  // What the view follows.

  public ObservableList<LiveRow<BoardOrder>> rows() {
    return rows.shown();
  }

  ObjectProperty<Arrangement> arrangement() {
    return arrangement;
  }

  ReadOnlyObjectProperty<Totals> totals() {
    return totals.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<BoardState> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<BoardState.Old>> old() {
    return old.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Person> person() {
    return person.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<String>> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Set<String>> marked() {
    return marked.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Decision>> decision() {
    return decision.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Notice> notice() {
    return notice.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Opened>> opened() {
    return opened.getReadOnlyProperty();
  }

  boolean overdue(BoardOrder order) {
    return order.overdue(now);
  }

  /// Whether the server can be reached.
  public boolean online() {
    return online;
  }

  Optional<BoardOrder> order(String number) {
    return rows.order(number);
  }

  /// The order that keys are about: the opened one, else the chosen one.
  Optional<BoardOrder> chosen() {
    return opened.get().map(now -> now.order()).or(() -> selected.get().flatMap(this::order));
  }

  /// Who has been seen at work here, the person at the desk first.
  List<String> people() {
    Set<String> people = new LinkedHashSet<>();
    people.add(person.get().code());
    people.addAll(new TreeSet<>(rows.everSeen()));
    return List.copyOf(people);
  }

  // What is asked for; the screen calls it.

  /// F5, and when the board comes to the front.
  public void reload() {
    actions.readBoard();
    opened.get().ifPresent(now -> actions.readLines(now.order().number()));
  }

  public void find(String text) {
    arrangement.set(arrangement.get().text(text));
  }

  /// Only orders that are so far; all when absent.
  public void only(Optional<Stage> stage) {
    arrangement.set(arrangement.get().stage(stage));
  }

  public void overdueOnly() {
    arrangement.set(arrangement.get().overdue(!arrangement.get().overdueOnly()));
  }

  /// Only what the next person is at; after the last what nobody is at, then everything.
  public void nextPicker() {
    List<Optional<String>> choices = new ArrayList<>(List.of(Optional.empty()));
    rows.pickers().forEach(who -> choices.add(Optional.of(who)));
    choices.add(Optional.of(""));
    int at = choices.indexOf(arrangement.get().picker());
    arrangement.set(arrangement.get().picker(choices.get((at + 1) % choices.size())));
  }

  public void sort(BoardColumn by, boolean descending) {
    arrangement.set(arrangement.get().sorted(by, descending));
  }

  /// By which column, as text to be kept.
  public String sorting() {
    return arrangement.get().sorting();
  }

  /// As somebody left it; empty: as usual.
  public void sorting(String kept) {
    arrangement.set(arrangement.get().sorting(kept));
  }

  public void sortByNext() {
    sort(arrangement.get().sort().next(), false);
  }

  public void turnAround() {
    sort(arrangement.get().sort(), !arrangement.get().descending());
  }

  public void select(Optional<String> order) {
    selected.set(order);
  }

  public void moveSelection(int by) {
    List<String> numbers = rows.numbers();
    if (!numbers.isEmpty()) {
      int at = indexOfSelected();
      int wanted = at < 0 ? 0 : Math.clamp(at + (long) by, 0, numbers.size() - 1);
      selected.set(Optional.of(numbers.get(wanted)));
    }
  }

  int indexOfSelected() {
    return selected.get().map(rows.numbers()::indexOf).orElse(-1);
  }

  /// For a wave of several orders; again: no more.
  void mark(String order) {
    Set<String> wave = new LinkedHashSet<>(marked.get());
    if (!wave.remove(order)) {
      wave.add(order);
    }
    marked.set(wave);
  }

  void unmark() {
    marked.set(Set.of());
  }

  /// Enter: what is picked where.
  public void open() {
    if (decision.get().isEmpty() && opened.get().isEmpty()) {
      selected
          .get()
          .flatMap(this::order)
          .ifPresent(
              order -> {
                opened.set(Optional.of(Opened.asking(order)));
                actions.readLines(order.number());
              });
    }
  }

  /// A typed character: the number of a stage or of an answer, or what is done with an order.
  public void typed(char character) {
    int digit = Character.digit(character, 10);
    if (decision.get().isPresent()) {
      answer(digit);
    } else if (digit >= 0) {
      if (digit == 0 || Stage.numbered(digit).isPresent()) {
        only(Stage.numbered(digit));
      }
    } else {
      doing.typed(Character.toUpperCase(character));
    }
  }

  BoardDoing doing() {
    return doing;
  }

  void ask(Asking question) {
    notice.set(Notice.NONE);
    asking = Optional.of(question);
    decision.set(Optional.of(question.shown()));
  }

  /// The answer with this number.
  public void answer(int number) {
    Optional<Asking> question = asking;
    List<Decision.Option> options = question.map(it -> it.shown().options()).orElse(List.of());
    if (number >= 1 && number <= options.size()) {
      asking = Optional.empty();
      decision.set(Optional.empty());
      question.ifPresent(it -> it.then().accept(options.get(number - 1).id()));
    }
  }

  /// Esc: first the question, then the lines, then the filter, then the marks, then the choice.
  public void escape() {
    if (decision.get().isPresent()) {
      asking = Optional.empty();
      decision.set(Optional.empty());
    } else if (opened.get().isPresent()) {
      opened.set(Optional.empty());
    } else if (!arrangement.get().shows()) {
      Arrangement now = arrangement.get();
      arrangement.set(Arrangement.FIRST.sorted(now.sort(), now.descending()));
    } else if (!marked.get().isEmpty()) {
      unmark();
    } else {
      selected.set(Optional.empty());
    }
  }

  private void arrange() {
    rows.arrange(arrangement.get(), now);
    totals.set(rows.totals(now));
    if (selected.get().isPresent() && indexOfSelected() < 0) {
      selected.set(Optional.empty());
    }
  }
}
