package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// A place that goods might be put, with everything that lies there or is on its way there.
///
/// @param storage a bin, and not a dock, a lane, a cart or a bench
/// @param mixing `any`, `one_product` or `one_lot`
/// @param way how far it is from where the goods are, in millimetres
public record Bin(
    LocationCode code,
    String zone,
    boolean storage,
    boolean pickFace,
    String mixing,
    Lock lock,
    Limits limits,
    int sequence,
    long way,
    List<Content> contents) {
  public Bin {
    contents = List.copyOf(contents);
  }

  /// Whether nothing may be put there, and why.
  public record Lock(boolean in, String reason) {
    static final Lock NONE = new Lock(false, "");
  }

  /// What may lie there at once; [#NO_LIMIT] for none.
  ///
  /// @param heightMm of each thing that is put there
  public record Limits(long units, long grams, long ml, long heightMm) {
    static final long NO_LIMIT = Long.MAX_VALUE;
    static final Limits NONE = new Limits(NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT);
  }

  /// Some of one product and lot.
  ///
  /// @param coming it is still on its way: an open task brings it
  public record Content(Sku sku, String lot, long units, long grams, long ml, boolean coming) {}

  long units() {
    return contents.stream().mapToLong(Content::units).sum();
  }

  long grams() {
    return contents.stream().mapToLong(Content::grams).sum();
  }

  long ml() {
    return contents.stream().mapToLong(Content::ml).sum();
  }

  /// How much of a product is there or on its way.
  long units(Sku sku) {
    return contents.stream()
        .filter(content -> content.sku().equals(sku))
        .mapToLong(Content::units)
        .sum();
  }

  /// How much of a product's lot is there or on its way.
  long units(Sku sku, String lot) {
    return contents.stream()
        .filter(content -> content.sku().equals(sku) && content.lot().equals(lot))
        .mapToLong(Content::units)
        .sum();
  }

  boolean empty() {
    return contents.isEmpty();
  }

  /// The same as somebody sees it who stands before it.
  Bin asItStands() {
    return new Bin(
        code,
        zone,
        storage,
        pickFace,
        mixing,
        lock,
        limits,
        sequence,
        way,
        contents.stream().filter(content -> !content.coming()).toList());
  }
}
