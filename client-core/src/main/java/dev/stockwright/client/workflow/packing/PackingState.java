package dev.stockwright.client.workflow.packing;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in packing. Devices are not told of open packages, so those that this person
/// has begun are kept here until they are closed.
///
/// @param bench where the person packs; absent: not said yet
/// @param open packages begun and not closed, newest first
/// @param done the last goods packed, newest first, at most [#SHOWN]
/// @param times how often the next goods count, 1 as a rule
@Json(naming = Json.Naming.LowerUnderscore)
public record PackingState(
    Phase phase, Optional<LocationCode> bench, List<Begun> open, List<Packed> done, long times) {
  static final int SHOWN = 5;
  private static final int OPEN_MAX = 50;

  public PackingState {
    open = List.copyOf(open);
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Choose.class, name = "choose")
  @Json.SubType(type = Bench.class, name = "bench")
  @Json.SubType(type = Into.class, name = "into")
  @Json.SubType(type = Fill.class, name = "fill")
  @Json.SubType(type = Weigh.class, name = "weigh")
  public sealed interface Phase {}

  /// Whose goods?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Choose() implements Phase {}

  /// Where do the goods of the order lie?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Bench(Reference order) implements Phase {}

  /// Which package do they go into?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Into(Reference order, LocationCode at) implements Phase {}

  /// What goes in.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Fill(Reference order, LocationCode at, HandlingUnit unit) implements Phase {}

  /// What does it weigh?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Weigh(Reference order, LocationCode at, HandlingUnit unit) implements Phase {}

  /// A package that has goods in it and is not closed.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Begun(Reference order, LocationCode at, HandlingUnit unit) {}

  /// Goods that were packed.
  ///
  /// @param units 0: everything that lay there
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Packed(String name, HandlingUnit unit, long units) {}

  /// Nothing known yet.
  public static PackingState start() {
    return new PackingState(new Choose(), Optional.empty(), List.of(), List.of(), 1);
  }

  PackingState in(Phase next) {
    return new PackingState(next, bench, open, done, 1);
  }

  PackingState at(LocationCode place) {
    return new PackingState(phase, Optional.of(place), open, done, times);
  }

  PackingState times(long count) {
    return new PackingState(phase, bench, open, done, count);
  }

  Optional<Begun> begun(HandlingUnit unit) {
    return open.stream().filter(each -> each.unit().equals(unit)).findFirst();
  }

  Optional<Begun> begun(Reference order, LocationCode at) {
    return open.stream()
        .filter(each -> each.order().equals(order) && each.at().equals(at))
        .findFirst();
  }

  /// Something has gone into the package, which is open from now on.
  PackingState packed(Fill into, Packed goods, Phase next) {
    List<Begun> begun = new ArrayList<>(without(into.unit()));
    begun.addFirst(new Begun(into.order(), into.at(), into.unit()));
    List<Packed> all = new ArrayList<>(done);
    all.addFirst(goods);
    return new PackingState(
        next,
        bench,
        begun.subList(0, Math.min(begun.size(), OPEN_MAX)),
        all.subList(0, Math.min(all.size(), SHOWN)),
        1);
  }

  /// It is open no longer, as far as this person knows.
  PackingState closed(HandlingUnit unit, Phase next) {
    return new PackingState(next, bench, without(unit), done, 1);
  }

  private List<Begun> without(HandlingUnit unit) {
    return open.stream().filter(each -> !each.unit().equals(unit)).toList();
  }
}
