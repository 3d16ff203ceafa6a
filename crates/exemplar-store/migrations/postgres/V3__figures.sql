-- Roll-ups of observations, one for each amount, so that levels of satisfaction and days to a decision are not lost in a
-- sum. No release wrote the table that stood here. Its key begins as pages read it: a service, a kind, a stretch of days.
DROP TABLE rollup;
CREATE TABLE rollup (
    service TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    organisation TEXT NOT NULL,
    question TEXT NOT NULL,
    detail TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    definition BYTEA NOT NULL,
    amount BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (service, kind, day, question, detail, channel, language, device, definition, amount)
);

-- Volumes of other channels as staff entered them. The last entry of a month and channel counts; earlier ones stay.
CREATE TABLE volume_entry (
    service TEXT NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    channel TEXT NOT NULL,
    n BIGINT NOT NULL,
    organisation TEXT NOT NULL,
    volume BIGINT NOT NULL,
    entered_by UUID NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (service, month, channel, n)
);
