package dev.stockwright.desktop.lists;

import dev.stockwright.client.words.FloorPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Figures;
import dev.stockwright.vocabulary.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the lists show and what can be asked of them. Sorting and filtering happen here; a row that
/// changes stays chosen. Owned by the JavaFX thread.
public final class ListsViewModel {
  /// So many rows of a list are shown.
  public static final int ROWS_MAX = 2_000;

  /// How a list stands with the server.
  public sealed interface State {
    record Asking() implements State {}

    /// @param more the server has more rows than are shown
    record Shown(Instant at, boolean more) implements State {}

    /// What was there before stays.
    record Unanswered() implements State {}
  }

  /// A reason that a variance can have.
  public record Reason(String code, String name) {}

  private final ListsActions actions;
  private final Speech words;
  private final Map<ListKind, List<ListRow>> all = new EnumMap<>(ListKind.class);
  private final Map<ListKind, State> states = new EnumMap<>(ListKind.class);
  private final Layouts layouts = new Layouts();
  private final ObjectProperty<ListKind> kind = new SimpleObjectProperty<>(ListKind.TASKS);
  private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final StringProperty count = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final StringProperty traced = new SimpleStringProperty("");
  private final BooleanProperty supervisor = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private final ReadOnlyObjectWrapper<Optional<Decision>> decision =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Reason> reasons = List.of();
  private String person = "";
  private String asked = "";

  public ListsViewModel(ListsActions actions, Speech words) {
    this.actions = actions;
    this.words = words;
    kind.addListener((_, _, _) -> another());
    filter.addListener((_, _, _) -> arrange());
  }

  Speech speech() {
    return words;
  }

  String say(FloorPhrase phrase, Object... parts) {
    return words.say(Text.of(phrase, parts));
  }

  // What is shown; the wiring sets it.

  /// All rows of a list as they are now.
  public void show(ListKind of, List<ListRow> now, State how) {
    all.put(of, List.copyOf(now));
    states.put(of, how);
    if (kind.get() == of) {
      arrange();
    }
  }

  /// The server has not answered.
  public void unanswered(ListKind of) {
    show(of, all.getOrDefault(of, List.of()), new State.Unanswered());
  }

  /// New rows on top, such as movements.
  public void prepend(ListKind of, List<ListRow> newest, Instant at) {
    if (!all.containsKey(of)) {
      return; // Nobody has asked for the list yet; then these are in it.
    }
    List<ListRow> now = new ArrayList<>(newest);
    List<String> ids = newest.stream().map(ListRow::id).toList();
    all.getOrDefault(of, List.of()).stream()
        .filter(row -> !ids.contains(row.id()))
        .forEach(now::add);
    boolean more = now.size() > ROWS_MAX;
    show(of, now.subList(0, Math.min(ROWS_MAX, now.size())), new State.Shown(at, more));
  }

  /// What somebody decided came to this.
  public StringProperty notice() {
    return notice;
  }

  /// Whose journey is shown; empty: nothing was scanned yet.
  public StringProperty traced() {
    return traced;
  }

  /// Whether who works here may decide about variances.
  public BooleanProperty supervisor() {
    return supervisor;
  }

  /// What variances can come from; at most 9.
  public void reasons(List<Reason> now) {
    reasons = now.subList(0, Math.min(9, now.size()));
  }

  /// Somebody else works here: their lists look as they want them.
  public void show(String who) {
    person = who;
    all.clear();
    states.clear();
    notice.set("");
    another();
  }

  public ObjectProperty<ListKind> kind() {
    return kind;
  }

  public ObservableList<ListRow> rows() {
    return rows;
  }

  public StringProperty filter() {
    return filter;
  }

  /// How many rows there are, in words.
  public StringProperty count() {
    return count;
  }

  public ReadOnlyObjectProperty<Optional<String>> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ListLayout> layout() {
    return layouts.now();
  }

  /// Why a variance is to be approved, while that is asked.
  public ReadOnlyObjectProperty<Optional<Decision>> decision() {
    return decision.getReadOnlyProperty();
  }

  /// How everybody wants their lists, by person and list; to be kept.
  public Map<String, String> layouts() {
    return layouts.kept();
  }

  /// As it was kept.
  public void startWith(Map<String, String> kept) {
    layouts.startWith(kept);
  }

  // What is asked for; the screen calls it.

  private void another() {
    decision.set(Optional.empty());
    selected.set(Optional.empty());
    layouts.show(person, kind.get());
    if (filter.get().isEmpty()) {
      arrange();
    } else {
      filter.set("");
    }
    actions.read(kind.get());
  }

  /// F5.
  public void reload() {
    actions.read(kind.get());
  }

  /// By a column, or with none as the server sends it.
  public void sort(Optional<String> by, boolean descending) {
    layouts.keep(layouts.now().get().sorted(by, by.isPresent() && descending));
    arrange();
  }

  /// By the next column, and after the last as the server sends it.
  public void sortByNext() {
    List<String> ids = kind.get().columns().stream().map(ListKind.Column::id).toList();
    int next = layouts.now().get().sort().map(ids::indexOf).orElse(-1) + 1;
    sort(next < ids.size() ? Optional.of(ids.get(next)) : Optional.empty(), false);
  }

  /// The other way round.
  public void turnAround() {
    sort(layouts.now().get().sort(), !layouts.now().get().descending());
  }

  /// The columns from the left, with their widths.
  public void widths(Map<String, Double> columns) {
    layouts.keep(layouts.now().get().wide(columns));
  }

  public void select(Optional<String> row) {
    selected.set(row);
  }

