-- What the work of a warehouse stands on: more about places and products, who we deal with, tasks.

-- Promises ---------------------------------------------------------------------------------------------

-- Goods that leave for an order are promised no longer, down to nothing.
ALTER TABLE reservation
  DROP CONSTRAINT reservation_state_check,
  ADD CONSTRAINT reservation_state_check
    CHECK (state IN ('placed', 'committed', 'released', 'expired', 'shipped'));
ALTER TABLE reservation_line
  DROP CONSTRAINT reservation_line_quantity_check,
  ADD CONSTRAINT reservation_line_quantity_check CHECK (quantity >= 0);

-- Sites ------------------------------------------------------------------------------------------------

ALTER TABLE warehouse
  ADD COLUMN kind    text    NOT NULL DEFAULT 'warehouse' CHECK (kind IN ('warehouse', 'store')),
  ADD COLUMN active  boolean NOT NULL DEFAULT true,
  ADD COLUMN version bigint  NOT NULL DEFAULT 1;

CREATE TABLE zone (
  warehouse_id integer NOT NULL REFERENCES warehouse,
  code         text    NOT NULL COLLATE "C" CHECK (code <> ''),
  name         text    NOT NULL,
  active       boolean NOT NULL DEFAULT true,
  version      bigint  NOT NULL DEFAULT 1,
  PRIMARY KEY (warehouse_id, code)
);

-- Coordinates in millimetres from the site's corner; capacities of what may lie there at once, absent:
-- no limit. A cart is what a picker puts goods on; packing is a bench.
ALTER TABLE location
  DROP CONSTRAINT location_kind_check,
  ADD CONSTRAINT location_kind_check
    CHECK (kind IN ('bin', 'dock', 'staging', 'cart', 'packing', 'virtual')),
  ADD COLUMN x_mm           integer NOT NULL DEFAULT 0,
  ADD COLUMN y_mm           integer NOT NULL DEFAULT 0,
  ADD COLUMN z_mm           integer NOT NULL DEFAULT 0,
  ADD COLUMN pick_sequence  integer NOT NULL DEFAULT 0,
  ADD COLUMN pick_face      boolean NOT NULL DEFAULT false,
  ADD COLUMN capacity_units bigint CHECK (capacity_units > 0),
  ADD COLUMN capacity_grams bigint CHECK (capacity_grams > 0),
  ADD COLUMN capacity_ml    bigint CHECK (capacity_ml > 0),
  ADD COLUMN mixing         text    NOT NULL DEFAULT 'any'
    CHECK (mixing IN ('any', 'one_product', 'one_lot')),
  ADD COLUMN locked_in      boolean NOT NULL DEFAULT false,
  ADD COLUMN locked_out     boolean NOT NULL DEFAULT false,
  ADD COLUMN lock_reason    text    NOT NULL DEFAULT '',
  ADD COLUMN active         boolean NOT NULL DEFAULT true,
  ADD COLUMN version        bigint  NOT NULL DEFAULT 1;
CREATE INDEX location_zone ON location (warehouse_id, zone, pick_sequence);

-- Products ---------------------------------------------------------------------------------------------

-- Money in the smallest unit of the house's currency, for one base unit of the product. The class says
-- how often it is counted. Handling rules are words such as cold, fragile, hazard.
ALTER TABLE product
  ADD COLUMN category        text     NOT NULL DEFAULT '',
  ADD COLUMN unit_cost       bigint   NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  ADD COLUMN unit_grams      bigint   NOT NULL DEFAULT 0 CHECK (unit_grams >= 0),
  ADD COLUMN unit_ml         bigint   NOT NULL DEFAULT 0 CHECK (unit_ml >= 0),
  ADD COLUMN expiry_tracked  boolean  NOT NULL DEFAULT false,
  ADD COLUMN days_left_min   integer  NOT NULL DEFAULT 0 CHECK (days_left_min >= 0),
  ADD COLUMN count_class     text     NOT NULL DEFAULT 'C' CHECK (count_class IN ('A', 'B', 'C')),
  ADD COLUMN handling        text[]   NOT NULL DEFAULT '{}',
  ADD COLUMN preferred_zone  text     NOT NULL DEFAULT '',
  ADD COLUMN active          boolean  NOT NULL DEFAULT true,
  ADD COLUMN version         bigint   NOT NULL DEFAULT 1;
CREATE INDEX product_category ON product (category, sku);

ALTER TABLE barcode
  ADD COLUMN learned_by text,
  ADD COLUMN learned_at timestamptz;

-- Who we deal with -------------------------------------------------------------------------------------

CREATE TABLE supplier (
  id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code      text    NOT NULL UNIQUE COLLATE "C" CHECK (code <> ''),
  name      text    NOT NULL,
  lead_days integer NOT NULL DEFAULT 7 CHECK (lead_days BETWEEN 0 AND 1000),
  mail      text    NOT NULL DEFAULT '',
  active    boolean NOT NULL DEFAULT true,
  version   bigint  NOT NULL DEFAULT 1
);

CREATE TABLE customer (
  id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code    text    NOT NULL UNIQUE COLLATE "C" CHECK (code <> ''),
  name    text    NOT NULL,
  address text    NOT NULL DEFAULT '',
  active  boolean NOT NULL DEFAULT true,
  version bigint  NOT NULL DEFAULT 1
);

