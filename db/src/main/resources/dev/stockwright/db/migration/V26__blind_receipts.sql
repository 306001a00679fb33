-- Goods that came without a document are matched with the order they came for later.

-- How many of a receipt's line were for which order. What belongs to a line that was taken back counts no more.
CREATE TABLE receipt_match (
  receipt_id        bigint      NOT NULL,
  line              integer     NOT NULL,
  purchase_order_id integer     NOT NULL REFERENCES purchase_order,
  command_id        uuid        NOT NULL,
  quantity          bigint      NOT NULL CHECK (quantity > 0),
  matched_at        timestamptz NOT NULL,
  matched_by        text        NOT NULL,
  PRIMARY KEY (receipt_id, line, purchase_order_id, command_id),
  FOREIGN KEY (receipt_id, line) REFERENCES receipt_line
);
CREATE INDEX receipt_match_order ON receipt_match (purchase_order_id);

-- Which receipt a command's goods stand in.
CREATE INDEX receipt_line_command ON receipt_line (command_id);
CREATE INDEX receipt_unannounced ON receipt (warehouse_id, id) WHERE kind = 'unannounced';
-- What came from suppliers (location 1) and names no document, newest first.
CREATE INDEX movement_without_document ON movement (warehouse_id, n)
  WHERE from_location_id = 1 AND reference IS NULL;
