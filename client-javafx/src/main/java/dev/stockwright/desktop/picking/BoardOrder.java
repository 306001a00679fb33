package dev.stockwright.desktop.picking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One order on the board.
///
/// @param customer a name, or a code; empty when nobody said
/// @param due when it should have left
/// @param unreleased units that are promised and nobody has been told to pick
/// @param missing units that cannot be picked now: back-ordered, or waiting for goods
/// @param wave the one that picks for it, with as many orders as `waveOrders`
/// @param tasks those that pick for it and are not done
/// @param pickers who has picked for it
public record BoardOrder(
    String number,
    Stage stage,
    String customer,
    Optional<Instant> due,
    int priority,
    int lines,
    int linesPicked,
    long ordered,
    long picked,
    long unreleased,
    long missing,
    Optional<String> wave,
    int waveOrders,
    List<Task> tasks,
    List<String> pickers) {
  /// A task that picks for it.
  ///
  /// @param orders how many orders it picks for
  public record Task(String number, Optional<String> heldBy, int orders) {}

  public BoardOrder {
    tasks = List.copyOf(tasks);
    pickers = List.copyOf(pickers);
  }

  /// Whether there is something that nobody has been told to pick.
  public boolean releasable() {
    return unreleased > 0;
  }

  /// Whether it should have left before `now`.
  public boolean overdue(Instant now) {
    return due.filter(at -> at.isBefore(now)).isPresent();
  }

  /// Who is at it now.
  public List<String> held() {
    return tasks.stream().flatMap(task -> task.heldBy().stream()).distinct().toList();
  }

  /// Who is or was at it, those who are first.
  public List<String> people() {
    return Stream.concat(held().stream(), pickers.stream()).distinct().toList();
  }

  String who() {
    return String.join(", ", people());
  }
}
