-- A correction that its author has undone: its movements are reversed. It still counts in what one
-- person may correct alone, so that nobody corrects and undoes past the limit.
ALTER TABLE adjustment DROP CONSTRAINT adjustment_state_check;
ALTER TABLE adjustment ADD CONSTRAINT adjustment_state_check
  CHECK (state IN ('waiting', 'applied', 'rejected', 'undone'));
DROP INDEX adjustment_own;
CREATE INDEX adjustment_own ON adjustment (proposed_by, warehouse_id, product_id, proposed_at)
  WHERE state IN ('applied', 'undone') AND NOT needs_approval;
