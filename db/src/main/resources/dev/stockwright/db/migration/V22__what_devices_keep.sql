-- Devices keep all products, and ask only for those that changed since they asked last. A row says that a
-- transaction changed a product or its barcodes. Transactions end in another order than they begin, so a
-- device goes on from the oldest one that was still under way when it asked: what it has seen may come
-- again, nothing is passed over. A log and no column, because two that teach barcodes of one product must
-- not wait for each other; without a foreign key, since products are never removed.
CREATE TABLE product_change (
  changed    bigint  NOT NULL,
  product_id integer NOT NULL,
  PRIMARY KEY (changed, product_id)
);

CREATE FUNCTION note_product_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO product_change (changed, product_id)
  SELECT DISTINCT pg_current_xact_id()::text::bigint, id FROM touched
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION note_barcode_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO product_change (changed, product_id)
  SELECT DISTINCT pg_current_xact_id()::text::bigint, product_id FROM touched
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER product_made AFTER INSERT ON product
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_product_change();
CREATE TRIGGER product_changed AFTER UPDATE ON product
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_product_change();
CREATE TRIGGER barcode_made AFTER INSERT ON barcode
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_barcode_change();
CREATE TRIGGER barcode_left AFTER UPDATE ON barcode
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_barcode_change();
CREATE TRIGGER barcode_changed AFTER UPDATE ON barcode
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_barcode_change();
CREATE TRIGGER barcode_removed AFTER DELETE ON barcode
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_barcode_change();
