package dev.stockwright.server.putaway;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// How high places and packs are, in millimetres; absent: no limit, or nobody knows. The columns
/// have names of their own in a result, beside those of the whole row.
public final class Heights {
  /// Of goods that are put into a location.
  public static final Field<Long> OF_LOCATION =
      DSL.field(DSL.name("location", "height_mm"), SQLDataType.BIGINT).as("clear_mm");

  /// Of one pack.
  public static final Field<Long> OF_PACK =
      DSL.field(DSL.name("barcode", "height_mm"), SQLDataType.BIGINT).as("pack_mm");

  /// Of the packs of a product: how many units, and how high, in the same order.
  static final Field<Long[]> UNITS = packs("units");

  static final Field<Long[]> MILLIMETRES = packs("height_mm");

  private Heights() {}

  private static Field<Long[]> packs(String column) {
    return DSL.field(
        "(SELECT coalesce(array_agg(b."
            + column
            + " ORDER BY b.units, b.height_mm), '{}') FROM barcode b"
            + " WHERE b.product_id = product.id AND b.height_mm IS NOT NULL)",
        SQLDataType.BIGINT.getArrayDataType());
  }
}
