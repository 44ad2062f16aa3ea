-- How far each receiver of notices has got.
CREATE TABLE sinks (
    name    TEXT    PRIMARY KEY,
    through INTEGER NOT NULL      -- the last notices.seq that it has taken
) STRICT, WITHOUT ROWID;

-- DERIVED, and rebuilt by the program: the instant at which a ticket was found to have ended. It only keeps old tickets from
-- being evaluated at every start; setting all of it to NULL loses nothing.
ALTER TABLE tickets ADD COLUMN ended INTEGER;

CREATE INDEX tickets_open ON tickets (n) WHERE ended IS NULL;
CREATE INDEX tickets_ended ON tickets (ended) WHERE ended IS NOT NULL;
