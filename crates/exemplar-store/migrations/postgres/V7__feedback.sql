-- What people wrote of a service: sealed, for its owners, kept a year. Nothing in it says who wrote it.

CREATE TABLE feedback (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    language TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BYTEA NOT NULL
);
CREATE INDEX feedback_newest ON feedback (organisation, day, id);
CREATE INDEX feedback_day ON feedback (day);
