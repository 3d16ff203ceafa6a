-- Versions that were brought in to be published: what came of each, who asked and who agreed. The folder itself stands in
-- definition_version.

CREATE TABLE proposal (
    service TEXT NOT NULL,
    n BIGINT NOT NULL,
    digest BYTEA NOT NULL REFERENCES definition_version (digest),
    before BYTEA,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    warnings BIGINT NOT NULL,
    foretold TEXT,
    takes_effect BIGINT,
    brought_by TEXT NOT NULL,
    brought_at BIGINT NOT NULL,
    asked_by TEXT,
    asked_at BIGINT,
    ended_by TEXT,
    ended_at BIGINT,
    PRIMARY KEY (service, n)
);
CREATE INDEX proposal_scheduled ON proposal (takes_effect) WHERE state = 'scheduled';
