package dev.stockwright.client.workflow.lookup;

import dev.stockwright.client.workflow.Sighting.Paper;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person looks at, and has looked at before. What is known of it is asked of the books each
/// time the card is made, so that it is never older than they are.
///
/// @param subjects what is shown, and then what was shown before it, at most [#BEFORE_MAX] of them
@Json(naming = Json.Naming.LowerUnderscore)
public record LookUpState(List<Subject> subjects) {
  static final int BEFORE_MAX = 10;

  public LookUpState {
    subjects = List.copyOf(subjects);
  }

  /// What is looked at.
  @Json(typeProperty = "subject", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = OfGoods.class, name = "goods")
  @Json.SubType(type = OfPlace.class, name = "place")
  @Json.SubType(type = OfUnit.class, name = "unit")
  @Json.SubType(type = OfOrder.class, name = "order")
  @Json.SubType(type = OfPaper.class, name = "paper")
  @Json.SubType(type = OfSeveral.class, name = "several")
  public sealed interface Subject {}

  /// A product.
  ///
  /// @param lot only this lot of it, or this piece by its serial number
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfGoods(Sku sku, Optional<LotCode> lot) implements Subject {}

  /// A place and what lies there.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfPlace(LocationCode place) implements Subject {}

  /// A handling unit and what is in it.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfUnit(HandlingUnit unit) implements Subject {}

  /// A purchase order.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfOrder(Reference order) implements Subject {}

  /// Another document.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfPaper(Reference number, Paper.Kind kind) implements Subject {}

  /// A code of several products, of which one is to be chosen.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OfSeveral(String text, List<Sku> skus) implements Subject {
    public OfSeveral {
      skus = List.copyOf(skus);
    }
  }

  /// Nothing looked at yet.
  public static LookUpState start() {
    return new LookUpState(List.of());
  }

  Optional<Subject> shown() {
    return subjects.stream().findFirst();
  }

  /// This is looked at now; the same again is no new look.
  LookUpState at(Subject next) {
    List<Subject> all = new ArrayList<>(subjects);
    if (shown().filter(next::equals).isEmpty()) {
      all.addFirst(next);
    }
    return new LookUpState(all.subList(0, Math.min(all.size(), BEFORE_MAX + 1)));
  }

  /// What was looked at before this.
  LookUpState back() {
    return new LookUpState(subjects.stream().skip(1).toList());
  }
}
