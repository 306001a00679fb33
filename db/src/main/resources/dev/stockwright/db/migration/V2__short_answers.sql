-- Most commands are one movement, and that row says everything that their answer says. Such a command
-- keeps the number of the movement instead of the answer's text (docs/decisions/0013).
ALTER TABLE command
  ALTER COLUMN answer DROP NOT NULL,
  ADD COLUMN warehouse_id integer,
  ADD COLUMN n bigint,
  ADD CONSTRAINT answered_once CHECK (
    (answer IS NULL) = (n IS NOT NULL) AND (n IS NULL) = (warehouse_id IS NULL));

-- Every command with the text of its answer. The text is NULL only where the movement is missing.
CREATE VIEW answered_command AS
SELECT c.id, c.device, c.sequence, c.content_hash, c.recorded_at,
       CASE WHEN c.answer IS NOT NULL THEN c.answer
            ELSE '{"status":"accepted","id":"' || c.id::text || '","changes":[{"warehouse":'
                 || to_json(w.code)::text || ',"sku":' || to_json(p.sku)::text
                 || ',"old_quantity":' || m.level_before || ',"new_quantity":' || m.level_after
                 || ',"first_n":' || m.n || ',"last_n":' || m.n || '}]}' END AS answer
  FROM command c
  LEFT JOIN movement m ON m.warehouse_id = c.warehouse_id AND m.n = c.n
  LEFT JOIN product p ON p.id = m.product_id
  LEFT JOIN warehouse w ON w.id = m.warehouse_id;
