package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Finds products by a part of a name, SKU or barcode, by SKU. In barcodes only what has a digit is
/// looked for.
///
/// A part that many products have is found by walking along the SKUs, one that few have by the
/// indexes of trigrams; which of the two it is, the walk tells after a few thousand products.
public final class SearchQueries {
  /// How many products are walked along before the indexes are asked.
  private static final int WALK = 1_000;

  /// Trigrams need as many letters or digits in a row.
  private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]{3}");

  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

  /// Codes are digits, mostly; letters alone are not looked for in them while walking.
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  private static final String WALKED =
      """
      SELECT p.id, p.sku FROM (
        SELECT id, sku, name FROM product WHERE sku > ? ORDER BY sku LIMIT %d) p
       WHERE p.name ILIKE ? OR p.name ILIKE ? OR p.sku ILIKE ?
       ORDER BY p.sku LIMIT ?"""
          .formatted(WALK);

  private static final String WALKED_WITH_CODES =
      """
      WITH walked AS MATERIALIZED (
        SELECT id, sku, name FROM product WHERE sku > ? ORDER BY sku LIMIT %d)
      SELECT w.id, w.sku FROM walked w
       WHERE w.name ILIKE ? OR w.name ILIKE ? OR w.sku ILIKE ?
       UNION
      SELECT w.id, w.sku FROM walked w JOIN barcode b ON b.product_id = w.id AND b.code LIKE ?
       ORDER BY sku LIMIT ?"""
          .formatted(WALK);

  /// The SKU is taken along, because a join back to the products would be planned as if a third of
  /// them were found.
  private static final String INDEXED =
      """
      WITH hit AS MATERIALIZED (
        SELECT id, sku FROM product WHERE name ILIKE ? OR name ILIKE ? OR sku ILIKE ?
        %s)
      SELECT id, sku FROM hit WHERE sku > ? ORDER BY sku LIMIT ?""";

  private static final String CODES =
      """
      UNION SELECT b.product_id, (SELECT p.sku FROM product p WHERE p.id = b.product_id)
              FROM barcode b WHERE b.code LIKE ?""";

  private static final String LINES =
      """
      SELECT p.sku, p.name, p.unit, p.category,
             coalesce(sum(i.quantity), 0)::bigint, coalesce(sum(i.available_quantity), 0)::bigint
        FROM product p
        LEFT JOIN warehouse w ON w.code = ANY (?)
        LEFT JOIN inventory i ON i.warehouse_id = w.id AND i.product_id = p.id
       WHERE p.id = ANY (?)
       GROUP BY p.id ORDER BY p.sku""";

  private final Database database;

  public SearchQueries(Database database) {
    this.database = database;
  }

  /// A product that was found.
  ///
  /// @param quantity on hand in the warehouses that may be seen
  /// @param available there
  public record ProductHit(
      String sku, String name, String unit, String category, long quantity, long available) {}

  /// Those with `text` somewhere in the name, the SKU or a barcode; a text of one or two letters
  /// stands for the beginning of a word.
  public Page<ProductHit> products(Scope scope, String text, int limit, Optional<String> after) {
    if (!LETTER.matcher(text).find()) {
      throw new InvalidValue("invalid_text", "text has no letter or digit; give a part of a name");
    }
    String from = after.map(cursor -> Cursor.parts("found", 1, cursor).getFirst()).orElse("");
    return Bounded.ask(
        database,
        dsl -> {
          List<? extends Record> found = find(dsl, text, from, limit + 1);
          Page<? extends Record> page =
              Page.cut(found, limit, last -> Cursor.of("found", last.get("sku", String.class)));
          return new Page<>(lines(dsl, scope, page.items()), page.next());
        });
  }

  private static List<? extends Record> find(DSLContext dsl, String text, String from, int most) {
    String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    boolean codes = DIGIT.matcher(text).find();
    boolean part = PART.matcher(text).find();
    String name = part ? "%" + escaped + "%" : escaped + "%";
    String word = part ? name : "% " + escaped + "%";
    List<? extends Record> walked =
        codes
            ? dsl.fetch(WALKED_WITH_CODES, from, name, word, name, name, most)
            : dsl.fetch(WALKED, from, name, word, name, most);
    if (walked.size() == most) {
      return walked;
    }
    dsl.execute("SET LOCAL enable_seqscan = off");
    return codes
        ? dsl.fetch(INDEXED.formatted(CODES), name, word, name, name, from, most)
        : dsl.fetch(INDEXED.formatted(""), name, word, name, from, most);
  }

  private static List<ProductHit> lines(DSLContext dsl, Scope scope, List<? extends Record> found) {
    Integer[] ids = found.stream().map(row -> row.get("id", Integer.class)).toArray(Integer[]::new);
    return dsl.fetch(LINES, scope.codes(), ids)
        .map(
            row ->
                new ProductHit(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, long.class),
                    row.get(5, long.class)));
  }
}