-- Why something was done. What it may be used for is a list of words: adjust, scrap, short_pick, skip,
-- redirect, return, lock, damage, count, transfer, cancel.
CREATE TABLE reason (
  code    text    PRIMARY KEY COLLATE "C" CHECK (code <> ''),
  name    text    NOT NULL,
  used_for text[] NOT NULL DEFAULT '{}',
  active  boolean NOT NULL DEFAULT true,
  version bigint  NOT NULL DEFAULT 1
);
INSERT INTO reason (code, name, used_for) VALUES
  ('count', 'Counted', '{adjust,count}'),
  ('damage', 'Damaged', '{adjust,scrap,damage,short_pick,return,transfer}'),
  ('damaged', 'Damaged', '{adjust,scrap,damage,short_pick,return,transfer}'),
  ('expired', 'Expired', '{adjust,scrap}'),
  ('found', 'Found', '{adjust}'),
  ('lost', 'Lost', '{adjust,short_pick,transfer}'),
  ('theft', 'Stolen', '{adjust}'),
  ('scrap', 'Scrapped', '{adjust,scrap}'),
  ('empty', 'Nothing there', '{short_pick}'),
  ('blocked', 'Cannot be reached', '{skip,redirect,short_pick,lock}'),
  ('full', 'Bin is full', '{redirect,skip}'),
  ('unwanted', 'Not wanted', '{return,cancel}'),
  ('wrong', 'Wrong goods', '{return,cancel}'),
  ('other', 'Other', '{adjust,scrap,short_pick,skip,redirect,return,lock,damage,count,transfer,cancel}');

-- What can be set for a warehouse, or for all (warehouse 0), by name.
CREATE TABLE setting (
  warehouse_id integer NOT NULL DEFAULT 0,
  name         text    NOT NULL COLLATE "C",
  value        text    NOT NULL,
  changed_at   timestamptz NOT NULL DEFAULT 'epoch',
  changed_by   text    NOT NULL DEFAULT '',
  PRIMARY KEY (warehouse_id, name)
);

-- Tasks ------------------------------------------------------------------------------------------------

-- Work that waits for somebody. A lease that nobody keeps ends by itself: whoever asks next finds it
-- open again.
CREATE TABLE task (
  id            bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  warehouse_id  integer     NOT NULL REFERENCES warehouse,
  number        text        NOT NULL COLLATE "C",
  kind          text        NOT NULL CHECK (kind IN ('receive', 'put_away', 'pick', 'replenish', 'count',
                                                     'zero_check', 'pack', 'load', 'transfer', 'check')),
  state         text        NOT NULL DEFAULT 'open'
    CHECK (state IN ('open', 'leased', 'done', 'cancelled')),
  priority      smallint    NOT NULL DEFAULT 50 CHECK (priority BETWEEN 0 AND 100),
  zone          text        NOT NULL DEFAULT '',
  place         text        NOT NULL DEFAULT '' COLLATE "C",
  to_place      text        NOT NULL DEFAULT '' COLLATE "C",
  sequence      integer     NOT NULL DEFAULT 0,
  document      text        NOT NULL DEFAULT '',
  reference     text        NOT NULL DEFAULT '' COLLATE "C",
  line          integer     NOT NULL DEFAULT 0,
  product_id    integer     REFERENCES product,
  quantity      bigint      NOT NULL DEFAULT 0 CHECK (quantity >= 0),
  lot           text        NOT NULL DEFAULT '' COLLATE "C",
  handling_unit text        NOT NULL DEFAULT '' COLLATE "C",
  not_for       text        NOT NULL DEFAULT '',
  only_for      text        NOT NULL DEFAULT '',
  due_at        timestamptz,
  made_at       timestamptz NOT NULL,
  leased_to     text,
  leased_on     text,
  lease_until   timestamptz,
  ended_at      timestamptz,
  ended_by      text,
  UNIQUE (warehouse_id, number),
  CHECK ((state = 'leased') = (leased_to IS NOT NULL AND lease_until IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX task_waiting ON task (warehouse_id, priority, id) WHERE state IN ('open', 'leased');
CREATE INDEX task_document ON task (warehouse_id, document, reference);

-- Who has put it aside for now.
CREATE TABLE task_skip (
  task_id  bigint      NOT NULL REFERENCES task,
  operator text        NOT NULL,
  at       timestamptz NOT NULL,
  reason   text        NOT NULL,
  PRIMARY KEY (task_id, operator)
);

-- Handling units ---------------------------------------------------------------------------------------

-- What moves as one: a pallet, a carton, a tote. What is in it and where it is, the balances say. Its code
-- is an SSCC of 18 digits or a licence plate of our own.
CREATE TABLE handling_unit (
  code         text        PRIMARY KEY COLLATE "C" CHECK (code <> ''),
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  kind         text        NOT NULL DEFAULT 'carton' CHECK (kind IN ('pallet', 'carton', 'tote')),
  state        text        NOT NULL DEFAULT 'open'
    CHECK (state IN ('announced', 'open', 'closed', 'loaded', 'shipped', 'in_transit', 'gone')),
  document     text        NOT NULL DEFAULT '',
  reference    text        NOT NULL DEFAULT '' COLLATE "C",
  made_at      timestamptz NOT NULL,
  grams        bigint      CHECK (grams >= 0)
);
CREATE INDEX handling_unit_document ON handling_unit (document, reference);
CREATE INDEX balance_handling_unit ON balance (warehouse_id, handling_unit) WHERE handling_unit <> '';

-- The serial references that SSCCs of our own are made from; the prefix is the company's (GS1 General
-- Specifications, section 2.2.1).
CREATE SEQUENCE sscc_serial;
