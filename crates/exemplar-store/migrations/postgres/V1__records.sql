-- All records of the data model, from the first migration on. Times are microseconds since 1970 (UTC), days are text
-- (2026-11-23), what is sealed is in columns named `sealed`. What follows is the form for PostgreSQL.

CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL
);

CREATE TABLE office (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL
);

CREATE TABLE team (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    office TEXT,
    name TEXT NOT NULL
);

CREATE TABLE staff (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    sign_in_hash BYTEA NOT NULL UNIQUE,
    state TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BYTEA NOT NULL
);

CREATE TABLE membership (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    staff UUID NOT NULL REFERENCES staff (id),
    role TEXT NOT NULL,
    office TEXT,
    team TEXT,
    service TEXT,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT
);
CREATE INDEX membership_of_staff ON membership (staff);

-- A signed-in member of staff, by the hash of the cookie.
CREATE TABLE staff_session (
    hash BYTEA NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    staff UUID NOT NULL REFERENCES staff (id),
    started BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    device TEXT NOT NULL
);
CREATE INDEX staff_session_of_staff ON staff_session (staff);

-- Versions of definitions: whole folders by the digest of their content, and which one is live.
CREATE TABLE definition_version (
    digest BYTEA NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    folder BYTEA NOT NULL,
    published_by TEXT NOT NULL,
    published_at BIGINT NOT NULL
);

CREATE TABLE live_definition (
    service TEXT NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL REFERENCES definition_version (digest)
);

CREATE TABLE live_history (
    service TEXT NOT NULL,
    n BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    before BYTEA,
    published_by TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (service, n)
);

-- The case. `attached` lists the digests of the rows that hang on it; `head_*` is the end of its chain of events.
CREATE TABLE cases (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    office TEXT,
    team TEXT,
    assigned_to UUID,
    service TEXT NOT NULL,
    definition BYTEA NOT NULL,
    phase TEXT NOT NULL,
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    reference TEXT,
    started BIGINT NOT NULL,
    submitted BIGINT,
    due TEXT,
    decided BIGINT,
    active_on TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    hold TEXT,
    revision BIGINT NOT NULL,
    last_commit UUID NOT NULL,
    epoch BIGINT NOT NULL,
    head_count BIGINT,
    head_hash BYTEA,
    head_at BIGINT,
    attached BYTEA NOT NULL
);
CREATE INDEX cases_idle ON cases (service, active_on, id) WHERE phase = 'draft';
CREATE INDEX cases_open ON cases (organisation, service, phase, due, id) WHERE phase <> 'draft';
CREATE INDEX cases_changed ON cases (head_at, id) WHERE head_at IS NOT NULL;

CREATE TABLE case_key (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES cases (id),
    organisation TEXT NOT NULL,
    key_id TEXT NOT NULL,
    wrapped BYTEA NOT NULL
);
CREATE INDEX case_key_by_key ON case_key (key_id, case_id);

CREATE TABLE participant (
    case_id UUID NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    role TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    last_commit UUID NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (case_id, n)
);

CREATE TABLE part (
    case_id UUID NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    participant BIGINT NOT NULL,
    section TEXT NOT NULL,
    revision BIGINT NOT NULL,
    last_commit UUID NOT NULL,
    size BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (case_id, participant, section)
);

-- The record. An erased case keeps its events without what was sealed in them.
CREATE TABLE event (
    case_id UUID NOT NULL,
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    on_behalf_of TEXT,
    definition BYTEA NOT NULL,
    last_commit UUID NOT NULL,
    sealed BYTEA,
    sealed_digest BYTEA NOT NULL,
    rows_digest BYTEA NOT NULL,
    before BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (case_id, n, at)
) PARTITION BY RANGE (at);

CREATE TABLE look (
    writer UUID NOT NULL,
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    staff UUID NOT NULL,
    case_id UUID,
    list TEXT,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (writer, n, at)
) PARTITION BY RANGE (at);
CREATE INDEX look_at_case ON look (case_id, at) WHERE case_id IS NOT NULL;
CREATE INDEX look_by_staff ON look (staff, at);

