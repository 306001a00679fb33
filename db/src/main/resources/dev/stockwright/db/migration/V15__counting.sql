-- Cycle counts, and how what was counted gets into the books every night.

-- Counts -----------------------------------------------------------------------------------------------

-- One task of counting some bins. Where products_only is set, only the count's products are compared and
-- whatever else lies in the bins is left alone. A recount is another round.
CREATE TABLE stock_count (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id  integer     NOT NULL REFERENCES warehouse,
  number        text        NOT NULL COLLATE "C",
  state         text        NOT NULL DEFAULT 'requested'
    CHECK (state IN ('requested', 'counting', 'counted', 'recount', 'review', 'completed', 'cancelled')),
  trigger       text        NOT NULL
    CHECK (trigger IN ('manual', 'class', 'schedule', 'low_stock', 'zero', 'exception')),
  products_only boolean     NOT NULL DEFAULT false,
  round         smallint    NOT NULL DEFAULT 1 CHECK (round > 0),
  only_for      text        NOT NULL DEFAULT '',
  due_on        date,
  requested_by  text        NOT NULL,
  requested_at  timestamptz NOT NULL,
  finished_at   timestamptz,
  ended_at      timestamptz,
  UNIQUE (warehouse_id, number)
) WITH (fillfactor = 70);
CREATE INDEX stock_count_open ON stock_count (warehouse_id, id)
  WHERE state IN ('requested', 'counting', 'counted', 'recount', 'review');

CREATE TABLE count_product (
  count_id   bigint  NOT NULL REFERENCES stock_count,
  product_id integer NOT NULL REFERENCES product,
  PRIMARY KEY (count_id, product_id)
);
CREATE INDEX count_product_product ON count_product (product_id);

