package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.client.workflow.picking.PickingState.CartWanted;
import dev.stockwright.client.workflow.picking.PickingState.Choose;
import dev.stockwright.client.workflow.picking.PickingState.Drop;
import dev.stockwright.client.workflow.picking.PickingState.Go;
import dev.stockwright.client.workflow.picking.PickingState.Job;
import dev.stockwright.client.workflow.picking.PickingState.OtherDrop;
import dev.stockwright.client.workflow.picking.PickingState.PutBack;
import dev.stockwright.client.workflow.picking.PickingState.Taken;
import dev.stockwright.client.workflow.picking.PickingState.ToteOf;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the books say of picks, tasks and carts at the moment of a step.
final class Way {
  private Way() {}

  /// Picks that can be chosen: one's own first, then the most urgent, then the nearest ahead.
  static List<WaitingTask> offered(PickingState state, Scene scene) {
    int here =
        state.done().stream().findFirst().map(last -> sequence(last.from(), scene)).orElse(0);
    return picks(scene)
        .filter(task -> mine(task, scene) || free(task, scene))
        .sorted(
            Comparator.comparing((WaitingTask task) -> !mine(task, scene))
                .thenComparingInt(WaitingTask::priority)
                .thenComparing(task -> sequence(task, scene) < here)
                .thenComparingInt(task -> sequence(task, scene)))
        .toList();
  }

  private static Stream<WaitingTask> picks(Scene scene) {
    return scene.books().tasks().stream().filter(task -> task.kind().equals("pick"));
  }

  private static int sequence(WaitingTask task, Scene scene) {
    return task.place().map(place -> sequence(place, scene)).orElse(0);
  }

  private static int sequence(LocationCode place, Scene scene) {
    return scene.books().place(place).map(Place::pickSequence).orElse(0);
  }

  static Optional<WaitingTask> task(Reference number, Scene scene) {
    return picks(scene).filter(task -> task.number().equals(number)).findFirst();
  }

  /// The pick on which an order is.
  static Optional<Reference> ofOrder(String order, Scene scene) {
    return scene.books().picks().stream()
        .filter(line -> line.order().equals(order))
        .flatMap(line -> line.task().stream())
        .findFirst()
        .or(
            () ->
                picks(scene)
                    .filter(task -> task.reference().equals(order))
                    .map(WaitingTask::number)
                    .findFirst());
  }

  /// The pick that fills a tote.
  static Optional<Reference> ofTote(HandlingUnit tote, Scene scene) {
    return scene.books().picks().stream()
        .filter(line -> line.tote().filter(tote::equals).isPresent())
        .flatMap(line -> line.task().stream())
        .findFirst();
  }

  static boolean mine(WaitingTask task, Scene scene) {
    return task.heldBy().isPresent() && task.heldBy().equals(scene.person());
  }

  /// Nobody's, or somebody's who has not kept it.
  static boolean free(WaitingTask task, Scene scene) {
    boolean kept = task.heldUntil().map(until -> until.isAfter(scene.now())).orElse(true);
    return task.heldBy().isEmpty() || !kept;
  }

  /// What is still to be picked, in the order of the way; what was skipped comes last.
  static List<PickLine> lines(PickingState state, Scene scene) {
    return state.job().map(job -> lines(job, scene)).orElse(List.of());
  }

  private static List<PickLine> lines(Job job, Scene scene) {
    return scene.books().picks().stream()
        .filter(line -> line.task().filter(job.task()::equals).isPresent())
        .filter(line -> line.state().equals("open") && line.location().isPresent())
        .filter(line -> line.left() > 0)
        .sorted(Comparator.comparing(line -> skipped(job, line)))
        .toList();
  }

  static boolean skipped(Job job, PickLine line) {
    return line.skipped() || job.skipped().contains(line.number());
  }

  static Optional<PickLine> line(PickingState state, Scene scene) {
    return state
        .pick()
        .flatMap(
            number ->
                lines(state, scene).stream()
                    .filter(line -> line.number().equals(number))
                    .findFirst());
  }

  /// All lines of the same goods in the same place, the given one first.
  static List<PickLine> stop(PickLine line, PickingState state, Scene scene) {
    return Stream.concat(
            Stream.of(line),
            lines(state, scene).stream()
                .filter(other -> !other.number().equals(line.number()))
                .filter(other -> other.location().equals(line.location()))
                .filter(other -> other.sku().equals(line.sku()) && other.lot().equals(line.lot()))
                .filter(other -> other.unit().equals(line.unit())))
        .toList();
  }

  /// What the goods of the line go into, as far as anybody has said.
  static Optional<HandlingUnit> tote(PickLine line, PickingState state) {
    return line.tote()
        .or(
            () ->
                state.job().map(Job::totes).orElse(List.of()).stream()
                    .filter(each -> each.order().equals(line.order()))
                    .map(ToteOf::tote)
                    .findFirst());
  }

