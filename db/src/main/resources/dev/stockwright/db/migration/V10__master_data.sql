-- Master data: what the desk must know at once of places and products, and files that are brought in.

-- What the desk keeps in mind --------------------------------------------------------------------------

-- Counts up when something changes that the desk keeps in mind of a warehouse: which locations take
-- nothing in or give nothing out, where goods are received, which products are switched off. The desk
-- reads it with the lock that it takes anyway, so a change holds from the very next command on.
ALTER TABLE warehouse_counter ADD COLUMN rules_version bigint NOT NULL DEFAULT 0;

CREATE FUNCTION count_up_rules(warehouses integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM warehouse_counter WHERE warehouse_id = ANY(warehouses)
    ORDER BY warehouse_id FOR NO KEY UPDATE;
  UPDATE warehouse_counter SET rules_version = rules_version + 1
   WHERE warehouse_id = ANY(warehouses);
END $$;

CREATE FUNCTION location_rules_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched integer[];
BEGIN
  SELECT array_agg(DISTINCT n.warehouse_id) INTO touched FROM new_rows n
   WHERE n.warehouse_id IS NOT NULL AND (n.locked_in OR n.locked_out OR NOT n.active);
  IF touched IS NOT NULL THEN
    PERFORM count_up_rules(touched);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER location_rules_added AFTER INSERT ON location
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION location_rules_added();

CREATE FUNCTION location_rules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched integer[];
BEGIN
  SELECT array_agg(DISTINCT n.warehouse_id) INTO touched
    FROM new_rows n JOIN old_rows o ON o.id = n.id
   WHERE n.warehouse_id IS NOT NULL
     AND (n.locked_in, n.locked_out, n.active, n.lock_reason)
         IS DISTINCT FROM (o.locked_in, o.locked_out, o.active, o.lock_reason);
  IF touched IS NOT NULL THEN
    PERFORM count_up_rules(touched);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER location_rules_changed AFTER UPDATE ON location
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION location_rules_changed();

CREATE FUNCTION warehouse_rules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched integer[];
BEGIN
  SELECT array_agg(n.id) INTO touched
    FROM new_rows n JOIN old_rows o ON o.id = n.id
   WHERE n.receiving_location <> o.receiving_location OR n.active <> o.active;
  IF touched IS NOT NULL THEN
    PERFORM count_up_rules(touched);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER warehouse_rules_changed AFTER UPDATE ON warehouse
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION warehouse_rules_changed();

CREATE FUNCTION product_rules_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n WHERE NOT n.active) THEN
    PERFORM count_up_rules((SELECT array_agg(warehouse_id) FROM warehouse_counter));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_rules_added AFTER INSERT ON product
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION product_rules_added();

CREATE FUNCTION product_rules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE n.active <> o.active) THEN
    PERFORM count_up_rules((SELECT array_agg(warehouse_id) FROM warehouse_counter));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_rules_changed AFTER UPDATE ON product
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION product_rules_changed();

CREATE INDEX location_closed ON location (warehouse_id) WHERE locked_in OR locked_out OR NOT active;
CREATE INDEX product_off ON product (id) WHERE NOT active;

-- Versions and lots --------------------------------------------------------------------------------------

-- A code may be printed for one lot only.
ALTER TABLE barcode
  ADD COLUMN lot     text   NOT NULL DEFAULT '' COLLATE "C",
  ADD COLUMN version bigint NOT NULL DEFAULT 1;

ALTER TABLE setting ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- Files that are brought in ------------------------------------------------------------------------------

-- A file of rows that were looked at, and then perhaps applied. `columns` are those that the file has.
CREATE TABLE import_file (
  id         uuid        PRIMARY KEY,
  sheet      text        NOT NULL,
  columns    text[]      NOT NULL,
  state      text        NOT NULL DEFAULT 'reading'
    CHECK (state IN ('reading', 'previewed', 'applied')),
  creates    integer     NOT NULL DEFAULT 0,
  changes    integer     NOT NULL DEFAULT 0,
  sames      integer     NOT NULL DEFAULT 0,
  errors     integer     NOT NULL DEFAULT 0,
  made_at    timestamptz NOT NULL,
  made_by    text        NOT NULL,
  -- Something changes that rules or the desk look at.
  guarded    boolean     NOT NULL DEFAULT false,
  applied_at timestamptz,
  applied_by text,
  created    integer     NOT NULL DEFAULT 0,
  changed    integer     NOT NULL DEFAULT 0,
  skipped    integer     NOT NULL DEFAULT 0
);
CREATE INDEX import_file_made ON import_file (made_at);

-- One line of it: its cells by the sheet's columns (absent where the file has no such column), what it
-- would do, and to which version of what is there.
CREATE TABLE import_row (
  import_id    uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
  line         integer NOT NULL,
  code         text    NOT NULL COLLATE "C",
  cells        text[]  NOT NULL,
  effect       text    NOT NULL CHECK (effect IN ('create', 'change', 'same', 'error')),
  seen_version bigint,
  field        text,
  problem      text,
  sentence     text,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX import_row_effect ON import_row (import_id, effect, line);

-- What lines of a file are about, each once. A table of its own, so that looking needs no statistics.
CREATE TABLE import_key (
  import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
  code      text NOT NULL COLLATE "C",
  PRIMARY KEY (import_id, code)
);
