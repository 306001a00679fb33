-- Commands about stock alone are told what is a kit, from what the desk remembers of the rules (V10).

CREATE FUNCTION kit_rules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_up_rules((SELECT array_agg(warehouse_id) FROM warehouse_counter));
  RETURN NULL;
END $$;
CREATE TRIGGER kit_rules_changed AFTER INSERT OR UPDATE OR DELETE ON kit_component
  FOR EACH STATEMENT EXECUTE FUNCTION kit_rules_changed();

-- How high the goods may be that are put there, absent: no limit; how high one pack is, absent: nobody knows.
ALTER TABLE location ADD COLUMN height_mm bigint CHECK (height_mm > 0);
ALTER TABLE barcode ADD COLUMN height_mm bigint CHECK (height_mm > 0);
