-- Goods between warehouses, corrections that a second person looks at, handling units that carry others.

-- Transfers --------------------------------------------------------------------------------------------

-- How long goods are on their way; where nothing is said the setting transfer.lead_hours holds.
CREATE TABLE transfer_lead (
  from_warehouse_id integer     NOT NULL REFERENCES warehouse,
  to_warehouse_id   integer     NOT NULL REFERENCES warehouse,
  hours             integer     NOT NULL CHECK (hours BETWEEN 0 AND 2400),
  changed_at        timestamptz NOT NULL,
  changed_by        text        NOT NULL,
  PRIMARY KEY (from_warehouse_id, to_warehouse_id),
  CHECK (from_warehouse_id <> to_warehouse_id)
);

-- From the approval to the shipping its stock is promised in the sending warehouse, to the order
-- `transfer:` with its number. Short: nobody expects more, and what is missing is not explained yet;
-- closed: it is.
CREATE TABLE transfer (
  id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number            text        NOT NULL UNIQUE COLLATE "C" CHECK (number <> ''),
  from_warehouse_id integer     NOT NULL REFERENCES warehouse,
  to_warehouse_id   integer     NOT NULL REFERENCES warehouse,
  state             text        NOT NULL DEFAULT 'requested'
    CHECK (state IN ('requested', 'approved', 'packed', 'shipped', 'short', 'received', 'closed',
                     'refused', 'cancelled')),
  remark            text        NOT NULL DEFAULT '',
  needed_by         timestamptz,
  requested_at      timestamptz NOT NULL,
  requested_by      text        NOT NULL,
  approved_at       timestamptz,
  approved_by       text,
  shipped_at        timestamptz,
  shipped_by        text,
  expected_at       timestamptz,
  ended_at          timestamptz,
  version           bigint      NOT NULL DEFAULT 1,
  CHECK (from_warehouse_id <> to_warehouse_id),
  CHECK ((state IN ('approved', 'packed', 'shipped', 'short', 'received', 'closed'))
         <= (approved_at IS NOT NULL AND approved_by IS NOT NULL)),
  CHECK ((state IN ('shipped', 'short', 'received', 'closed'))
         <= (shipped_at IS NOT NULL AND expected_at IS NOT NULL)),
  CHECK ((state IN ('received', 'closed', 'refused', 'cancelled')) = (ended_at IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX transfer_from ON transfer (from_warehouse_id, id);
CREATE INDEX transfer_to ON transfer (to_warehouse_id, id);
CREATE INDEX transfer_expected ON transfer (expected_at, id) WHERE state IN ('shipped', 'short');

-- Base units, each counted from the transfer's beginning. Over: came although nobody sent it; kept: of
-- that so much was accepted.
CREATE TABLE transfer_line (
  transfer_id bigint  NOT NULL REFERENCES transfer,
  line        integer NOT NULL CHECK (line > 0),
  product_id  integer NOT NULL REFERENCES product,
  requested   bigint  NOT NULL CHECK (requested > 0),
  approved    bigint  NOT NULL DEFAULT 0 CHECK (approved BETWEEN 0 AND requested),
  packed      bigint  NOT NULL DEFAULT 0 CHECK (packed BETWEEN 0 AND approved),
  shipped     bigint  NOT NULL DEFAULT 0 CHECK (shipped BETWEEN 0 AND packed),
  good        bigint  NOT NULL DEFAULT 0 CHECK (good >= 0),
  damaged     bigint  NOT NULL DEFAULT 0 CHECK (damaged >= 0),
  explained   bigint  NOT NULL DEFAULT 0 CHECK (explained >= 0),
  over        bigint  NOT NULL DEFAULT 0 CHECK (over >= 0),
  kept        bigint  NOT NULL DEFAULT 0 CHECK (kept BETWEEN 0 AND over),
  in_transit  bigint  NOT NULL GENERATED ALWAYS AS (shipped - good - damaged - explained) STORED,
  PRIMARY KEY (transfer_id, line),
  UNIQUE (transfer_id, product_id),
  CONSTRAINT nothing_arrives_twice CHECK (good + damaged + explained <= shipped)
) WITH (fillfactor = 70);
CREATE INDEX transfer_line_in_transit ON transfer_line (product_id, transfer_id) WHERE in_transit > 0;

-- What was packed: how much of which lot, in which handling unit (empty: loose), standing where. Settled
-- is what has arrived or is explained.
CREATE TABLE transfer_content (
  id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transfer_id   bigint  NOT NULL,
  line          integer NOT NULL,
  lot           text    NOT NULL COLLATE "C",
  handling_unit text    NOT NULL COLLATE "C",
  place         text    NOT NULL COLLATE "C",
  packed        bigint  NOT NULL CHECK (packed > 0),
  shipped       bigint  NOT NULL DEFAULT 0 CHECK (shipped IN (0, packed)),
  settled       bigint  NOT NULL DEFAULT 0 CHECK (settled BETWEEN 0 AND shipped),
  FOREIGN KEY (transfer_id, line) REFERENCES transfer_line,
  UNIQUE (transfer_id, line, lot, handling_unit, place)
) WITH (fillfactor = 70);
CREATE INDEX transfer_content_unit ON transfer_content (handling_unit) WHERE handling_unit <> '';

CREATE TABLE transfer_history (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transfer_id bigint      NOT NULL REFERENCES transfer,
  at          timestamptz NOT NULL,
  author      text        NOT NULL,
  device      text        NOT NULL COLLATE "C",
  command_id  uuid        NOT NULL,
  state       text        NOT NULL,
  detail      text        NOT NULL DEFAULT ''
);
CREATE INDEX transfer_history_transfer ON transfer_history (transfer_id, id);

INSERT INTO reason (code, name, used_for) VALUES ('not_sent', 'Never sent', '{transfer}');

-- Adjustments ------------------------------------------------------------------------------------------

-- A correction of a pile, in base units and in the house's money. What waits has changed nothing yet.
-- Nobody approves their own where approval is needed.
CREATE TABLE adjustment (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number         text        NOT NULL UNIQUE COLLATE "C" CHECK (number <> ''),
  warehouse_id   integer     NOT NULL REFERENCES warehouse,
  product_id     integer     NOT NULL REFERENCES product,
  place          text        NOT NULL COLLATE "C",
  lot            text        NOT NULL COLLATE "C",
  handling_unit  text        NOT NULL COLLATE "C",
  condition      text        NOT NULL COLLATE "C"
    CHECK (condition IN ('available', 'quarantine', 'damaged', 'hold')),
  change         bigint      NOT NULL CHECK (change <> 0),
  reason         text        NOT NULL,
  remark         text        NOT NULL DEFAULT '',
  state          text        NOT NULL CHECK (state IN ('waiting', 'applied', 'rejected')),
  value          bigint      NOT NULL,
  on_hand_before bigint      NOT NULL,
  needs_approval boolean     NOT NULL,
  why            text        NOT NULL DEFAULT '',
  proposed_at    timestamptz NOT NULL,
  proposed_by    text        NOT NULL,
  decided_at     timestamptz,
  decided_by     text,
  decision       text        NOT NULL DEFAULT '',
  on_hand_after  bigint,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT another_person_decides CHECK (NOT needs_approval OR decided_by <> proposed_by)
);
CREATE INDEX adjustment_warehouse ON adjustment (warehouse_id, id);
CREATE INDEX adjustment_waiting ON adjustment (warehouse_id, id) WHERE state = 'waiting';
CREATE INDEX adjustment_own ON adjustment (proposed_by, warehouse_id, product_id, proposed_at)
  WHERE state = 'applied' AND NOT needs_approval;

-- Handling units ---------------------------------------------------------------------------------------

-- What stands on or in another unit moves with it.
CREATE TABLE handling_unit_nest (
  inner_code text PRIMARY KEY REFERENCES handling_unit COLLATE "C",
  outer_code text NOT NULL REFERENCES handling_unit COLLATE "C",
  CHECK (inner_code <> outer_code)
);
CREATE INDEX handling_unit_nest_outer ON handling_unit_nest (outer_code);