  public void moveSelection(int by) {
    if (rows.isEmpty()) {
      return;
    }
    int at = indexOfSelected();
    int wanted = at < 0 ? 0 : Math.clamp(at + (long) by, 0, rows.size() - 1);
    selected.set(Optional.of(rows.get(wanted).id()));
  }

  int indexOfSelected() {
    return selected.get().map(id -> rows.stream().map(ListRow::id).toList().indexOf(id)).orElse(-1);
  }

  /// A typed character: the number of a list or of an answer, or what is done with a variance.
  public void typed(char character) {
    int digit = character - '0';
    if (decision.get().isPresent()) {
      answer(digit);
      return;
    }
    ListKind.numbered(digit).ifPresent(kind::set);
    if (character == 'a' || character == 'A') {
      askApprove();
    } else if (character == 'r' || character == 'R') {
      recount();
    }
  }

  /// Whether something can be decided about the chosen row.
  boolean decides() {
    return (kind.get() == ListKind.VARIANCES || kind.get() == ListKind.REFERRALS)
        && supervisor.get()
        && selected.get().isPresent()
        && decision.get().isEmpty();
  }

  /// Asks about the chosen refused work; false when another list is in front.
  private boolean refused(BiFunction<ListsViewModel, ListRow, Decision> asking) {
    int at = indexOfSelected();
    if (kind.get() == ListKind.REFERRALS && decides() && at >= 0) {
      decision.set(Optional.of(asking.apply(this, rows.get(at))));
    }
    return kind.get() == ListKind.REFERRALS;
  }

  /// Asks why the chosen variance is there.
  public void askApprove() {
    if (refused(ReferralDecision::opened)) {
      return;
    }
    int at = indexOfSelected();
    if (!decides() || at < 0 || reasons.isEmpty()) {
      return;
    }
    decision.set(Optional.of(VarianceDecision.asking(this, rows.get(at), reasons)));
  }

  /// The answer with this number.
  public void answer(int number) {
    List<Decision.Option> options = decision.get().map(Decision::options).orElse(List.of());
    if (number < 1 || number > options.size()) {
      return;
    }
    String chosen = options.get(number - 1).id();
    decision.set(Optional.empty());
    if (kind.get() == ListKind.REFERRALS) {
      selected.get().ifPresent(row -> ReferralDecision.answer(actions, row, options, number));
    } else if (kind.get() == ListKind.VARIANCES) {
      selected.get().ifPresent(row -> actions.approve(row, chosen));
    } else {
      actions.choose(kind.get(), asked, chosen);
    }
  }

  /// Asks something about a row, if it is still the chosen one.
  ///
  /// @param row empty: about all of them
  public void ask(ListKind of, String row, Decision question) {
    if (kind.get() == of && (row.isEmpty() || selected.get().equals(Optional.of(row)))) {
      asked = row;
      decision.set(Optional.of(question));
    }
  }

  /// Enter: does what can be done with the chosen row.
  public void open() {
    if (decision.get().isEmpty() && !refused(ReferralDecision::opened)) {
      selected.get().ifPresent(row -> actions.open(kind.get(), row));
    }
  }

  /// F10: asks whether all goods that are shown shall be put away.
  public void askRelease() {
    if (kind.get() == ListKind.STAGED && !rows.isEmpty()) {
      var all = new Decision.Option("all", say(FloorPhrase.RELEASE_ALL), "");
      String question = say(FloorPhrase.RELEASE_ASKED, (long) rows.size());
      ask(ListKind.STAGED, "", new Decision(question, say(FloorPhrase.RELEASE_WHY), List.of(all)));
    }
  }

  /// What was scanned is for the list in front; false: it is work.
  boolean takes(Scan scan) {
    boolean mine =
        kind.get() == ListKind.JOURNEY
            || kind.get() == ListKind.UNMATCHED && selected.get().isPresent()
            || kind.get() == ListKind.REFERRALS
                && supervisor.get()
                && selected.get().filter(LeftRow::unknown).isPresent();
    if (mine) {
      actions.scanned(kind.get(), selected.get(), scan);
    }
    return mine;
  }

  /// Enter in the field: where journeys are shown, what was typed is looked for.
  void sought() {
    if (kind.get() == ListKind.JOURNEY && !filter.get().isBlank()) {
      actions.trace(filter.get().strip());
      filter.set("");
    }
  }

  public void recount() {
    if (!refused(ReferralDecision::rejecting) && decides()) {
      selected.get().ifPresent(actions::recount);
    }
  }

  /// Esc: first the question, then the filter, then the choice.
  public void escape() {
    if (decision.get().isPresent()) {
      decision.set(Optional.empty());
    } else if (!filter.get().isEmpty()) {
      filter.set("");
    } else {
      selected.set(Optional.empty());
    }
  }

  private void arrange() {
    List<ListRow> known = all.getOrDefault(kind.get(), List.of());
    List<ListRow> shown = RowOrder.of(kind.get(), layouts.now().get(), known, filter.get());
    if (!rows.equals(shown)) {
      rows.setAll(shown);
    }
    boolean gone = selected.get().isPresent() && indexOfSelected() < 0;
    if (gone) {
      decision.set(Optional.empty());
      selected.set(Optional.empty());
    }
    State now = states.getOrDefault(kind.get(), new State.Asking());
    count.set(count(shown.size(), known.size(), now));
    state.set(now);
  }

  private String count(int shown, int known, State now) {
    if (shown < known) {
      return say(FloorPhrase.ROWS_OF, Figures.of(shown), Figures.of(known));
    }
    boolean more = now instanceof State.Shown how && how.more();
    return say(more ? FloorPhrase.FIRST_ROWS : FloorPhrase.ROWS, (long) known);
  }
}