  /// Orders that are picked together are parted by totes, unless the person has said otherwise. The
  /// books do not tell how a wave is picked: it is into totes where any of its orders has one, and
  /// is asked where a pick has several orders.
  static boolean intoTotes(PickLine line, PickingState state, Scene scene) {
    if (tote(line, state).isPresent()) {
      return true;
    }
    Optional<Job> parted = state.job().filter(job -> !job.loose());
    return parted.isPresent()
        && (!parted.get().totes().isEmpty()
            || scene.books().picks().stream()
                .anyMatch(
                    other ->
                        (other.tote().isPresent() && other.wave().equals(line.wave()))
                            || (other.task().equals(line.task())
                                && !other.order().equals(line.order()))));
  }

  /// The order that a tote is for already.
  static Optional<String> owner(HandlingUnit tote, PickingState state, Scene scene) {
    return Stream.concat(
            state.job().map(Job::totes).orElse(List.of()).stream(),
            scene.books().picks().stream()
                .flatMap(line -> line.tote().stream().map(of -> new ToteOf(line.order(), of))))
        .filter(each -> each.tote().equals(tote))
        .map(ToteOf::order)
        .findFirst();
  }

  /// The cart that was scanned, or the only one of the site.
  static Optional<LocationCode> cart(PickingState state, Scene scene) {
    List<Place> carts = scene.books().places("cart");
    return state
        .cart()
        .or(() -> carts.size() == 1 ? Optional.of(carts.getFirst().code()) : Optional.empty());
  }

  /// Something is to be brought to packing, as far as the books know when a person begins.
  static boolean loaded(PickingState state, Scene scene) {
    return state.loaded()
        || lines(state, scene).stream().anyMatch(line -> line.picked() > 0)
        || cart(state, scene).filter(cart -> !scene.books().in(cart).isEmpty()).isPresent();
  }

  /// Goods of a product in a place that may be picked.
  static Stream<Balance> usable(Sku sku, LocationCode place, Scene scene) {
    return scene.books().in(place).stream()
        .filter(balance -> balance.sku().equals(sku))
        .filter(balance -> balance.condition() == Condition.AVAILABLE)
        .filter(balance -> balance.owner().isEmpty())
        .filter(balance -> balance.expiry().filter(scene.today()::isAfter).isEmpty());
  }

  /// The state as the books allow it: a line that another has ended is left, a pick that another
  /// holds is not ours, and new lines are gone to before the goods are brought away.
  static PickingState now(PickingState state, Scene scene) {
    if (state.job().isEmpty()) {
      boolean without =
          state.phase() instanceof Choose
              || state.phase() instanceof Drop
              || state.phase() instanceof OtherDrop;
      return without ? state : state.idle();
    }
    if (state.phase() instanceof Choose || state.phase() instanceof PutBack) {
      return state;
    }
    Optional<AtBin> holding = state.held().filter(bin -> bin.hand().units() > 0);
    if (state.pick().isPresent() && line(state, scene).isEmpty() && holding.isPresent()) {
      AtBin bin = holding.get();
      return state.in(new PutBack(bin.from(), bin.hand().units()));
    }
    boolean stands =
        state.pick().isPresent()
            ? line(state, scene).isPresent()
            : (state.phase() instanceof Go && !lines(state, scene).isEmpty())
                || (state.phase() instanceof CartWanted && cart(state, scene).isEmpty());
    return stands && !taken(state, scene) ? state : next(state, scene, Set.of());
  }

  private static boolean taken(PickingState state, Scene scene) {
    return state
        .job()
        .flatMap(job -> task(job.task(), scene))
        .filter(task -> !mine(task, scene) && !free(task, scene))
        .isPresent();
  }

  /// What comes next.
  ///
  /// @param ended lines that the books show still, because their commands are not recorded yet
  static PickingState next(PickingState state, Scene scene, Set<Reference> ended) {
    if (taken(state, scene)) {
      return state.idle();
    }
    List<PickLine> left =
        lines(state, scene).stream().filter(line -> !ended.contains(line.number())).toList();
    if (!left.isEmpty()) {
      return cart(state, scene).isEmpty()
          ? state.in(new CartWanted())
          : state.in(arrived(left.getFirst(), state, ended));
    }
    if (state.loaded()) {
      return state.phase() instanceof OtherDrop ? state : state.in(new Drop());
    }
    boolean waits =
        ended.isEmpty()
            && state.job().filter(job -> task(job.task(), scene).isPresent()).isPresent();
    return waits ? state.in(new Go()) : state.idle();
  }

  /// Who stands at the place of the next line need not scan it again.
  private static PickingState.Phase arrived(
      PickLine line, PickingState state, Set<Reference> ended) {
    Optional<LocationCode> stands = state.done().stream().findFirst().map(Taken::from);
    return !ended.isEmpty() && stands.isPresent() && stands.equals(line.location())
        ? AtBin.at(line.number(), stands.get())
        : new Go();
  }
}
