-- Orders of customers, and what the tills of the stores report.

-- Orders ----------------------------------------------------------------------------------------------

-- What a customer wants from one warehouse. The promise of its stock stands in `reservation` under the
-- order's number. One that is placed and whose time has passed holds nothing, whatever the state says.
-- `customer` is a name where the customer is not known to us.
CREATE TABLE sales_order (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  number       text        NOT NULL UNIQUE COLLATE "C" CHECK (number <> ''),
  kind         text        NOT NULL DEFAULT 'order' CHECK (kind IN ('order', 'cart', 'manual')),
  customer_id  integer     REFERENCES customer,
  customer     text        NOT NULL DEFAULT '',
  priority     smallint    NOT NULL DEFAULT 50 CHECK (priority BETWEEN 0 AND 100),
  state        text        NOT NULL DEFAULT 'placed'
    CHECK (state IN ('placed', 'committed', 'picking', 'picked', 'packed', 'shipped', 'released',
                     'expired', 'cancelled')),
  expires_at   timestamptz,
  ship_by      timestamptz,
  attributes   jsonb       NOT NULL DEFAULT '{}',
  placed_at    timestamptz NOT NULL,
  placed_by    text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  CHECK ((state = 'placed') <= (expires_at IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX sales_order_state ON sales_order (warehouse_id, state, priority, id);
CREATE INDEX sales_order_listed ON sales_order (warehouse_id, state, id);
CREATE INDEX sales_order_ship_by ON sales_order (warehouse_id, ship_by, id)
  WHERE state IN ('committed', 'picking', 'picked', 'packed');
CREATE INDEX sales_order_customer ON sales_order (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX sales_order_expiry ON sales_order (expires_at) WHERE state = 'placed';

-- Who had it promised.
ALTER TABLE reservation
  ADD COLUMN placed_by text NOT NULL DEFAULT '',
  ADD COLUMN placed_on text NOT NULL DEFAULT '' COLLATE "C";

-- Base units, added up from the order's beginning: `back_ordered` of `ordered` are promised to nobody
-- yet and wait for goods; `picked` lie on a cart or bench or have gone further, and so on.
CREATE TABLE sales_order_line (
  order_id     bigint  NOT NULL REFERENCES sales_order,
  line         integer NOT NULL CHECK (line > 0),
  product_id   integer NOT NULL REFERENCES product,
  ordered      bigint  NOT NULL CHECK (ordered > 0),
  back_ordered bigint  NOT NULL DEFAULT 0 CHECK (back_ordered >= 0),
  picked       bigint  NOT NULL DEFAULT 0 CHECK (picked >= 0),
  packed       bigint  NOT NULL DEFAULT 0 CHECK (packed >= 0),
  shipped      bigint  NOT NULL DEFAULT 0 CHECK (shipped >= 0),
  PRIMARY KEY (order_id, line),
  CHECK (back_ordered <= ordered),
  CHECK (packed <= picked AND shipped <= picked)
) WITH (fillfactor = 70);
CREATE INDEX sales_order_line_product ON sales_order_line (product_id, order_id);
CREATE INDEX sales_order_line_waiting ON sales_order_line (product_id, order_id)
  WHERE back_ordered > 0;

-- What happened to an order, in its own words; written with every change of it.
CREATE TABLE sales_order_history (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id   bigint      NOT NULL REFERENCES sales_order,
  at         timestamptz NOT NULL,
  author     text        NOT NULL,
  device     text        NOT NULL COLLATE "C",
  command_id uuid        NOT NULL,
  state      text        NOT NULL,
  detail     text        NOT NULL DEFAULT ''
);
CREATE INDEX sales_order_history_order ON sales_order_history (order_id, id);

-- Tills -----------------------------------------------------------------------------------------------

-- What a store's tills have sent in one go.
CREATE TABLE till_batch (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  number       text        NOT NULL COLLATE "C" CHECK (number <> ''),
  at           timestamptz NOT NULL,
  author       text        NOT NULL,
  device       text        NOT NULL COLLATE "C",
  command_id   uuid        NOT NULL,
  applied      integer     NOT NULL,
  short        integer     NOT NULL,
  repeated     integer     NOT NULL,
  kept         integer     NOT NULL
);
CREATE INDEX till_batch_warehouse ON till_batch (warehouse_id, id);
CREATE INDEX till_batch_number ON till_batch (warehouse_id, number);

-- Every entry that was ever sent, and what became of it; nothing is deleted. Its till and its number
-- there are what it is known by: one of them is the first, the others repeat it. What cannot be read is
-- kept as it came: `code` is what the till read, `said` how many of it; `quantity` is the same in base
-- units. `units` of them have moved between the shelves and the customer, `missing` between UNRECONCILED
-- and the customer, because the books did not have them.
CREATE TABLE till_entry (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id     bigint      NOT NULL REFERENCES till_batch,
  position     integer     NOT NULL,
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  till         text        NOT NULL COLLATE "C",
  number       text        NOT NULL COLLATE "C",
  kind         text        NOT NULL,
  at           timestamptz NOT NULL,
  code         text        NOT NULL COLLATE "C",
  product_id   integer     REFERENCES product,
  said         bigint      NOT NULL,
  quantity     bigint      NOT NULL,
  condition    text        NOT NULL DEFAULT 'available' COLLATE "C",
  reference    text        NOT NULL DEFAULT '' COLLATE "C",
  state        text        NOT NULL
    CHECK (state IN ('applied', 'short', 'kept', 'repeated', 'settled', 'dismissed')),
  units        bigint      NOT NULL DEFAULT 0 CHECK (units >= 0),
  missing      bigint      NOT NULL DEFAULT 0 CHECK (missing >= 0),
  why          text        NOT NULL DEFAULT '',
  detail       text        NOT NULL DEFAULT '',
  first        boolean     NOT NULL,
  decided_at   timestamptz,
  decided_by   text,
  CHECK (state NOT IN ('applied', 'short', 'settled') OR units + missing = quantity)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX till_entry_once ON till_entry (warehouse_id, till, number) WHERE first;
CREATE INDEX till_entry_batch ON till_entry (batch_id, position);
CREATE INDEX till_entry_open ON till_entry (warehouse_id, id) WHERE state IN ('short', 'kept');

