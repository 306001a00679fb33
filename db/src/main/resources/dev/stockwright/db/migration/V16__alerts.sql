-- Alerts about stock, places and documents, and the proposals of what to buy.

-- Rules -----------------------------------------------------------------------------------------------

-- When to raise an alert. A rule covers a product, a category, a counting class or everything, in one
-- warehouse or in all (0); of those that cover a product in a warehouse the one with the lowest rank
-- holds, as a whole. A rule with a location is about what lies in that bin alone. Levels are absent
-- where that kind is not watched.
CREATE TABLE alert_rule (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id  integer     NOT NULL DEFAULT 0,
  product_id    integer     NOT NULL DEFAULT 0,
  category      text        NOT NULL DEFAULT '',
  count_class   text        NOT NULL DEFAULT '' CHECK (count_class IN ('', 'A', 'B', 'C')),
  location_id   integer     NOT NULL DEFAULT 0,
  low           bigint      CHECK (low > 0),
  low_clear     bigint,
  over          bigint      CHECK (over > 0),
  over_clear    bigint,
  out           boolean     NOT NULL DEFAULT false,
  expiring_days integer     CHECK (expiring_days BETWEEN 0 AND 3650),
  rank          smallint    NOT NULL GENERATED ALWAYS AS (
    (CASE WHEN product_id <> 0 THEN 0 WHEN category <> '' THEN 2 WHEN count_class <> '' THEN 4 ELSE 6 END)
    + (CASE WHEN warehouse_id <> 0 THEN 0 ELSE 1 END)) STORED,
  changed_at    timestamptz NOT NULL,
  changed_by    text        NOT NULL,
  UNIQUE (product_id, warehouse_id, category, count_class, location_id),
  CHECK ((product_id <> 0)::int + (category <> '')::int + (count_class <> '')::int <= 1),
  CHECK (location_id = 0 OR (product_id <> 0 AND warehouse_id <> 0)),
  CHECK ((low IS NULL) = (low_clear IS NULL) AND low_clear >= low),
  CHECK ((over IS NULL) = (over_clear IS NULL) AND over_clear BETWEEN 0 AND over),
  CHECK (low IS NULL OR over IS NULL OR low_clear < over)
);
CREATE INDEX alert_rule_location ON alert_rule (warehouse_id, id) WHERE location_id <> 0;

-- What holds for each product is kept with its level, so that a posting finds it without looking, and a
-- change of it is a change of the row. `alerts` is what stands of it now: 1 low, 2 out, 4 over.
ALTER TABLE stock_level
  ADD COLUMN low_clear_at  bigint   NOT NULL DEFAULT 0,
  ADD COLUMN over_at       bigint   NOT NULL DEFAULT 0,
  ADD COLUMN over_clear_at bigint   NOT NULL DEFAULT 0,
  ADD COLUMN out_watched   boolean  NOT NULL DEFAULT false,
  ADD COLUMN alerts        smallint NOT NULL DEFAULT 0 CHECK (alerts BETWEEN 0 AND 7);
-- At the minimum is low, as the alert says it.
ALTER TABLE stock_level ALTER COLUMN is_low
  SET EXPRESSION AS (low_at > 0 AND on_hand - reserved - blocked <= low_at);
UPDATE stock_level SET low_clear_at = low_at, out_watched = true WHERE low_at > 0;
INSERT INTO alert_rule (warehouse_id, product_id, low, low_clear, out, changed_at, changed_by)
SELECT warehouse_id, product_id, low_at, low_at, true, now(), 'migration'
  FROM stock_level WHERE low_at > 0;

-- The rule that holds for a product in a warehouse.
CREATE FUNCTION alert_rule_for(w integer, p integer) RETURNS SETOF alert_rule
LANGUAGE sql STABLE AS $$
  SELECT r.* FROM alert_rule r
   WHERE r.location_id = 0 AND r.warehouse_id IN (0, w)
     AND (r.product_id = p
          OR (r.product_id = 0
              AND r.category IN ('', (SELECT x.category FROM product x WHERE x.id = p))
              AND r.count_class IN ('', (SELECT x.count_class FROM product x WHERE x.id = p))))
   ORDER BY r.rank LIMIT 1
$$;

