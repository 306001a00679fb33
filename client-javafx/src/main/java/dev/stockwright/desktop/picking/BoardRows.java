package dev.stockwright.desktop.picking;

import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.fx.look.Delay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The orders of the board, and the rows of those that are shown: a row stays the same while its
/// order changes. Owned by the JavaFX thread.
final class BoardRows {
  private final Delay delay;
  private final Map<String, LiveRow<BoardOrder>> known = new HashMap<>();
  private final Set<String> people = new TreeSet<>();
  private final ObservableList<LiveRow<BoardOrder>> shown = FXCollections.observableArrayList();
  private List<BoardOrder> all = List.of();

  BoardRows(Delay delay) {
    this.delay = delay;
  }

  ObservableList<LiveRow<BoardOrder>> shown() {
    return shown;
  }

  /// All orders as they are now.
  void take(List<BoardOrder> orders) {
    all = List.copyOf(orders);
    for (BoardOrder order : all) {
      known.computeIfAbsent(order.number(), _ -> new LiveRow<>(order)).change(order, delay);
      people.addAll(order.people());
    }
    known.keySet().retainAll(all.stream().map(BoardOrder::number).toList());
  }

  /// Brings what is wanted into the table.
  void arrange(Arrangement wanted, Instant now) {
    List<LiveRow<BoardOrder>> fit =
        wanted.of(all, now).stream()
            .flatMap(order -> Optional.ofNullable(known.get(order.number())).stream())
            .toList();
    if (!shown.equals(fit)) {
      shown.setAll(fit);
    }
  }

  Totals totals(Instant now) {
    return Totals.of(all, now);
  }

  Optional<BoardOrder> order(String number) {
    return Optional.ofNullable(known.get(number)).flatMap(row -> row.value().get());
  }

  /// In the order of the table.
  List<String> numbers() {
    return shown.stream()
        .flatMap(row -> row.value().get().stream())
        .map(BoardOrder::number)
        .toList();
  }

  /// Who is at one of them.
  List<String> pickers() {
    return all.stream().flatMap(order -> order.people().stream()).distinct().sorted().toList();
  }

  /// Whoever was seen at one since this warehouse was entered.
  Set<String> everSeen() {
    return Set.copyOf(people);
  }

  void forget() {
    people.clear();
    take(List.of());
  }
}
