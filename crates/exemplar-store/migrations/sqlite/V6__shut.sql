-- Services that are shut for a while: what their pages say, and until when. Words are a text for each language, as JSON.

CREATE TABLE shut_service (
    service TEXT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL,
    until INTEGER NOT NULL,
    shut_by TEXT NOT NULL,
    shut_at INTEGER NOT NULL
) STRICT;
