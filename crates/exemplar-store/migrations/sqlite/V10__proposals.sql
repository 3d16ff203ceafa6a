-- Versions that were brought in to be published: what came of each, who asked and who agreed. The folder itself stands in
-- definition_version.

CREATE TABLE proposal (
    service TEXT NOT NULL,
    n INTEGER NOT NULL,
    digest BLOB NOT NULL REFERENCES definition_version (digest),
    before BLOB,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    warnings INTEGER NOT NULL,
    foretold TEXT,
    takes_effect INTEGER,
    brought_by TEXT NOT NULL,
    brought_at INTEGER NOT NULL,
    asked_by TEXT,
    asked_at INTEGER,
    ended_by TEXT,
    ended_at INTEGER,
    PRIMARY KEY (service, n)
) STRICT;
CREATE INDEX proposal_scheduled ON proposal (takes_effect) WHERE state = 'scheduled';
