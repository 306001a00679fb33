package dev.stockwright.client.workflow.adjusting;

import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in putting the books right. What the books say is looked up at each step and
/// never kept; what is kept is the difference, so that goods which are moved meanwhile stay moved.
///
/// @param done the last adjustments, newest first, at most [#SHOWN]
@Json(naming = Json.Naming.LowerUnderscore)
@Json.Import(Product.class)
public record AdjustingState(Phase phase, List<Adjusted> done) {
  static final int SHOWN = 5;

  public AdjustingState {
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Where.class, name = "where")
  @Json.SubType(type = What.class, name = "what")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = Which.class, name = "which")
  @Json.SubType(type = How.class, name = "how")
  @Json.SubType(type = HowMany.class, name = "how_many")
  @Json.SubType(type = Why.class, name = "why")
  @Json.SubType(type = Post.class, name = "post")
  public sealed interface Phase {}

  /// The place.
  ///
  /// @param goods that have been scanned before it
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Where(Optional<Goods> goods) implements Phase {}

  /// The goods in this place, or in this handling unit there.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record What(LocationCode at, Optional<HandlingUnit> unit) implements Phase {}

  /// The lot of the goods just scanned; the serial number of a piece.
  ///
  /// @param place absent: it comes afterwards
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(
      Optional<LocationCode> place, Optional<HandlingUnit> unit, Product product)
      implements Phase {}

  /// Loose, or on which handling unit? And in which condition?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Which(LocationCode at, Product product, Optional<LotCode> lot) implements Phase {}

  /// Set to, add or remove?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record How(Pile pile) implements Phase {}

  /// The number.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record HowMany(Pile pile, Mode mode) implements Phase {}

  /// The reason.
  ///
  /// @param change what is added (above 0) or taken away
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Why(Pile pile, long change) implements Phase {}

  /// Shall it be posted?
  ///
  /// @param remark a note in words
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Post(Pile pile, long change, ReasonCode reason, Optional<String> remark)
      implements Phase {}

  /// What the number means.
  public enum Mode {
    SET_TO,
    ADD,
    REMOVE
  }

  /// Goods whose place is not known yet.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Goods(Product product, Optional<LotCode> lot) {}

  /// What lies there or should.
  ///
  /// @param lot or the serial number of goods kept by piece
  /// @param unit absent: loose
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Pile(
      LocationCode at,
      Product product,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      Condition condition) {}

  /// What was sent.
  ///
  /// @param name of the product
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Adjusted(String name, LocationCode at, long change) {}

  /// Nothing chosen yet.
  public static AdjustingState start() {
    return new AdjustingState(new Where(Optional.empty()), List.of());
  }

  AdjustingState in(Phase next) {
    return new AdjustingState(next, done);
  }

  AdjustingState after(Adjusted adjusted) {
    List<Adjusted> all = new ArrayList<>(done);
    all.addFirst(adjusted);
    return new AdjustingState(
        new Where(Optional.empty()), all.subList(0, Math.min(all.size(), SHOWN)));
  }

  AdjustingState forgetting(Adjusted adjusted) {
    List<Adjusted> others = new ArrayList<>(done);
    others.remove(adjusted);
    return new AdjustingState(phase, others);
  }
}
