-- Kits: products that are sold as one and lie on the shelf as others.

-- What one of a kit is made of, in base units. A component is no kit itself, and a kit is never in stock:
-- an order for it promises its components.
CREATE TABLE kit_component (
  kit_id     integer NOT NULL REFERENCES product,
  product_id integer NOT NULL REFERENCES product,
  quantity   bigint  NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (kit_id, product_id),
  CHECK (kit_id <> product_id)
);
CREATE INDEX kit_component_product ON kit_component (product_id);

-- The kits that an order was placed for, and which of its lines each of them became.
CREATE TABLE sales_order_kit (
  order_id   bigint  NOT NULL REFERENCES sales_order,
  first_line integer NOT NULL,
  last_line  integer NOT NULL,
  product_id integer NOT NULL REFERENCES product,
  quantity   bigint  NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, first_line),
  CHECK (first_line <= last_line)
);
