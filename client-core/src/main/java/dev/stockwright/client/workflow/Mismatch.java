package dev.stockwright.client.workflow;

import java.util.Optional;

/// A scan that did not belong to the work: what was wrong with it, and what should have been
/// scanned. It is noted for the supervisors; nothing is done with it.
///
/// @param activity as the server names it, such as `pick`
/// @param document the task or order that is worked on
/// @param mistaken `location`, `product`, `lot`, `unit` or `code`; or what was left for a
// supervisor:
/// [#UNKNOWN], with what was done as `expected`, or [#OVER_RECEIPT], with by how many as `expected`
public record Mismatch(
    String activity, Optional<String> document, String mistaken, String expected, String scanned) {

  /// The activity of what is left at the dock.
  public static final String RECEIVE = "receive";

  /// A barcode that nobody knows.
  public static final String UNKNOWN = "unknown";

  /// More than may come: it stands aside until a supervisor allows it.
  public static final String OVER_RECEIPT = "over_receipt";

  /// The goods stand aside.
  public static final String ASIDE = "set_aside";

  /// Nothing was done with it.
  public static final String LEFT = "left";

  /// A supervisor has seen what was noted: the document is the number of the note, expected is what
  /// they decided, scanned why.
  public static final String SETTLED = "settled";

  /// A place instead of another, a product instead of another, ...; empty where the scan was of
  /// another sort than what is wanted, or cannot be named.
  ///
  /// @param wanted what should be scanned, by its sort
  public static Optional<Mismatch> of(
      String activity, Optional<String> document, Wanted wanted, Sighting sighting) {
    return switch (sighting) {
      case Sighting.AtPlace at ->
          instead(activity, document, "location", wanted.place(), at.place().code().code());
      case Sighting.Goods goods ->
          wanted.lot().isPresent() && sameProduct(wanted, goods)
              ? goods
                  .label()
                  .lot()
                  .flatMap(lot -> instead(activity, document, "lot", wanted.lot(), lot.code()))
              : instead(
                  activity, document, "product", wanted.product(), goods.product().sku().code());
      case Sighting.Unit unit ->
          instead(activity, document, "unit", wanted.unit(), unit.unit().code());
      case Sighting.Unknown unknown ->
          unknown.plain()
              ? instead(activity, document, "code", wanted.any(), unknown.text())
              : Optional.empty();
      case Sighting.Document other -> Optional.empty();
      case Sighting.Paper other -> Optional.empty();
      case Sighting.Badge badge -> Optional.empty();
      case Sighting.Tags tags -> Optional.empty();
      case Sighting.Ambiguous many -> Optional.empty();
      case Sighting.Unreadable unreadable -> Optional.empty();
    };
  }

  private static boolean sameProduct(Wanted wanted, Sighting.Goods goods) {
    return wanted.product().filter(goods.product().sku().code()::equals).isPresent();
  }

  private static Optional<Mismatch> instead(
      String activity,
      Optional<String> document,
      String mistaken,
      Optional<String> wanted,
      String scanned) {
    return wanted
        .filter(expected -> !expected.equals(scanned) && !scanned.isBlank())
        .map(expected -> new Mismatch(activity, document, mistaken, expected, scanned));
  }

  /// What a step wants to see.
  public record Wanted(
      Optional<String> place,
      Optional<String> product,
      Optional<String> lot,
      Optional<String> unit) {
    /// One of them.
    Optional<String> any() {
      return place.or(() -> product).or(() -> unit);
    }
  }
}
