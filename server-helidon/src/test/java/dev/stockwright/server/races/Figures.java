package dev.stockwright.server.races;

/// Questions for what is looked at after a meeting; each finds one row of numbers.
final class Figures {
  private Figures() {}

  /// On hand of a product, over all warehouses.
  static String onHand(String sku) {
    return level("l.on_hand", sku);
  }

  static String reserved(String sku) {
    return level("l.reserved", sku);
  }

  static String level(String figure, String sku) {
    return "SELECT coalesce(sum("
        + figure
        + "), 0)::bigint FROM stock_level l JOIN product p ON p.id = l.product_id WHERE p.sku = '"
        + sku
        + "'";
  }

  /// Units in a location of W1.
  static String in(String location) {
    return "SELECT coalesce(sum(b.on_hand), 0)::bigint FROM balance b JOIN location l"
        + " ON l.id = b.location_id WHERE l.code = '"
        + location
        + "'";
  }

  static String count(String rows) {
    return "SELECT count(*) FROM " + rows;
  }

  static String all(String... figures) {
    return "SELECT (" + String.join("), (", figures) + ")";
  }
}
