package dev.stockwright.client.workflow.moving;

import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in moving things.
///
/// @param done the last moves, newest first, at most [#SHOWN]
@Json(naming = Json.Naming.LowerUnderscore)
@Json.Import(Product.class)
public record MovingState(Phase phase, List<Moved> done) {
  static final int SHOWN = 5;

  public MovingState {
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = From.class, name = "from")
  @Json.SubType(type = What.class, name = "what")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = To.class, name = "to")
  @Json.SubType(type = Large.class, name = "large")
  public sealed interface Phase {}

  /// The place from which something is taken, or a handling unit, which says where it stands.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record From() implements Phase {}

  /// What is taken there.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record What(LocationCode from) implements Phase {}

  /// The lot of the goods just scanned.
  ///
  /// @param units of them, in base units
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(LocationCode from, Product product, long units) implements Phase {}

  /// The place to which it goes.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record To(Load load) implements Phase {}

  /// Is so large a quantity meant?
  ///
  /// @param asked with the units that would be in hand
  /// @param instead where the person was before, and is again when it is not meant
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Large(Loose asked, Phase instead) implements Phase {}

  /// What is in hand.
  @Json(typeProperty = "load", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Loose.class, name = "loose")
  @Json.SubType(type = Whole.class, name = "whole")
  public sealed interface Load {
    /// How it is called.
    String name();
  }

  /// Goods that are not moved with their handling unit.
  ///
  /// @param units in base units, at least 1
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Loose(LocationCode from, Product product, Optional<LotCode> lot, long units)
      implements Load {
    /// A piece of what was scanned.
    static Loose one(LocationCode from, Product product, Optional<LotCode> lot) {
      return new Loose(from, product, lot, 1);
    }

    @Override
    public String name() {
      return product.name();
    }

    Loose with(long others) {
      return new Loose(from, product, lot, others);
    }
  }

  /// A handling unit with everything in it.
  ///
  /// @param stood where the person took it; absent: nobody said
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Whole(HandlingUnit unit, Optional<LocationCode> stood) implements Load {
    @Override
    public String name() {
      return unit.code();
    }
  }

  /// A move that was done.
  ///
  /// @param units 0 for a whole handling unit
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Moved(String name, LocationCode to, long units) {}

  /// Nothing in hand yet.
  public static MovingState start() {
    return new MovingState(new From(), List.of());
  }

  MovingState in(Phase next) {
    return new MovingState(next, done);
  }

  MovingState after(Moved moved) {
    List<Moved> all = new ArrayList<>(done);
    all.addFirst(moved);
    return new MovingState(new From(), all.subList(0, Math.min(all.size(), SHOWN)));
  }
}
