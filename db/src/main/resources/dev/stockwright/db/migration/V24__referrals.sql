-- Refused work that somebody has referred to a supervisor, known by the id of the refused command. Once settled it
-- stays so: recorded under an id of its own that follows from this one, or rejected with a reason.
CREATE TABLE referral (
  refused      uuid        PRIMARY KEY,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  kind         text        NOT NULL CHECK (kind <> ''),
  told         text        NOT NULL CHECK (told <> ''),
  code         text        NOT NULL,
  sentence     text        NOT NULL,
  device       text        NOT NULL COLLATE "C",
  worked_by    text        NOT NULL,
  happened_at  timestamptz,
  referred_by  text        NOT NULL,
  referred_at  timestamptz NOT NULL,
  note         text        NOT NULL DEFAULT '',
  state        text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'recorded', 'rejected')),
  settled_at   timestamptz,
  settled_by   text,
  reason       text        NOT NULL DEFAULT '',
  recorded_as  uuid        UNIQUE,
  CHECK ((state = 'waiting') = (settled_at IS NULL)),
  CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
  CHECK ((state = 'recorded') = (recorded_as IS NOT NULL)),
  CHECK ((state = 'rejected') = (reason <> '')),
  CONSTRAINT another_person_settles CHECK (settled_by <> worked_by)
);
CREATE INDEX referral_warehouse ON referral (warehouse_id, referred_at, refused);
CREATE INDEX referral_waiting ON referral (warehouse_id, referred_at) WHERE state = 'waiting';

-- Scans that did not belong to the work. Nothing was done with them.
CREATE TABLE mismatch (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  activity     text        NOT NULL CHECK (activity <> ''),
  document     text        NOT NULL DEFAULT '',
  mistaken     text        NOT NULL CHECK (mistaken <> ''),
  expected     text        NOT NULL CHECK (expected <> ''),
  scanned      text        NOT NULL CHECK (scanned <> ''),
  device       text        NOT NULL COLLATE "C",
  noted_by     text        NOT NULL,
  happened_at  timestamptz NOT NULL,
  noted_at     timestamptz NOT NULL
);
CREATE INDEX mismatch_warehouse ON mismatch (warehouse_id, id);
