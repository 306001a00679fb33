package dev.stockwright.client.workflow;

import dev.stockwright.vocabulary.Operator;
import java.util.Locale;

/// Numbers that a device gives to what it opens itself, so that it can name it in later commands
/// before the server has answered. No two are the same: they have the warehouse, the millisecond
/// and the person in them, and one person does one thing at a time.
public final class OwnNumber {
  private static final int WAREHOUSE_MAX = 12;
  private static final int RADIX = 36;

  private OwnNumber() {}

  /// Such as `NORTH-P-MWOOV7K0-22MS`: letters, digits and hyphens, at most 32 of them.
  ///
  /// @param kind a letter for what it is
  public static String of(Scene scene, String kind) {
    String warehouse = scene.warehouse().code();
    String where = warehouse.substring(0, Math.min(warehouse.length(), WAREHOUSE_MAX));
    int who = scene.person().map(Operator::code).orElse("").hashCode();
    return String.join(
            "-",
            where,
            kind,
            Long.toString(scene.now().toEpochMilli(), RADIX),
            Integer.toUnsignedString(who, RADIX))
        .toUpperCase(Locale.ROOT);
  }
}
