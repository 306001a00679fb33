package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.fx.look.Delay;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The live stock of one warehouse or of several: a list of any length of which only what is looked
/// at is
/// loaded, the chosen product, the last movements. Owned by the JavaFX thread.
public final class StockViewModel {
  /// Movements of one page of the history.
  public static final int MOVEMENTS_PAGE = 30;

  /// So long after the last letter of the filter the list is asked for.
  static final Duration FILTER_PAUSE = Duration.ofMillis(150);

  private final StockActions actions;
  private final Delay delay;
  private final Speech speech;
  private final PagedRows<StockRow> rows;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<StockQuery> query =
      new ReadOnlyObjectWrapper<>(StockQuery.ALL);
  private final ReadOnlyObjectWrapper<OptionalLong> total =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());
  private final ObjectProperty<Freshness> freshness =
      new SimpleObjectProperty<>(new Freshness.Live());
  private final ReadOnlyObjectWrapper<Optional<StockRow>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProductDetail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final History history = new History();
  private final History productHistory = new History();
  private final ObservableSet<StockQuery.Column> hidden = FXCollections.observableSet();
  private final ObjectProperty<Columns> columns =
      new SimpleObjectProperty<>(
          new Columns(StockLayout.USUAL.order(), StockLayout.USUAL.widths()));
  private final IntegerProperty newRows = new SimpleIntegerProperty(0);
  private final StringProperty warehouse = new SimpleStringProperty("");
  private final ObservableList<StockScope> scopes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<StockScope>> scope =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean broken;

  /// @param order all columns from the left
  /// @param widths of those that somebody has made wider or narrower
  record Columns(List<StockQuery.Column> order, Map<StockQuery.Column, Double> widths) {
    Columns {
      order = List.copyOf(order);
      widths = Map.copyOf(widths);
    }
  }

  private long typing;

  public StockViewModel(
      StockActions actions, PageSource<StockRow> source, Delay delay, Speech speech) {
    this.speech = speech;
    this.actions = actions;
    this.delay = delay;
    this.rows = new PagedRows<>(source, StockRow::key, StockQuery.ALL, this::pageFailed);
    rows.addListener(
        (javafx.collections.ListChangeListener<LiveRow<StockRow>>) _ -> total.set(rows.total()));
    filter.addListener((_, _, _) -> filterSoon());
  }

  Speech speech() {
    return speech;
  }

  // What is shown.

  /// The list; a row is empty until its page is here.
  public ObservableList<LiveRow<StockRow>> rows() {
    return rows;
  }

  /// How many products there are; absent while nobody has counted.
  public ReadOnlyObjectProperty<OptionalLong> total() {
    return total.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StockQuery> query() {
    return query.getReadOnlyProperty();
  }

  /// Which column stands where, and how wide.
  ObjectProperty<Columns> columns() {
    return columns;
  }

  /// Columns that somebody does not want to see.
  public ObservableSet<StockQuery.Column> hidden() {
    return hidden;
  }

  /// The words in the search field.
  public StringProperty filter() {
    return filter;
  }

  /// Whether the numbers are live; the wiring sets it.
  public ObjectProperty<Freshness> freshness() {
    return freshness;
  }

  /// The chosen product's row, as it is now.
  public ReadOnlyObjectProperty<Optional<StockRow>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// What else is known of the chosen product; empty while it loads.
  public ReadOnlyObjectProperty<Optional<ProductDetail>> detail() {
    return detail.getReadOnlyProperty();
  }

  /// The last movements of the warehouse.
  public History history() {
    return history;
  }

  /// The last movements of the chosen product.
  public History productHistory() {
    return productHistory;
  }

  /// Products that came into being and are not in the list yet; a button shows them.
  public IntegerProperty newRows() {
    return newRows;
  }

  /// The name beside the title.
  public StringProperty warehouse() {
    return warehouse;
  }

  /// Whose stock somebody may choose to see; one where there is no choice.
  public ObservableList<StockScope> scopes() {
    return scopes;
  }

  /// Whose stock is shown; absent before anything is.
  public ReadOnlyObjectProperty<Optional<StockScope>> scope() {
    return scope.getReadOnlyProperty();
  }

  /// True when rows of several warehouses are shown, so that each says where it is.
  public boolean several() {
    return scope.get().equals(Optional.of(StockScope.ALL));
  }

  // What the wiring tells.

  /// The stock of `now` is shown from here on; nothing of before counts.
  ///
  /// @param name beside the title
  public void show(StockScope now, String name) {
    chosen.set(Optional.empty());
    detail.set(Optional.empty());
    history.clear();
    productHistory.clear();
    newRows.set(0);
    rows.forget();
    total.set(OptionalLong.empty());
    scope.set(Optional.of(now));
    warehouse.set(name);
    if (!several() && query.get().sort() == StockQuery.Column.WAREHOUSE) {
      query.set(query.get().sorted(StockQuery.ALL.sort(), StockQuery.ALL.descending()));
    }
    start();
  }

  /// The list as somebody wants it; asks for it anew where it is shown in another order.
  public void arrange(StockLayout wanted) {
    hidden.retainAll(wanted.hidden());
    hidden.addAll(wanted.hidden());
    columns.set(new Columns(wanted.order(), wanted.widths()));
    StockQuery sorted = query.get().sorted(wanted.sort(), wanted.descending());
    if (scope.get().isPresent()) {
      ask(sorted);
    } else {
      query.set(sorted);
    }
  }

  /// How the list is now; to be kept.
  public StockLayout layout() {
    StockQuery now = query.get();
    return new StockLayout(
        now.sort(), now.descending(), hidden, columns.get().order(), columns.get().widths());
  }

  /// Loads the list; once, when the screen is first wired, and again for another warehouse.
  public void start() {
    rows.ask(query.get());
  }

  /// How fresh the numbers are. A page that failed stays said until one comes again.
  public void follow(Freshness now) {
    if (!broken) {
      freshness.set(now);
    }
  }

  /// A product's stock has changed. Older than what is shown: ignored.
  public void level(StockRow row) {
    rows.loaded(row.key())
        .flatMap(live -> live.value().get())
        .filter(shown -> shown.n() <= row.n())
        .ifPresent(_ -> rows.change(row, delay));
    if (isChosen(row.key()) && chosen.get().filter(shown -> shown.n() <= row.n()).isPresent()) {
      chosen.set(Optional.of(row));
    }
  }

  /// Something moved.
  ///
  /// @param all as the list of the warehouse says it
  /// @param byProduct as the list of a product says it
  public void moved(List<MovementLine> all, Map<StockRow.Key, List<MovementLine>> byProduct) {
    history.happened(all);
    chosen
        .get()
        .map(row -> byProduct.getOrDefault(row.key(), List.of()))
        .ifPresent(productHistory::happened);
  }

  /// The answer to [StockActions#open]; ignored when another product was chosen meanwhile.
  public void showDetail(ProductDetail loaded) {
    if (isChosen(loaded.of())) {
      boolean asked = loaded.where() instanceof ProductDetail.Where.Asking;
      Optional<ProductDetail> known = asked ? detail.get() : Optional.empty();
      detail.set(Optional.of(loaded.lying(known.map(ProductDetail::where).orElse(loaded.where()))));
    }
  }

  /// Where the chosen product lies; ignored when another one was chosen meanwhile.
  public void showPlaces(StockRow.Key product, ProductDetail.Where where) {
    if (isChosen(product)) {
      detail.set(detail.get().map(known -> known.lying(where)));
    }
  }

  /// Something for the drawer of one product; nothing when another one was chosen meanwhile.
  public void ofChosen(StockRow.Key product, Consumer<History> showing) {
    if (isChosen(product)) {
      showing.accept(productHistory);
    }
  }

  /// Shows one product, for a scan: chosen where it is loaded, else filtered to it.
  public void find(StockRow row) {
    if (rows.indexOfLoaded(row.key()) < 0) {
      filter.set(row.sku().code());
    }
    choose(row);
  }

  /// Connected again: what is on the screen is loaded once more, in place.
  public void refresh() {
    if (total.get().isPresent()) {
      rows.refresh();
    } else {
      rows.ask(query.get());
    }
    chosen.get().ifPresent(row -> actions.open(row.key()));
  }

  // What is asked for.

  public void scan(Scan scan) {
    actions.scanned(scan);
  }

  public void choose(StockRow row) {
    boolean same = isChosen(row.key());
    chosen.set(Optional.of(row));
    if (!same) {
      detail.set(Optional.empty());
      productHistory.clear();
      actions.open(row.key());
    }
  }

  /// Shows the stock of another warehouse, or of all.
  public void look(StockScope wanted) {
    if (!scope.get().equals(Optional.of(wanted))) {
      actions.look(wanted);
    }
  }

  /// The next of what may be chosen; false when there is no other.
  public boolean lookAtNext() {
    if (scopes.size() < 2) {
      return false;
    }
    int now = scope.get().map(scopes::indexOf).orElse(-1);
    look(scopes.get((now + 1) % scopes.size()));
    return true;
  }

  /// Esc: closes the product, or else clears the filter.
  public void escape() {
    if (chosen.get().isPresent()) {
      chosen.set(Optional.empty());
      detail.set(Optional.empty());
    } else {
      filter.set("");
    }
  }

  /// F5: the list and the product, from the server.
  public void reload() {
    actions.reload();
  }

  /// The movements before the oldest that is shown.
  public void showOlder() {
    actions.showOlder();
  }

  public void sort(StockQuery.Column column, boolean descending) {
    ask(query.get().sorted(column, descending));
  }

  /// Takes the waiting new products into the list.
  public void showNewRows() {
    newRows.set(0);
    rows.ask(query.get());
  }

  /// After a failure: the same again.
  public void retry() {
    rows.ask(query.get());
  }

  int indexOfChosen() {
    return chosen.get().map(row -> rows.indexOfLoaded(row.key())).orElse(-1);
  }

  private boolean isChosen(StockRow.Key product) {
    return chosen.get().filter(row -> row.key().equals(product)).isPresent();
  }

  private void filterSoon() {
    long mine = ++typing;
    delay.after(
        FILTER_PAUSE,
        () -> {
          if (mine == typing) {
            ask(query.get().filtered(filter.get()));
          }
        });
  }

  private void ask(StockQuery wanted) {
    if (!wanted.equals(query.get())) {
      query.set(wanted);
      rows.ask(wanted);
    }
  }

  private void pageFailed(Optional<String> why) {
    broken = why.isPresent();
    if (why.isPresent()) {
      freshness.set(new Freshness.Failed(why.get()));
    } else if (freshness.get() instanceof Freshness.Failed) {
      freshness.set(new Freshness.Live());
    }
  }
}
