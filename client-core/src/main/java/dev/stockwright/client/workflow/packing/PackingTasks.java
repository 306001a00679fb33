package dev.stockwright.client.workflow.packing;

import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the queue of tasks says of packing.
final class PackingTasks {
  private PackingTasks() {}

  /// Orders whose goods lie at a bench.
  static List<WaitingTask> waiting(Scene scene) {
    return scene.books().tasks().stream().filter(task -> task.kind().equals("pack")).toList();
  }

  static List<LocationCode> benches(Reference order, Scene scene) {
    return waiting(scene).stream()
        .filter(task -> task.reference().equals(order.code()))
        .flatMap(task -> task.place().stream())
        .distinct()
        .toList();
  }

  /// The order of a task to pack one.
  static Optional<Reference> order(Reference task, Scene scene) {
    return waiting(scene).stream()
        .filter(each -> each.number().equals(task))
        .flatMap(each -> named(each.reference()))
        .findFirst();
  }

  /// Whose goods are in a tote, as long as picks say it.
  static Optional<Reference> orderIn(HandlingUnit tote, Scene scene) {
    return scene.books().picks().stream()
        .filter(pick -> pick.tote().filter(tote::equals).isPresent())
        .map(PickLine::order)
        .flatMap(PackingTasks::named)
        .findFirst();
  }

  private static Stream<Reference> named(String order) {
    try {
      return Stream.of(new Reference(order));
    } catch (InvalidValue notOne) {
      return Stream.empty();
    }
  }

  /// Whether it is closed and waits to be loaded.
  static boolean closed(HandlingUnit unit, Scene scene) {
    return scene.books().tasks().stream()
        .anyMatch(task -> task.kind().equals("load") && task.reference().equals(unit.code()));
  }
}
