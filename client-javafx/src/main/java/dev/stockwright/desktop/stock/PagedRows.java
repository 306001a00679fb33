package dev.stockwright.desktop.stock;

import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.fx.look.Delay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableListBase;

/// A list as long as the source says, of which only the pages that were looked at last are here.
/// Looking at a row loads its page; until then the row is empty. Rows change in place, so the list
/// itself only changes when the query does. Owned by the JavaFX thread.
final class PagedRows<T> extends ObservableListBase<LiveRow<T>> {
  /// Rows of a page.
  static final int PAGE = 100;

  /// So many pages are kept: what the screen shows and a little around it.
  static final int PAGES_MAX = 6;

  private final PageSource<T> source;
  private final Function<T, Object> key;
  private final Consumer<Optional<String>> failure;
  private final Map<Long, List<LiveRow<T>>> pages = new LinkedHashMap<>(16, 0.75f, true);
  private StockQuery query;
  private int size;
  private boolean counted;
  private long generation;

  /// `failure` hears why a page did not come, and empty when one came again.
  PagedRows(
      PageSource<T> source,
      Function<T, Object> key,
      StockQuery query,
      Consumer<Optional<String>> failure) {
    this.source = source;
    this.key = key;
    this.query = query;
    this.failure = failure;
  }

  /// Shows the answer to another query. What is shown stays until its first page is here.
  void ask(StockQuery wanted) {
    query = wanted;
    long mine = ++generation;
    source.load(
        new PageSource.Request<>(wanted, 0, PAGE, Optional.empty()),
        page -> {
          if (mine == generation) {
            startWith(page);
          }
        },
        why -> {
          if (mine == generation) {
            failure.accept(Optional.of(why));
          }
        });
  }

  /// Nothing that is shown counts any more; what comes is asked for by [#ask].
  void forget() {
    generation++;
    int before = size;
    beginChange();
    pages.clear();
    size = 0;
    counted = false;
    if (before > 0) {
      nextRemove(0, new Gone<>(before));
    }
    endChange();
  }

  /// Loads the pages that are here once more, in place: nothing moves.
  void refresh() {
    List.copyOf(pages.entrySet()).forEach(page -> load(page.getKey(), page.getValue()));
  }

  /// A row changed: shown at once where it is loaded, ignored where it is not.
  boolean change(T row, Delay delay) {
    Optional<LiveRow<T>> shown = loaded(key.apply(row));
    shown.ifPresent(live -> live.change(row, delay));
    return shown.isPresent();
  }

  /// The row with this key, if it is loaded.
  Optional<LiveRow<T>> loaded(Object wanted) {
    return pages.values().stream()
        .flatMap(List::stream)
        .filter(row -> row.value().get().map(key).filter(wanted::equals).isPresent())
        .findFirst();
  }

  /// Where it is, if it is loaded; else -1. Does not load anything.
  int indexOfLoaded(Object wanted) {
    for (Map.Entry<Long, List<LiveRow<T>>> page : pages.entrySet()) {
      for (int i = 0; i < page.getValue().size(); i++) {
        if (page.getValue().get(i).value().get().map(key).filter(wanted::equals).isPresent()) {
          return (int) (page.getKey() * PAGE + i);
        }
      }
    }
    return -1;
  }

  /// Rows of the whole list; absent while nobody has counted.
  OptionalLong total() {
    return counted ? OptionalLong.of(size) : OptionalLong.empty();
  }

  int pagesHeld() {
    return pages.size();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public LiveRow<T> get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    long page = index / PAGE;
    List<LiveRow<T>> rows = pages.get(page);
    if (rows == null) {
      rows = emptyPage(page);
      pages.put(page, rows);
      forgetOldest();
      load(page, rows);
    }
    return rows.get(index % PAGE);
  }

  /// Looks only where rows are loaded: asking must not load the whole list.
  @Override
  public int indexOf(Object row) {
    for (Map.Entry<Long, List<LiveRow<T>>> page : pages.entrySet()) {
      int at = page.getValue().indexOf(row);
      if (at >= 0) {
        return (int) (page.getKey() * PAGE + at);
      }
    }
    return -1;
  }

  @Override
  public int lastIndexOf(Object row) {
    return indexOf(row);
  }

  @Override
  public boolean contains(Object row) {
    return indexOf(row) >= 0;
  }

  /// The rows are live objects: only the same list is equal.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private void startWith(PageSource.Page<T> page) {
    beginChange();
    List<LiveRow<T>> old = new ArrayList<>();
    int oldSize = size;
    pages.clear();
    size = sizeFrom(page, 0);
    if (size > 0) {
      List<LiveRow<T>> rows = emptyPage(0);
      fill(rows, page.rows());
      pages.put(0L, rows);
    }
    nextReplace(0, size, oldSize == 0 ? old : new Gone<>(oldSize));
    endChange();
    failure.accept(Optional.empty());
  }

  private void load(long page, List<LiveRow<T>> rows) {
    long mine = generation;
    source.load(
        new PageSource.Request<>(query, page * PAGE, PAGE, rowBefore(page)),
        answer -> {
          if (mine == generation) {
            fill(rows, answer.rows());
            grow(answer, page);
            failure.accept(Optional.empty());
          }
        },
        why -> {
          if (mine == generation) {
            pages.remove(page, rows);
            failure.accept(Optional.of(why));
          }
        });
  }

  private Optional<T> rowBefore(long page) {
    List<LiveRow<T>> previous = pages.get(page - 1);
    return previous == null ? Optional.empty() : previous.getLast().value().get();
  }

  /// An uncounted list is one page longer than what is known, until a page comes short.
  private int sizeFrom(PageSource.Page<T> page, long number) {
    counted = page.total().isPresent() || page.rows().size() < PAGE;
    if (page.total().isPresent()) {
      return (int) Math.min(page.total().getAsLong(), Integer.MAX_VALUE - PAGE);
    }
    long known = number * PAGE + page.rows().size();
    return (int) (counted ? known : known + PAGE);
  }

  private void grow(PageSource.Page<T> page, long number) {
    if (page.total().isPresent() || counted || (number + 2) * PAGE < size) {
      return;
    }
    int before = size;
    int after = sizeFrom(page, number);
    if (after > before) {
      beginChange();
      size = after;
      nextAdd(before, after);
      endChange();
    } else if (after < before) {
      beginChange();
      size = after;
      nextRemove(after, new Gone<>(before - after));
      endChange();
    }
  }

  private void fill(List<LiveRow<T>> rows, List<T> loaded) {
    for (int i = 0; i < Math.min(rows.size(), loaded.size()); i++) {
      rows.get(i).load(loaded.get(i));
    }
  }

  private List<LiveRow<T>> emptyPage(long page) {
    int rows = (int) Math.min(PAGE, size - page * PAGE);
    List<LiveRow<T>> empty = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      empty.add(new LiveRow<>());
    }
    return empty;
  }

  private void forgetOldest() {
    if (pages.size() > PAGES_MAX) {
      pages.remove(pages.keySet().iterator().next());
    }
  }

  /// Rows that are not here any more: only their number counts for those who listen.
  private static final class Gone<R> extends java.util.AbstractList<LiveRow<R>> {
    private final int size;

    Gone(int size) {
      this.size = size;
    }

    @Override
    public LiveRow<R> get(int index) {
      return new LiveRow<>();
    }

    @Override
    public int size() {
      return size;
    }
  }
}
