-- What people wrote of a service: sealed, for its owners, kept a year. Nothing in it says who wrote it.

CREATE TABLE feedback (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX feedback_newest ON feedback (organisation, day, id);
CREATE INDEX feedback_day ON feedback (day);
