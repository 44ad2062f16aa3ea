-- What kind of occurrence a notice is of, and whom and what it is about, so that no receiver takes its identity or its words
-- apart. In metric stood "escalation", "ownership" or "agreement" where no clock is due or starts.
ALTER TABLE notices ADD COLUMN kind TEXT NOT NULL DEFAULT '';   -- as policy.OccurrenceKind writes it
ALTER TABLE notices ADD COLUMN tells TEXT NOT NULL DEFAULT '';  -- who is told, by a step, a threshold or a notice; '' of notices made before
ALTER TABLE notices ADD COLUMN region TEXT NOT NULL DEFAULT ''; -- who owns the ticket after a hand-over

-- The first two come first: a metric can have the name that the identities of others begin with.
UPDATE notices SET kind = CASE
    WHEN occurrence LIKE '%/due'         THEN 'due'
    WHEN occurrence LIKE '%/starts'      THEN 'starts'
    WHEN occurrence LIKE 'escalation/%'  THEN 'step'
    WHEN occurrence LIKE 'threshold/%'   THEN 'threshold'
    WHEN occurrence LIKE 'notice/%'      THEN 'notice'
    WHEN occurrence LIKE 'hand-over/%'   THEN 'hand_over'
    ELSE 'version'
END;

UPDATE notices SET metric = '' WHERE kind IN ('step', 'notice', 'hand_over', 'version');

-- threshold/METRIC/ROUND/STEP: what is left without the numbers, and then without both ends.
UPDATE notices SET metric = rtrim(rtrim(rtrim(occurrence, '0123456789'), '/'), '0123456789') WHERE kind = 'threshold';
UPDATE notices SET metric = substr(metric, 11, length(metric) - 11) WHERE kind = 'threshold';

UPDATE notices SET region = substr(what, length('hand-over to ') + 1) WHERE kind = 'hand_over';
