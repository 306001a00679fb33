package dev.stockwright.desktop.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Movements, newest first, each once, whoever brings it first: the server's history or the stream.
/// Its number decides, and where it was. Owned by the JavaFX thread.
public final class History {
  /// The oldest beyond this many are let go.
  public static final int KEPT_MAX = 300;

  /// What is known of the ones before the oldest that is shown.
  public enum Before {
    /// The server is being asked.
    ASKING,
    /// There are more; they can be asked for.
    MORE,
    /// There are none.
    NOTHING,
    /// The server has not said.
    UNKNOWN,
    /// There are more than are kept here.
    CUT
  }

  private final ObservableList<MovementLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Before> before = new ReadOnlyObjectWrapper<>(Before.UNKNOWN);

  public ObservableList<MovementLine> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Before> before() {
    return before.getReadOnlyProperty();
  }

  /// Of another warehouse or product: nothing is known.
  public void clear() {
    lines.clear();
    before.set(Before.UNKNOWN);
  }

  /// The server is asked now.
  public void asking() {
    before.set(Before.ASKING);
  }

  /// The server did not answer; what is shown stays.
  public void unanswered() {
    before.set(Before.UNKNOWN);
  }

  /// These have just happened.
  public void happened(List<MovementLine> moved) {
    merge(moved);
    if (lines.size() > KEPT_MAX) {
      lines.remove(KEPT_MAX, lines.size());
      before.set(Before.CUT);
    }
  }

  /// The newest page of the server's history. What is shown and older than it goes: something may
  /// be missing in between.
  public void newest(List<MovementLine> page, boolean more) {
    if (!page.isEmpty()) {
      MovementLine oldest = page.getLast();
      lines.removeIf(oldest::newerThan);
    }
    merge(page);
    before.set(more ? Before.MORE : Before.NOTHING);
  }

  /// The page after the oldest that is shown.
  public void older(List<MovementLine> page, boolean more) {
    if (before.get() != Before.CUT) {
      merge(page);
      before.set(!more ? Before.NOTHING : lines.size() < KEPT_MAX ? Before.MORE : Before.CUT);
    }
  }

  private void merge(Collection<MovementLine> brought) {
    TreeSet<MovementLine> fresh = new TreeSet<>(MovementLine.NEWEST_FIRST);
    fresh.addAll(brought);
    lines.forEach(fresh::remove);
    List<MovementLine> missing = new ArrayList<>(fresh);
    if (missing.isEmpty()) {
      return;
    }
    if (lines.isEmpty() || missing.getLast().newerThan(lines.getFirst())) {
      lines.addAll(0, missing);
    } else if (lines.getLast().newerThan(missing.getFirst())) {
      lines.addAll(missing);
    } else {
      missing.forEach(this::insert);
    }
  }

  private void insert(MovementLine line) {
    int at = 0;
    while (at < lines.size() && lines.get(at).newerThan(line)) {
      at++;
    }
    lines.add(at, line);
  }
}
