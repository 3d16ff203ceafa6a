-- Raised with each change of who is an administrator: two such changes at one moment cannot both hold.
CREATE TABLE administrators (
    n BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO administrators (n, revision) VALUES (1, 1);

-- When somebody who is signed in last gave password and code.
ALTER TABLE staff_session ADD COLUMN confirmed BIGINT NOT NULL DEFAULT 0;

-- What staff typed or asked for, kept for a short while by the keyed hash of a random id: searches, and forms that came
-- after a session had ended.
CREATE TABLE kept_for_staff (
    hash BYTEA NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    staff UUID NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL,
    until BIGINT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BYTEA NOT NULL
);
CREATE INDEX kept_of_staff ON kept_for_staff (staff, until);
CREATE INDEX kept_until ON kept_for_staff (until);

-- Who may see a case that is restricted (named), and from whom a case is hidden since they know somebody in it (knows).
CREATE TABLE case_access (
    case_id UUID NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    staff UUID NOT NULL REFERENCES staff (id),
    PRIMARY KEY (case_id, kind, staff)
);
CREATE INDEX case_access_of_staff ON case_access (staff);

-- The cases of somebody, to hand them back.
CREATE INDEX cases_assigned ON cases (assigned_to, phase) WHERE assigned_to IS NOT NULL;