-- Warehouses where rules have changed for more products than one command looks at, or past the desk:
-- from which product on the levels have to be looked at again.
CREATE TABLE alert_pending (
  warehouse_id  integer PRIMARY KEY REFERENCES warehouse,
  after_product integer NOT NULL DEFAULT 0
);
INSERT INTO alert_pending (warehouse_id) SELECT id FROM warehouse;

-- A product that changes its category or class comes under other rules. Its name puts this trigger after
-- those that lock the warehouses.
CREATE FUNCTION watch_products_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE first integer;
BEGIN
  -- Not a join: nothing is known of how many rows there are, and a nested loop over them never ends.
  SELECT min(x.id) INTO first
    FROM (SELECT id, category, count_class FROM new_rows
          EXCEPT SELECT id, category, count_class FROM old_rows) x;
  IF first IS NOT NULL THEN
    INSERT INTO alert_pending (warehouse_id, after_product)
    SELECT id, first - 1 FROM warehouse ORDER BY id
    ON CONFLICT (warehouse_id) DO UPDATE
      SET after_product = least(alert_pending.after_product, excluded.after_product);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_watched_again AFTER UPDATE ON product
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION watch_products_again();

-- Alerts ----------------------------------------------------------------------------------------------

-- Something that a person should know. `cause` says what it is about: of each cause one alert is open.
-- The figures are those of the moment when it opened. Severity: 1 critical, 2 warning, 3 notice.
-- Resolved by nobody: by itself. Quiet: a person has resolved it while its cause still stood; it is not
-- raised again before that was over.
CREATE TABLE alert (
  id            bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  number        text        NOT NULL UNIQUE COLLATE "C",
  warehouse_id  integer     NOT NULL REFERENCES warehouse,
  kind          text        NOT NULL CHECK (kind IN ('low', 'out', 'over', 'expiring', 'late', 'review')),
  cause         text        NOT NULL COLLATE "C",
  severity      smallint    NOT NULL CHECK (severity BETWEEN 1 AND 3),
  state         text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'acknowledged', 'resolved')),
  product_id    integer     REFERENCES product,
  place         text        NOT NULL DEFAULT '' COLLATE "C",
  lot           text        NOT NULL DEFAULT '' COLLATE "C",
  document      text        NOT NULL DEFAULT '',
  reference     text        NOT NULL DEFAULT '' COLLATE "C",
  sentence      text        NOT NULL,
  value         bigint      NOT NULL DEFAULT 0,
  bound         bigint      NOT NULL DEFAULT 0,
  clear_bound   bigint      NOT NULL DEFAULT 0,
  rule_id       bigint,
  command_id    uuid        NOT NULL,
  opened_at     timestamptz NOT NULL,
  owner         text,
  snoozed_until timestamptz,
  escalation    smallint    NOT NULL DEFAULT 0,
  escalated_at  timestamptz,
  resolved_at   timestamptz,
  resolved_by   text,
  reason        text,
  quiet         boolean     NOT NULL DEFAULT false,
  CHECK ((state = 'resolved') = (resolved_at IS NOT NULL)),
  CHECK ((state = 'acknowledged') <= (owner IS NOT NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX alert_one_open ON alert (warehouse_id, cause) WHERE state <> 'resolved';
CREATE UNIQUE INDEX alert_one_quiet ON alert (warehouse_id, cause) WHERE quiet;
CREATE INDEX alert_urgent ON alert (severity, id) WHERE state <> 'resolved';
CREATE INDEX alert_urgent_here ON alert (warehouse_id, severity, id) WHERE state <> 'resolved';
CREATE INDEX alert_product ON alert (warehouse_id, product_id, id);
CREATE INDEX alert_unseen ON alert (warehouse_id, id) WHERE state = 'open';

-- Everything that happened to an alert, written with it; also the outbox of what people are told:
-- whoever tells them sets `told_at`. A dedupe key is told once.
CREATE TABLE alert_event (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  alert_id   bigint      NOT NULL REFERENCES alert,
  what       text        NOT NULL
    CHECK (what IN ('opened', 'acknowledged', 'snoozed', 'woken', 'escalated', 'resolved')),
  at         timestamptz NOT NULL,
  author     text        NOT NULL,
  command_id uuid        NOT NULL,
  value      bigint      NOT NULL DEFAULT 0,
  detail     text        NOT NULL DEFAULT '',
  dedupe     text        NOT NULL UNIQUE COLLATE "C",
  told_at    timestamptz
);
CREATE INDEX alert_event_alert ON alert_event (alert_id, id);
CREATE INDEX alert_event_untold ON alert_event (id) WHERE told_at IS NULL;

-- Reordering ------------------------------------------------------------------------------------------

-- When a warehouse buys a product, from whom and how much: a fixed quantity, or up to a level; at least
-- the minimum, in whole multiples. Without lead days those of the supplier hold.
CREATE TABLE reorder_rule (
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  product_id   integer     NOT NULL REFERENCES product,
  supplier_id  integer     NOT NULL REFERENCES supplier,
  point        bigint      NOT NULL CHECK (point >= 0),
  quantity     bigint      CHECK (quantity > 0),
  up_to        bigint      CHECK (up_to > point),
  minimum      bigint      NOT NULL DEFAULT 1 CHECK (minimum > 0),
  multiple     bigint      NOT NULL DEFAULT 1 CHECK (multiple > 0),
  lead_days    integer     CHECK (lead_days BETWEEN 0 AND 1000),
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  PRIMARY KEY (warehouse_id, product_id),
  CHECK ((quantity IS NULL) <> (up_to IS NULL))
);

-- One look at the rules of a warehouse.
CREATE TABLE reorder_run (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  at           timestamptz NOT NULL,
  author       text        NOT NULL,
  command_id   uuid        NOT NULL,
  looked       integer     NOT NULL,
  proposed     integer     NOT NULL,
  changed      integer     NOT NULL,
  withdrawn    integer     NOT NULL
);
CREATE INDEX reorder_run_warehouse ON reorder_run (warehouse_id, id);

-- How it was calculated, of each product that is at its point or below, or has a proposal. The position
-- is usable + on_order + in_transit - committed.
CREATE TABLE reorder_line (
  run_id     bigint  NOT NULL REFERENCES reorder_run,
  product_id integer NOT NULL REFERENCES product,
  usable     bigint  NOT NULL,
  on_order   bigint  NOT NULL,
  in_transit bigint  NOT NULL,
  committed  bigint  NOT NULL,
  position   bigint  NOT NULL,
  point      bigint  NOT NULL,
  quantity   bigint  NOT NULL,
  decision   text    NOT NULL
    CHECK (decision IN ('proposed', 'changed', 'kept', 'withdrawn', 'rejected_before')),
  sentence   text    NOT NULL,
  PRIMARY KEY (run_id, product_id)
);
CREATE INDEX reorder_line_product ON reorder_line (product_id, run_id);

-- What should be bought; of each product in a warehouse one proposal is open.
CREATE TABLE proposal (
  id             bigint      GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  number         text        NOT NULL UNIQUE COLLATE "C",
  warehouse_id   integer     NOT NULL REFERENCES warehouse,
  product_id     integer     NOT NULL REFERENCES product,
  supplier_id    integer     NOT NULL REFERENCES supplier,
  state          text        NOT NULL DEFAULT 'open'
    CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn')),
  quantity       bigint      NOT NULL CHECK (quantity > 0),
  proposed       bigint      NOT NULL CHECK (proposed > 0),
  position       bigint      NOT NULL,
  lead_days      integer     NOT NULL,
  run_id         bigint      NOT NULL REFERENCES reorder_run,
  made_at        timestamptz NOT NULL,
  changed_by     text,
  decided_at     timestamptz,
  decided_by     text,
  reason         text,
  purchase_order text        COLLATE "C",
  CHECK ((state = 'approved') = (purchase_order IS NOT NULL)),
  CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX proposal_one_open ON proposal (warehouse_id, product_id) WHERE state = 'open';
CREATE INDEX proposal_product ON proposal (warehouse_id, product_id, id);
CREATE INDEX proposal_open ON proposal (warehouse_id, id) WHERE state = 'open';

-- Why an alert is resolved by hand, and why a proposal is rejected.
INSERT INTO reason (code, name, used_for) VALUES
  ('ordered', 'Goods are on their way', '{resolve}'),
  ('wrong_rule', 'The rule is wrong', '{resolve,reject}'),
  ('not_needed', 'Not needed', '{resolve,reject}')
ON CONFLICT DO NOTHING;
UPDATE reason SET used_for = used_for || '{resolve,reject}' WHERE code = 'other';
