package dev.stockwright.server.orders;

/// The statements for many orders at once ([OrderSheets]).
final class OrderSql {
  /// Each table is looked up by its key for every order, whatever the planner believes of tables
  /// that were empty a moment ago.
  static final String READ =
      """
      SELECT o.number, o.id, w.code, o.state, o.priority, o.expires_at, o.ship_by, o.version
        FROM unnest(?::text[]) AS k(number)
       CROSS JOIN LATERAL (SELECT * FROM sales_order WHERE number = k.number OFFSET 0) o
       CROSS JOIN LATERAL (SELECT code FROM warehouse WHERE id = o.warehouse_id OFFSET 0) w""";

  static final String LINES =
      """
      SELECT o.number, l.line, p.sku, l.ordered, l.back_ordered, l.picked, l.packed, l.shipped
        FROM unnest(?::text[]) AS k(number)
       CROSS JOIN LATERAL (SELECT * FROM sales_order WHERE number = k.number OFFSET 0) o
       CROSS JOIN LATERAL (SELECT * FROM sales_order_line WHERE order_id = o.id OFFSET 0) l
       CROSS JOIN LATERAL (SELECT sku FROM product WHERE id = l.product_id OFFSET 0) p
       ORDER BY o.id, l.line""";

  static final String CUSTOMERS = "SELECT id, code FROM customer WHERE code = ANY(?) AND active";

  /// Arrays of several columns are opened in the list of what is selected, as everywhere where many
  /// statements run: PostgreSQL (at least to 18) steps through them then, whereas `FROM unnest(a,
  /// b,
  /// …)` writes each column down before it gives the first row, which costs more than the rows.
  ///
  /// Heads in the order of the arrays, so that the i-th id is that of the i-th head, to which lines
  /// and history point.
  static final String PLACE =
      """
      WITH o AS (
        INSERT INTO sales_order (warehouse_id, number, kind, customer_id, customer, priority, state,
                                 expires_at, ship_by, attributes, placed_at, placed_by, changed_at,
                                 changed_by, version)
        SELECT k.w, k.number, k.kind, k.customer_id, k.customer, k.priority, k.state,
               timestamptz 'epoch' + k.until * interval '1 microsecond',
               timestamptz 'epoch' + k.ship_by * interval '1 microsecond',
               k.attributes::jsonb, at.at, k.placed_by, at.at, k.changed_by, k.version
          FROM (SELECT unnest(?::int[]) AS i, unnest(?::int[]) AS w, unnest(?::text[]) AS number,
                       unnest(?::text[]) AS kind, unnest(?::int[]) AS customer_id,
                       unnest(?::text[]) AS customer, unnest(?::int[]) AS priority,
                       unnest(?::text[]) AS state, unnest(?::bigint[]) AS until,
                       unnest(?::bigint[]) AS ship_by, unnest(?::text[]) AS attributes,
                       unnest(?::text[]) AS placed_by, unnest(?::text[]) AS changed_by,
                       unnest(?::bigint[]) AS version) k,
               (SELECT timestamptz 'epoch' + ? * interval '1 microsecond' AS at) at
         ORDER BY k.i
        RETURNING id),
      made AS (SELECT array_agg(id ORDER BY id) AS ids FROM o),
      l AS (
        INSERT INTO sales_order_line (order_id, line, product_id, ordered, back_ordered)
        SELECT made.ids[k.i], k.line, k.product, k.ordered, k.back_ordered
          FROM made,
               (SELECT unnest(?::int[]) AS i, unnest(?::int[]) AS line, unnest(?::int[]) AS product,
                       unnest(?::bigint[]) AS ordered, unnest(?::bigint[]) AS back_ordered) k)
      INSERT INTO sales_order_history (order_id, at, author, device, command_id, state, detail)
      SELECT made.ids[k.i], timestamptz 'epoch' + ? * interval '1 microsecond', k.author, k.device,
             k.command::uuid, k.state, k.detail
        FROM made,
             (SELECT unnest(?::int[]) AS i, unnest(?::text[]) AS author, unnest(?::text[]) AS device,
                     unnest(?::text[]) AS command, unnest(?::text[]) AS state,
                     unnest(?::text[]) AS detail) k""";

  static final String KITS =
      """
      INSERT INTO sales_order_kit (order_id, first_line, last_line, product_id, quantity)
      SELECT o.id, k.first_line, k.last_line, p.id, k.quantity
        FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::bigint[])
          AS k(number, sku, first_line, last_line, quantity)
        JOIN sales_order o ON o.number = k.number
        JOIN product p ON p.sku = k.sku""";

  static final String TURN =
      """
      WITH o AS (
        UPDATE sales_order o
           SET state = k.state,
               expires_at = timestamptz 'epoch' + k.until * interval '1 microsecond',
               changed_at = timestamptz 'epoch' + ? * interval '1 microsecond',
               changed_by = k.changed_by, version = k.version
          FROM (SELECT unnest(?::bigint[]) AS id, unnest(?::text[]) AS state,
                       unnest(?::bigint[]) AS until, unnest(?::text[]) AS changed_by,
                       unnest(?::bigint[]) AS version) k
         WHERE o.id = k.id)
      INSERT INTO sales_order_history (order_id, at, author, device, command_id, state, detail)
      SELECT k.id, timestamptz 'epoch' + ? * interval '1 microsecond', k.author, k.device,
             k.command::uuid, k.state, k.detail
        FROM (SELECT unnest(?::bigint[]) AS id, unnest(?::text[]) AS author,
                     unnest(?::text[]) AS device, unnest(?::text[]) AS command,
                     unnest(?::text[]) AS state, unnest(?::text[]) AS detail) k""";

  private OrderSql() {}
}
