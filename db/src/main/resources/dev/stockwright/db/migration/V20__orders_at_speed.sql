-- What an order costs when it is promised and confirmed (docs/decisions/0022).

-- A promise lapses as a whole, so that only its head says when; its lines say whether they hold. So a
-- confirmation changes one row and no line.
CREATE INDEX reservation_expiry ON reservation (expires_at) WHERE state = 'placed';
CREATE OR REPLACE VIEW inventory AS
SELECT l.product_id,
       l.warehouse_id,
       l.on_hand AS quantity,
       l.reserved - lapsed.quantity AS reserved_quantity,
       l.on_hand - l.reserved + lapsed.quantity - l.blocked AS available_quantity,
       l.blocked AS blocked_quantity,
       l.updated_at AS last_updated,
       l.n AS version,
       l.low_at AS minimum_quantity
  FROM stock_level l
 CROSS JOIN LATERAL (
   SELECT coalesce(sum(r.quantity), 0)::bigint AS quantity
     FROM reservation_line r
     JOIN reservation p ON p.id = r.reservation_id AND p.state = 'placed' AND p.expires_at <= now()
    WHERE r.open AND r.warehouse_id = l.warehouse_id AND r.product_id = l.product_id) lapsed;
ALTER TABLE reservation_line DROP COLUMN expires_at;

-- As with movements and balances (0005): the desk writes ids that it has just read or made, none of what
-- they name is ever deleted (below), and the ledger's verification looks for strays. A foreign key
-- would look up, lock and write anew the row of the warehouse and of every product of every order.
ALTER TABLE reservation_line DROP CONSTRAINT reservation_line_reservation_id_fkey;
ALTER TABLE sales_order
  DROP CONSTRAINT sales_order_warehouse_id_fkey,
  DROP CONSTRAINT sales_order_customer_id_fkey;
ALTER TABLE sales_order_line
  DROP CONSTRAINT sales_order_line_order_id_fkey,
  DROP CONSTRAINT sales_order_line_product_id_fkey;
ALTER TABLE sales_order_history DROP CONSTRAINT sales_order_history_order_id_fkey;

CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never deleted and keep their id', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER warehouse_stays BEFORE DELETE ON warehouse FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER warehouse_keeps_id BEFORE UPDATE OF id ON warehouse
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION stays();
CREATE TRIGGER product_stays BEFORE DELETE ON product FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER product_keeps_id BEFORE UPDATE OF id ON product
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION stays();
CREATE TRIGGER customer_stays BEFORE DELETE ON customer FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER customer_keeps_id BEFORE UPDATE OF id ON customer
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION stays();
CREATE TRIGGER sales_order_stays BEFORE DELETE ON sales_order
  FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER sales_order_keeps_id BEFORE UPDATE OF id ON sales_order
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION stays();
CREATE TRIGGER reservation_stays BEFORE DELETE ON reservation
  FOR EACH ROW EXECUTE FUNCTION stays();
CREATE TRIGGER reservation_keeps_id BEFORE UPDATE OF id ON reservation
  FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION stays();

-- Nothing asks by these: who waits for a product is found by what is back-ordered, an order by its state
-- without its priority. Every order would still be written into them, most of them twice.
DROP INDEX sales_order_line_product;
DROP INDEX sales_order_state;

-- A line of the history is only ever looked for with its order.
DROP INDEX sales_order_history_order;
ALTER TABLE sales_order_history
  DROP CONSTRAINT sales_order_history_pkey,
  ADD PRIMARY KEY (order_id, id);

-- How well orders were filled is asked for whole periods, and orders are wanted about in the order in
-- which they were placed: a summary of each part of the table finds them.
DROP INDEX sales_order_wanted;
CREATE INDEX sales_order_wanted ON sales_order USING brin ((coalesce(ship_by, placed_at)))
  WITH (pages_per_range = 32, autosummarize = on);

-- Only orders that have a day are looked for by it.
DROP INDEX sales_order_ship_by;
CREATE INDEX sales_order_ship_by ON sales_order (warehouse_id, ship_by, id)
  WHERE state IN ('committed', 'picking', 'picked', 'packed') AND ship_by IS NOT NULL;
