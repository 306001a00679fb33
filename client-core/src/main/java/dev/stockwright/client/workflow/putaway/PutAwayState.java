package dev.stockwright.client.workflow.putaway;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where a person is in putting away. What is to be put where stands in the tasks of the books and
/// is looked up at each step, so that what somebody else has put away meanwhile is gone.
///
/// @param cart what is in hand, in the order in which it was taken
/// @param chosen whose turn a person says it is; else the first on the way
/// @param warning the bin that was refused last
/// @param done what was put away last, newest first, at most [#SHOWN]
@Json(naming = Json.Naming.LowerUnderscore)
public record PutAwayState(
    Phase phase,
    List<Load> cart,
    Optional<Reference> chosen,
    Optional<Warning> warning,
    List<Put> done) {
  static final int SHOWN = 5;

  public PutAwayState {
    cart = List.copyOf(cart);
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Bring.class, name = "bring")
  @Json.SubType(type = Because.class, name = "because")
  @Json.SubType(type = Expired.class, name = "expired")
  @Json.SubType(type = Untasked.class, name = "untasked")
  public sealed interface Phase {}

  /// A bin for what is in hand, or more to take along; the latter alone when nothing is in hand.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Bring() implements Phase {}

  /// Why does it go to another bin than the one that was named?
  ///
  /// @param to absent: the bin is scanned afterwards
  /// @param there it has been scanned, so the goods lie there
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Because(Reference task, Optional<LocationCode> to, boolean there)
      implements Phase {}

  /// The goods of a task have expired: shall they be held?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Expired(Reference task) implements Phase {}

  /// Goods on a dock that no task is for: shall there be one?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Untasked(Offer offer) implements Phase {}

  /// What a task would be for.
  ///
  /// @param name of the product
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Offer(
      Sku sku,
      String name,
      LocationCode at,
      long units,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit) {}

  /// The goods of a task, in hand.
  ///
  /// @param units how many of them go into the next bin; absent: all
  /// @param instead of the bin that was named
  /// @param avoided bins that have proved to be of no use for it
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Load(
      Reference task, Optional<Long> units, Optional<Instead> instead, List<LocationCode> avoided) {
    public Load {
      avoided = List.copyOf(avoided);
    }

    static Load of(Reference task) {
      return new Load(task, Optional.empty(), Optional.empty(), List.of());
    }

    Load units(Optional<Long> some) {
      return new Load(task, some, instead, avoided);
    }

    Load instead(Instead other) {
      return new Load(task, units, Optional.of(other), avoided);
    }

    /// Not there; a bin that was chosen instead is given up when it is that one.
    Load avoiding(LocationCode bin) {
      List<LocationCode> all = new ArrayList<>(avoided);
      all.add(bin);
      return new Load(
          task, units, instead.filter(other -> other.to().filter(bin::equals).isEmpty()), all);
    }
  }

  /// Another bin than the one that was named.
  ///
  /// @param to absent: any bin that takes it
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Instead(Optional<LocationCode> to, ReasonCode why) {}

  /// A bin that was refused; scanned again soon after, it is meant.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Warning(LocationCode place, Reference task, Instant at) {}

  /// What was put away.
  ///
  /// @param name as people call it
  /// @param unit the whole handling unit; absent: loose goods, so many `units` of them
  /// @param from where it was, and is brought when it is taken back
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Put(
      Reference task,
      String name,
      LocationCode to,
      Optional<HandlingUnit> unit,
      long units,
      LocationCode from) {}

  /// Nothing in hand yet.
  public static PutAwayState start() {
    return new PutAwayState(new Bring(), List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  PutAwayState in(Phase next) {
    return new PutAwayState(next, cart, chosen, warning, done);
  }

  /// Back to the way; the question was answered or left.
  PutAwayState bringing() {
    return in(new Bring());
  }

  PutAwayState with(List<Load> loads) {
    return new PutAwayState(phase, loads, chosen, warning, done);
  }

  PutAwayState choosing(Optional<Reference> task) {
    return new PutAwayState(phase, cart, task, warning, done);
  }

  PutAwayState warned(Warning of) {
    return new PutAwayState(phase, cart, chosen, Optional.of(of), done);
  }

  PutAwayState without(Reference task) {
    return new PutAwayState(
        phase,
        cart.stream().filter(load -> !load.task().equals(task)).toList(),
        chosen.filter(one -> !one.equals(task)),
        warning.filter(one -> !one.task().equals(task)),
        done);
  }

  PutAwayState change(Reference task, UnaryOperator<Load> change) {
    return with(
        cart.stream().map(load -> load.task().equals(task) ? change.apply(load) : load).toList());
  }

  PutAwayState after(Put put) {
    List<Put> all = new ArrayList<>(done);
    all.addFirst(put);
    return new PutAwayState(
        new Bring(), cart, chosen, Optional.empty(), all.subList(0, Math.min(all.size(), SHOWN)));
  }

  PutAwayState forgetting(Put put) {
    List<Put> others = new ArrayList<>(done);
    others.remove(put);
    return new PutAwayState(phase, cart, chosen, warning, others);
  }
}
