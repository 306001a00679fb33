-- What the questions stand on: what goods cost, promises by product, traces, search by a part of a name.

-- What goods are worth -----------------------------------------------------------------------------------

-- The value of what is on hand, at the moving average of what it cost (docs/workflows/questions.md), in
-- the smallest unit of the house's currency.
ALTER TABLE stock_level
  ADD COLUMN value bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT nothing_is_worth_nothing CHECK (value >= 0 AND (on_hand > 0 OR value = 0));

-- What one unit of the goods that moved cost, and what the product's stock in the warehouse was worth
-- after it. Both are absent where nothing is known of what the product costs.
ALTER TABLE movement
  ADD COLUMN unit_cost   bigint,
  ADD COLUMN value_after bigint,
  ADD CONSTRAINT cost_with_value CHECK ((unit_cost IS NULL) = (value_after IS NULL));

-- Moves on whenever the cost of a product changes: a desk that remembers stock reads it again then.
CREATE TABLE product_cost_version (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  version  bigint  NOT NULL DEFAULT 1
) WITH (fillfactor = 10);
INSERT INTO product_cost_version DEFAULT VALUES;

CREATE FUNCTION cost_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM was JOIN now_is USING (id) WHERE was.unit_cost <> now_is.unit_cost) THEN
    UPDATE product_cost_version SET version = version + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_cost_changed AFTER UPDATE ON product
  REFERENCING OLD TABLE AS was NEW TABLE AS now_is
  FOR EACH STATEMENT EXECUTE FUNCTION cost_changed();

-- The past -----------------------------------------------------------------------------------------------

-- What of a product was promised after each event that changed its promises, in parts like the movements
-- (V3), so that the past of one product is not searched for in the texts of all events.
CREATE TABLE promised_level (
  warehouse_id integer NOT NULL,
  product_id   integer NOT NULL,
  n            bigint  NOT NULL,
  reserved     bigint  NOT NULL
);
INSERT INTO promised_level (warehouse_id, product_id, n, reserved)
SELECT h.warehouse_id, p.id, h.n, (level ->> 'reserved')::bigint
  FROM happening h
 CROSS JOIN LATERAL jsonb_array_elements(
   CASE WHEN jsonb_typeof(h.body::jsonb -> 'levels') = 'array' THEN h.body::jsonb -> 'levels'
        ELSE '[]'::jsonb END) level
  JOIN product p ON p.sku = level ->> 'sku'
 ORDER BY 1, 3;
CREATE INDEX promised_level_history
  ON promised_level (warehouse_id, ((n >> 14)::integer), product_id, n);

-- Told more than a minute after it happened: what the books learned late. Those of more than a day are
-- few and stand apart, so that nobody has to look through the rest for them.
CREATE INDEX movement_late ON movement (warehouse_id, product_id, occurred_at)
  WHERE recorded_at - occurred_at > interval '1 minute'
    AND recorded_at - occurred_at <= interval '1 day';
CREATE INDEX movement_very_late ON movement (warehouse_id, product_id, occurred_at)
  WHERE recorded_at - occurred_at > interval '1 day';

-- Traces. Most goods have neither lot nor handling unit and stand in neither index.
CREATE INDEX movement_lot ON movement (lot, product_id, recorded_at) WHERE lot <> '';
CREATE INDEX movement_handling_unit ON movement (handling_unit, recorded_at)
  WHERE handling_unit <> '';
CREATE INDEX balance_lot ON balance (lot, product_id) WHERE lot <> '';
CREATE INDEX lot_expiry ON lot (expires_on, product_id, code) WHERE expires_on IS NOT NULL;

-- The last piece went.
CREATE INDEX movement_emptied ON movement (warehouse_id, n) WHERE level_after = 0;

-- A part of a name ---------------------------------------------------------------------------------------

-- Trigrams come with PostgreSQL (Debian: in the package of the server) and need no superuser. What waits
-- to be sorted into an index is looked through by every search, so it is kept small.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX product_name_part ON product USING gin (name gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);
CREATE INDEX product_sku_part ON product USING gin (sku gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);
CREATE INDEX barcode_part ON barcode USING gin (code gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);

-- How well orders were filled ------------------------------------------------------------------------------

CREATE INDEX sales_order_wanted ON sales_order (warehouse_id, (coalesce(ship_by, placed_at)), id);

-- Who counts now, and so must not see what the books say.
CREATE INDEX count_bin_counter ON count_bin (counter) WHERE state = 'counting';
