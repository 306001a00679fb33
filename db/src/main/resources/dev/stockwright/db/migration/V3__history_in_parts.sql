-- The history of a product is indexed in parts of 16384 numbers of its warehouse. What is written falls
-- into the newest part, a few pages that stay in memory, instead of all over an index that grows for
-- ever; a question looks into one part after the other, newest first (docs/decisions/0016).
DROP INDEX movement_history;
CREATE INDEX movement_history ON movement (warehouse_id, ((n >> 14)::integer), product_id, n);
