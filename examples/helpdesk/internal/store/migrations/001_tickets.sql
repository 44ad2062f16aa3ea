-- What people and programs told the service, and what it told them. Nothing that can be computed stands here.
-- Instants are nanoseconds since 1970 in UTC: to read one, datetime(at / 1000000000, 'unixepoch').

CREATE TABLE tickets (
    n          INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    title      TEXT    NOT NULL,
    agreement  TEXT    NOT NULL,
    customer   TEXT    NOT NULL,  -- JSON, as the agreement asks for it
    readings   TEXT    NOT NULL,  -- JSON, open readings by name
    attributes TEXT    NOT NULL,  -- JSON, for agreements of one's own
    received   INTEGER NOT NULL,
    told       INTEGER NOT NULL   -- the instant through which its notices have been made
) STRICT;

CREATE TABLE events (
    ticket   INTEGER NOT NULL REFERENCES tickets (n),
    seq      INTEGER NOT NULL,    -- from 1, in the order of arrival
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    severity TEXT    NOT NULL,    -- '' where the kind carries none; likewise the channel
    channel  TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    received INTEGER NOT NULL,
    key      TEXT,                -- the client's, so that a retry does not add it twice
    PRIMARY KEY (ticket, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX events_key ON events (ticket, key) WHERE key IS NOT NULL;

-- The key of a ticket's first event is also that of the request which made the ticket.
CREATE UNIQUE INDEX tickets_key ON events (key) WHERE seq = 1 AND key IS NOT NULL;

-- The outbox. A row is written in the transaction that moves tickets.told, and its identity cannot stand here twice.
CREATE TABLE notices (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket     INTEGER NOT NULL REFERENCES tickets (n),
    occurrence TEXT    NOT NULL,  -- policy.Occurrence.ID
    at         INTEGER NOT NULL,  -- when it happened
    what       TEXT    NOT NULL,
    metric     TEXT    NOT NULL,
    round      INTEGER NOT NULL,
    made       INTEGER NOT NULL,  -- when the service noticed
    UNIQUE (ticket, occurrence)
) STRICT;