-- A bin in a round: who counts it, and the number of the event up to which it was compared.
CREATE TABLE count_bin (
  count_id    bigint      NOT NULL REFERENCES stock_count,
  round       smallint    NOT NULL,
  location_id integer     NOT NULL REFERENCES location,
  state       text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'counting', 'counted')),
  counter     text        NOT NULL DEFAULT '',
  empty       boolean     NOT NULL DEFAULT false,
  started_at  timestamptz,
  closed_at   timestamptz,
  closed_by   text,
  closed_n    bigint,
  PRIMARY KEY (count_id, round, location_id),
  CHECK ((state = 'counted') = (closed_n IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX count_bin_place ON count_bin (location_id, closed_at);

-- What somebody said is there. Goods with a barcode that nobody knows have no product, but their code. A
-- serial number (or the serial of an EPC) is there once, whoever sees it and however.
CREATE TABLE count_entry (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  count_id      bigint      NOT NULL REFERENCES stock_count,
  round         smallint    NOT NULL,
  location_id   integer     NOT NULL,
  product_id    integer     REFERENCES product,
  code          text        NOT NULL DEFAULT '' COLLATE "C",
  lot           text        NOT NULL DEFAULT '' COLLATE "C",
  serial        text        NOT NULL DEFAULT '' COLLATE "C",
  handling_unit text        NOT NULL DEFAULT '' COLLATE "C",
  condition     text        NOT NULL DEFAULT '' COLLATE "C",
  quantity      bigint      NOT NULL CHECK (quantity >= 0),
  radio         boolean     NOT NULL DEFAULT false,
  void          boolean     NOT NULL DEFAULT false,
  counted_by    text        NOT NULL,
  device        text        NOT NULL COLLATE "C",
  seen_n        bigint      NOT NULL,
  counted_at    timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  command_id    uuid        NOT NULL
);
CREATE UNIQUE INDEX count_entry_single
  ON count_entry (count_id, round, location_id, coalesce(product_id, 0), serial)
  WHERE serial <> '' AND NOT void;
CREATE INDEX count_entry_bin ON count_entry (count_id, round, location_id) WHERE NOT void;

-- What came out for a pile of a bin: counted against what the books said at the number seen_n. NULL in
-- lot, handling unit or condition stands for any of them, where nobody told them apart.
CREATE TABLE count_line (
  count_id      bigint      NOT NULL REFERENCES stock_count,
  line          integer     NOT NULL CHECK (line > 0),
  round         smallint    NOT NULL,
  warehouse_id  integer     NOT NULL,
  location_id   integer     NOT NULL,
  product_id    integer,
  code          text        NOT NULL DEFAULT '' COLLATE "C",
  lot           text        COLLATE "C",
  handling_unit text        COLLATE "C",
  condition     text        COLLATE "C",
  counted       bigint      NOT NULL CHECK (counted >= 0),
  expected      bigint      NOT NULL CHECK (expected >= 0),
  late          bigint      NOT NULL DEFAULT 0,
  variance      bigint      NOT NULL GENERATED ALWAYS AS (counted - expected - late) STORED,
  unit_cost     bigint      NOT NULL DEFAULT 0,
  count_class   text        NOT NULL DEFAULT 'C',
  counters      text[]      NOT NULL,
  seen_n        bigint      NOT NULL,
  closed_n      bigint      NOT NULL,
  counted_at    timestamptz NOT NULL,
  closed_at     timestamptz NOT NULL,
  cause         text        NOT NULL DEFAULT '',
  state         text        NOT NULL DEFAULT 'open'
    CHECK (state IN ('open', 'matched', 'adjusted', 'review', 'accepted', 'rejected', 'superseded')),
  reason        text        NOT NULL DEFAULT '',
  posted        bigint      NOT NULL DEFAULT 0,
  decided_by    text,
  decided_at    timestamptz,
  PRIMARY KEY (count_id, line)
) WITH (fillfactor = 70);
CREATE INDEX count_line_open ON count_line (warehouse_id, count_id, line) WHERE state = 'open';
CREATE INDEX count_line_review ON count_line (warehouse_id, count_id, line) WHERE state = 'review';
CREATE INDEX count_line_time ON count_line (warehouse_id, closed_at, count_id, line);

-- When to count ----------------------------------------------------------------------------------------

-- The class of a product in a warehouse; where there is none, the product's own holds. Fixed: set by hand.
-- Value: what left the warehouse in the time looked at, times its cost.
CREATE TABLE count_class (
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  product_id   integer     NOT NULL REFERENCES product,
  count_class  text        NOT NULL CHECK (count_class IN ('A', 'B', 'C')),
  fixed        boolean     NOT NULL DEFAULT false,
  value        numeric     NOT NULL DEFAULT 0,
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  PRIMARY KEY (warehouse_id, product_id)
);

CREATE TABLE count_schedule (
  warehouse_id integer  NOT NULL REFERENCES warehouse,
  code         text     NOT NULL COLLATE "C" CHECK (code <> ''),
  every_days   integer  NOT NULL CHECK (every_days > 0),
  next_on      date     NOT NULL,
  bins         text[]   NOT NULL DEFAULT '{}',
  skus         text[]   NOT NULL DEFAULT '{}',
  zone         text     NOT NULL DEFAULT '',
  count_class  text     NOT NULL DEFAULT '' CHECK (count_class IN ('', 'A', 'B', 'C')),
  active       boolean  NOT NULL DEFAULT true,
  PRIMARY KEY (warehouse_id, code)
);

-- The night ----------------------------------------------------------------------------------------------

-- A day of a warehouse is brought into the books once, in parts; last_count and last_line are how far it is.
CREATE TABLE reconciliation (
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  day          date        NOT NULL,
  state        text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'completed')),
  taken_before timestamptz NOT NULL,
  last_count   bigint      NOT NULL DEFAULT 0,
  last_line    integer     NOT NULL DEFAULT 0,
  lines        bigint      NOT NULL DEFAULT 0,
  matched      bigint      NOT NULL DEFAULT 0,
  adjusted     bigint      NOT NULL DEFAULT 0,
  reviewed     bigint      NOT NULL DEFAULT 0,
  units_found  bigint      NOT NULL DEFAULT 0,
  units_lost   bigint      NOT NULL DEFAULT 0,
  value_found  numeric     NOT NULL DEFAULT 0,
  value_lost   numeric     NOT NULL DEFAULT 0,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (warehouse_id, day)
);

INSERT INTO reason (code, name, used_for) VALUES
  ('miscount', 'Counted or booked wrongly', '{adjust,count}'),
  ('misplaced', 'Was in another place', '{adjust,count}'),
  ('unrecorded', 'Moved without being recorded', '{adjust,count}')
ON CONFLICT (code) DO NOTHING;
UPDATE reason SET used_for = used_for || '{count}'::text[]
 WHERE code IN ('damage', 'damaged', 'expired', 'found', 'lost', 'theft') AND NOT 'count' = ANY (used_for);
