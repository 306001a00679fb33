package dev.stockwright.server.putaway;

import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.vocabulary.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Reads the cards of products.
public final class ProductCards {
  private ProductCards() {}

  /// Those of these products that are known.
  public static Map<Sku, ProductCard> read(DSLContext sql, Collection<Sku> skus) {
    String[] codes = skus.stream().distinct().map(Sku::code).toArray(String[]::new);
    Map<Sku, ProductCard> found = new HashMap<>();
    sql.select(
            PRODUCT.ID,
            PRODUCT.SKU,
            PRODUCT.LOT_TRACKED,
            PRODUCT.EXPIRY_TRACKED,
            PRODUCT.SERIAL_TRACKED,
            PRODUCT.DAYS_LEFT_MIN,
            PRODUCT.UNIT_GRAMS,
            PRODUCT.UNIT_ML,
            PRODUCT.CATEGORY,
            PRODUCT.HANDLING,
            PRODUCT.PREFERRED_ZONE,
            Heights.UNITS,
            Heights.MILLIMETRES)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(DSL.any(codes)))
        .forEach(
            row -> {
              Sku sku = new Sku(row.value2());
              found.put(
                  sku,
                  new ProductCard(
                      row.value1(),
                      sku,
                      new ProductCard.Tracking(row.value3(), row.value4(), row.value5()),
                      row.value6(),
                      row.value7(),
                      row.value8(),
                      row.value9(),
                      List.of(row.value10()),
                      row.value11(),
                      packs(row.value12(), row.value13())));
            });
    return found;
  }

  private static List<ProductCard.Pack> packs(Long[] units, Long[] millimetres) {
    return IntStream.range(0, units.length)
        .mapToObj(i -> new ProductCard.Pack(units[i], millimetres[i]))
        .toList();
  }

  /// That of one product.
  public static Optional<ProductCard> read(DSLContext sql, Sku sku) {
    return Optional.ofNullable(read(sql, List.of(sku)).get(sku));
  }
}
