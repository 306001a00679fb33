package dev.stockwright.client.workflow.returning;

import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a person is in taking returns in.
///
/// @param into the return's number; absent: none is open
/// @param begun something was taken in for it
/// @param done the last goods, newest first, at most [#SHOWN]
@Json(naming = Json.Naming.LowerUnderscore)
@Json.Import(Product.class)
public record ReturningState(
    Optional<Reference> into, boolean begun, Phase phase, List<Returned> done) {
  static final int SHOWN = 5;

  public ReturningState {
    done = List.copyOf(done);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Which.class, name = "which")
  @Json.SubType(type = What.class, name = "what")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = Grading.class, name = "grading")
  @Json.SubType(type = Why.class, name = "why")
  public sealed interface Phase {}

  /// The number of the return or of the customer's order, or that there is none.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Which() implements Phase {}

  /// What came back.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record What() implements Phase {}

  /// The lot, or the serial number, of the goods just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(Load load) implements Phase {}

  /// In which condition they are.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Grading(Load load) implements Phase {}

  /// Why they came back.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Why(Load load, Condition grade) implements Phase {}

  /// Goods in hand.
  ///
  /// @param units in base units, at least 1
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Load(
      Product product,
      long units,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      Optional<SerialNumber> serial) {
    Load with(long others) {
      return new Load(product, others, lot, expiry, serial);
    }

    Load of(LotCode code) {
      return new Load(product, units, Optional.of(code), expiry, serial);
    }

    Load of(SerialNumber number) {
      return new Load(product, units, lot, expiry, Optional.of(number));
    }

    /// Whether it must be said which lot or piece they are.
    boolean unclear() {
      return product.lotTracked() && lot.isEmpty() || product.serialTracked() && serial.isEmpty();
    }

    String name() {
      return product.name();
    }
  }

  /// Goods that were taken in.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Returned(String name, long units, Condition grade) {}

  /// No return is open.
  public static ReturningState start() {
    return new ReturningState(Optional.empty(), false, new Which(), List.of());
  }

  ReturningState in(Phase next) {
    return new ReturningState(into, begun, next, done);
  }

  ReturningState open(Reference number) {
    return new ReturningState(Optional.of(number), false, new What(), List.of());
  }

  ReturningState after(Returned returned) {
    List<Returned> all = new ArrayList<>(done);
    all.addFirst(returned);
    return new ReturningState(into, true, new What(), all.subList(0, Math.min(all.size(), SHOWN)));
  }
}