-- The last look of each writer.
CREATE TABLE look_head (
    writer UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    count BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE checkpoint (
    n BIGINT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    at BIGINT NOT NULL,
    covers TEXT NOT NULL,
    before BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    key_id TEXT NOT NULL,
    signature BYTEA NOT NULL
);

-- What is counted. No case, nothing personal.
CREATE TABLE observation (
    service TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT,
    detail TEXT,
    amount BIGINT,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    definition BYTEA NOT NULL,
    attempt BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    PRIMARY KEY (service, day, id)
) PARTITION BY RANGE (day);
CREATE INDEX observation_uncounted ON observation (id) WHERE counted = 0;

CREATE TABLE rollup (
    service TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    detail TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    definition BYTEA NOT NULL,
    count BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (service, day, kind, question, detail, channel, language, device, definition)
);

CREATE TABLE decision (
    case_id UUID NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    step TEXT NOT NULL,
    outcome TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    approved_by UUID,
    takes_effect TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (case_id, n)
);

-- Money outlives the case, for the accounts.
CREATE TABLE money_line (
    case_id UUID NOT NULL,
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    kind TEXT NOT NULL,
    minor_units BIGINT NOT NULL,
    currency TEXT NOT NULL,
    means TEXT NOT NULL,
    provider_reference TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (case_id, n)
);

CREATE TABLE message (
    case_id UUID NOT NULL REFERENCES cases (id),
    id UUID NOT NULL,
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    event TEXT NOT NULL,
    means TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    at BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX message_letters ON message (organisation, state, at, id) WHERE means = 'letter';

CREATE TABLE file (
    case_id UUID NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n BIGINT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    scan TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (case_id, n)
);

CREATE TABLE link (
    from_case UUID NOT NULL REFERENCES cases (id),
    to_case UUID NOT NULL,
    kind TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (from_case, to_case, kind)
);
CREATE INDEX link_to ON link (to_case);

CREATE TABLE claim (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    organisation TEXT NOT NULL,
    owner UUID NOT NULL,
    until BIGINT,
    PRIMARY KEY (kind, value)
);
CREATE INDEX claim_of_owner ON claim (owner);
CREATE INDEX claim_until ON claim (until) WHERE until IS NOT NULL;

CREATE TABLE search_term (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    hash BYTEA NOT NULL,
    case_id UUID NOT NULL REFERENCES cases (id),
    PRIMARY KEY (organisation, kind, hash, case_id)
);
CREATE INDEX search_term_of_case ON search_term (case_id);

CREATE TABLE register_entry (
    register TEXT NOT NULL,
    number TEXT NOT NULL,
    organisation TEXT NOT NULL,
    case_id UUID NOT NULL,
    state TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    public TEXT NOT NULL,
    revision BIGINT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (register, number)
);
CREATE INDEX register_entry_of_case ON register_entry (case_id);

CREATE TABLE job (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id UUID,
    due BIGINT NOT NULL,
    state TEXT NOT NULL,
    leased_by UUID,
    lease_until BIGINT,
    tries BIGINT NOT NULL,
    why TEXT,
    died BIGINT,
    key_id TEXT,
    sealed BYTEA NOT NULL
);
CREATE INDEX job_due ON job (due, id) WHERE state = 'waiting';
CREATE INDEX job_of_case ON job (case_id, kind, id);
CREATE INDEX job_dead ON job (died, id) WHERE state = 'dead';

-- What runs again and again; taken like a job.
CREATE TABLE schedule (
    name TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    leased_by UUID,
    lease_until BIGINT
);

-- Guesses at codes, references and sign-ins, counted over all instances.
CREATE TABLE guess (
    kind TEXT NOT NULL,
    hash BYTEA NOT NULL,
    organisation TEXT NOT NULL,
    count BIGINT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (kind, hash)
);
CREATE INDEX guess_until ON guess (until);

-- What stays of an erased case, beside the skeletons of its events.
CREATE TABLE tombstone (
    case_id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    phase TEXT NOT NULL,
    reason TEXT NOT NULL,
    erased_at BIGINT NOT NULL,
    head_count BIGINT,
    head_hash BYTEA
);
CREATE INDEX tombstone_erased ON tombstone (erased_at);

-- One row that is written to see whether the database can be written.
CREATE TABLE probe (
    n BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);

-- What falls into no month that was prepared.
CREATE TABLE event_other PARTITION OF event DEFAULT;
CREATE TABLE look_other PARTITION OF look DEFAULT;
CREATE TABLE observation_other PARTITION OF observation DEFAULT;

-- Drafts are saved again and again: room on the page lets a new revision stay beside the old one.
ALTER TABLE part SET (fillfactor = 50);
ALTER TABLE cases SET (fillfactor = 80);
