-- Codes that bring a device to this server, each of use once. Only the SHA-256 of the token is kept. A claimed
-- one stays for a day, so that a second device that shows it learns why it is refused.
CREATE TABLE pairing (
  token_hash   bytea       PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  warehouse_id integer     NOT NULL REFERENCES warehouse,
  made_by      integer     NOT NULL REFERENCES operator,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > made_at),
  device       text        COLLATE "C" CHECK (device <> ''),
  claimed_at   timestamptz,
  CHECK ((device IS NULL) = (claimed_at IS NULL))
);
CREATE INDEX pairing_expires ON pairing (expires_at);
