-- What comes in: purchase orders, what suppliers announce, receipts and returns, and where goods are put.

-- Purchase orders --------------------------------------------------------------------------------------

-- The supplier as the order names it, and who that is here when we deal with them. Blind: those who
-- receive are not told how much is expected.
ALTER TABLE purchase_order
  ALTER COLUMN supplier SET DEFAULT '',
  DROP CONSTRAINT purchase_order_state_check,
  ADD CONSTRAINT purchase_order_state_check CHECK (state IN ('open', 'closed', 'cancelled')),
  ADD COLUMN supplier_id integer     REFERENCES supplier,
  ADD COLUMN blind       boolean     NOT NULL DEFAULT false,
  ADD COLUMN reason      text        NOT NULL DEFAULT '',
  ADD COLUMN version     bigint      NOT NULL DEFAULT 1,
  ADD COLUMN made_at     timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN made_by     text        NOT NULL DEFAULT '',
  ADD COLUMN ended_at    timestamptz,
  ADD COLUMN ended_by    text;
CREATE INDEX purchase_order_expected ON purchase_order (warehouse_id, expected_on, number)
  WHERE state = 'open';

-- A line that is closed short waits for nothing more. What a supervisor has allowed beyond the tolerance
-- is in base units. Outstanding is what is still to come: the one figure for "on order".
ALTER TABLE purchase_order_line
  ADD COLUMN over_allowed bigint  NOT NULL DEFAULT 0 CHECK (over_allowed >= 0),
  ADD COLUMN allowed_by   text    NOT NULL DEFAULT '',
  ADD COLUMN closed       boolean NOT NULL DEFAULT false,
  ADD COLUMN reason       text    NOT NULL DEFAULT '',
  ADD COLUMN outstanding  bigint  NOT NULL GENERATED ALWAYS AS
    (CASE WHEN closed THEN 0 ELSE greatest(ordered - received, 0) END) STORED;
CREATE INDEX purchase_order_line_product ON purchase_order_line (product_id);

-- Advance shipping notices -----------------------------------------------------------------------------

CREATE TABLE asn (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id   integer     NOT NULL REFERENCES warehouse,
  number         text        NOT NULL UNIQUE COLLATE "C" CHECK (number <> ''),
  supplier_id    integer     NOT NULL REFERENCES supplier,
  purchase_order text        NOT NULL DEFAULT '' COLLATE "C",
  state          text        NOT NULL DEFAULT 'announced'
    CHECK (state IN ('announced', 'arriving', 'received', 'closed', 'cancelled')),
  expected_on    date,
  blind          boolean     NOT NULL DEFAULT false,
  reason         text        NOT NULL DEFAULT '',
  version        bigint      NOT NULL DEFAULT 1,
  made_at        timestamptz NOT NULL,
  made_by        text        NOT NULL,
  ended_at       timestamptz,
  ended_by       text
);
CREATE INDEX asn_expected ON asn (warehouse_id, expected_on, number)
  WHERE state IN ('announced', 'arriving');

-- What is in it: the content of a handling unit, or loose goods (no handling unit). The lot is the serial
-- number of goods that are kept by piece.
CREATE TABLE asn_line (
  asn_id        bigint  NOT NULL REFERENCES asn,
  line          integer NOT NULL,
  handling_unit text    NOT NULL DEFAULT '' COLLATE "C",
  product_id    integer NOT NULL REFERENCES product,
  lot           text    NOT NULL DEFAULT '' COLLATE "C",
  expires_on    date,
  announced     bigint  NOT NULL CHECK (announced > 0),
  received      bigint  NOT NULL DEFAULT 0 CHECK (received >= 0),
  PRIMARY KEY (asn_id, line)
);
CREATE INDEX asn_line_handling_unit ON asn_line (handling_unit) WHERE handling_unit <> '';

-- Receipts and returns ---------------------------------------------------------------------------------

-- One delivery taken in: against an order, an ASN, or unannounced; or what a customer brought back.
CREATE TABLE receipt (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id   integer     NOT NULL REFERENCES warehouse,
  number         text        NOT NULL UNIQUE COLLATE "C" CHECK (number <> ''),
  kind           text        NOT NULL CHECK (kind IN ('order', 'asn', 'unannounced', 'return')),
  state          text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  purchase_order text        NOT NULL DEFAULT '' COLLATE "C",
  asn            text        NOT NULL DEFAULT '' COLLATE "C",
  party          text        NOT NULL DEFAULT '' COLLATE "C",
  location       text        NOT NULL COLLATE "C",
  blind          boolean     NOT NULL DEFAULT false,
  version        bigint      NOT NULL DEFAULT 1,
  opened_at      timestamptz NOT NULL,
  opened_by      text        NOT NULL,
  closed_at      timestamptz,
  closed_by      text,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL))
);
CREATE INDEX receipt_asn ON receipt (asn) WHERE asn <> '';
CREATE INDEX receipt_list ON receipt (warehouse_id, id);

CREATE SEQUENCE receipt_number;

-- What was taken in, one row for each time. One that was wrong is taken back, not deleted.
CREATE TABLE receipt_line (
  receipt_id    bigint      NOT NULL REFERENCES receipt,
  line          integer     NOT NULL,
  product_id    integer     NOT NULL REFERENCES product,
  quantity      bigint      NOT NULL CHECK (quantity > 0),
  lot           text        NOT NULL DEFAULT '' COLLATE "C",
  expires_on    date,
  handling_unit text        NOT NULL DEFAULT '' COLLATE "C",
  condition     text        NOT NULL COLLATE "C",
  location      text        NOT NULL COLLATE "C",
  reason        text        NOT NULL DEFAULT '',
  received_at   timestamptz NOT NULL,
  received_by   text        NOT NULL,
  command_id    uuid        NOT NULL,
  taken_back_at timestamptz,
  taken_back_by text,
  PRIMARY KEY (receipt_id, line),
  CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL))
);

-- Put-away ---------------------------------------------------------------------------------------------

-- What a put-away task must know besides: which goods exactly, why that bin, how much lies there already,
-- and the order that waits for the goods when they go to the shipping lane instead.
CREATE TABLE put_away (
  task_id   bigint  PRIMARY KEY REFERENCES task,
  condition text    NOT NULL DEFAULT 'available' COLLATE "C",
  done      bigint  NOT NULL DEFAULT 0 CHECK (done >= 0),
  reasons   text[]  NOT NULL DEFAULT '{}',
  redirected_by  text NOT NULL DEFAULT '',
  redirected_for text NOT NULL DEFAULT '',
  for_order      text NOT NULL DEFAULT '' COLLATE "C"
);
CREATE INDEX put_away_order ON put_away (for_order) WHERE for_order <> '';
-- What is on its way to a place.
CREATE INDEX task_to_place ON task (warehouse_id, to_place) WHERE state IN ('open', 'leased');

INSERT INTO reason (code, name, used_for) VALUES
  ('not_delivered', 'Supplier did not deliver', '{cancel,short_close}'),
  ('quality', 'Failed the inspection', '{quality,return}'),
  ('recall', 'Recalled', '{quality}'),
  ('inspected', 'Inspected', '{quality}'),
  ('more_sent', 'Supplier sent more', '{over_receipt}');
UPDATE reason SET used_for = used_for || '{short_close,quality,over_receipt}' WHERE code = 'other';
UPDATE reason SET used_for = used_for || '{short_close}' WHERE code IN ('wrong', 'unwanted');
UPDATE reason SET used_for = used_for || '{quality}' WHERE code IN ('damage', 'damaged', 'expired');
