-- A correction that its author has undone: its movements are reversed, and it counts in no figure.
ALTER TABLE adjustment DROP CONSTRAINT adjustment_state_check;
ALTER TABLE adjustment ADD CONSTRAINT adjustment_state_check
  CHECK (state IN ('waiting', 'applied', 'rejected', 'undone'));
