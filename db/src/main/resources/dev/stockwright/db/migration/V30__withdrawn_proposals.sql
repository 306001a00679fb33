-- A correction that still waits may be withdrawn by who proposed it: it becomes `undone` although
-- nobody else has decided about it, and has moved nothing.
ALTER TABLE adjustment DROP CONSTRAINT another_person_decides;
ALTER TABLE adjustment ADD CONSTRAINT another_person_decides
  CHECK (NOT needs_approval OR decided_by <> proposed_by
         OR (state = 'undone' AND on_hand_after IS NULL));
