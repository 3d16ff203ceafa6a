-- All records of the data model, from the first migration on. Times are microseconds since 1970 (UTC), days are text
-- (2026-11-23), what is sealed is in columns named `sealed`. What follows is the form for SQLite.

CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL
) STRICT;

CREATE TABLE office (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL
) STRICT;

CREATE TABLE team (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    office TEXT,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    sign_in_hash BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE membership (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    staff BLOB NOT NULL REFERENCES staff (id),
    role TEXT NOT NULL,
    office TEXT,
    team TEXT,
    service TEXT,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER
) STRICT;
CREATE INDEX membership_of_staff ON membership (staff);

-- A signed-in member of staff, by the hash of the cookie.
CREATE TABLE staff_session (
    hash BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    staff BLOB NOT NULL REFERENCES staff (id),
    started INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    device TEXT NOT NULL
) STRICT;
CREATE INDEX staff_session_of_staff ON staff_session (staff);

-- Versions of definitions: whole folders by the digest of their content, and which one is live.
CREATE TABLE definition_version (
    digest BLOB NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    folder BLOB NOT NULL,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;

CREATE TABLE live_definition (
    service TEXT NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL REFERENCES definition_version (digest)
) STRICT;

CREATE TABLE live_history (
    service TEXT NOT NULL,
    n INTEGER NOT NULL,
    digest BLOB NOT NULL,
    before BLOB,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (service, n)
) STRICT;

-- The case. `attached` lists the digests of the rows that hang on it; `head_*` is the end of its chain of events.
CREATE TABLE cases (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    office TEXT,
    team TEXT,
    assigned_to BLOB,
    service TEXT NOT NULL,
    definition BLOB NOT NULL,
    phase TEXT NOT NULL,
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    reference TEXT,
    started INTEGER NOT NULL,
    submitted INTEGER,
    due TEXT,
    decided INTEGER,
    active_on TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    hold TEXT,
    revision INTEGER NOT NULL,
    last_commit BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    head_count INTEGER,
    head_hash BLOB,
    head_at INTEGER,
    attached BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_idle ON cases (service, active_on, id) WHERE phase = 'draft';
CREATE INDEX cases_open ON cases (organisation, service, phase, due, id) WHERE phase <> 'draft';
CREATE INDEX cases_changed ON cases (head_at, id) WHERE head_at IS NOT NULL;

CREATE TABLE case_key (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id),
    organisation TEXT NOT NULL,
    key_id TEXT NOT NULL,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_key_by_key ON case_key (key_id, case_id);

CREATE TABLE participant (
    case_id BLOB NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    last_commit BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
    case_id BLOB NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    participant INTEGER NOT NULL,
    section TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_commit BLOB NOT NULL,
    size INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, participant, section)
) STRICT;

-- The record. An erased case keeps its events without what was sealed in them.
CREATE TABLE event (
    case_id BLOB NOT NULL,
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    on_behalf_of TEXT,
    definition BLOB NOT NULL,
    last_commit BLOB NOT NULL,
    sealed BLOB,
    sealed_digest BLOB NOT NULL,
    rows_digest BLOB NOT NULL,
    before BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT;

CREATE TABLE look (
    writer BLOB NOT NULL,
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    staff BLOB NOT NULL,
    case_id BLOB,
    list TEXT,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (writer, n)
) STRICT;
CREATE INDEX look_at_case ON look (case_id, at) WHERE case_id IS NOT NULL;
CREATE INDEX look_by_staff ON look (staff, at);

-- The last look of each writer.
CREATE TABLE look_head (
    writer BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    count INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE checkpoint (
    n INTEGER NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    at INTEGER NOT NULL,
    covers TEXT NOT NULL,
    before BLOB NOT NULL,
    hash BLOB NOT NULL,
    key_id TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;

-- What is counted. No case, nothing personal.
CREATE TABLE observation (
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    id BLOB NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT,
    detail TEXT,
    amount INTEGER,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    definition BLOB NOT NULL,
    attempt INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (service, day, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_uncounted ON observation (id) WHERE counted = 0;

CREATE TABLE rollup (
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    detail TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    definition BLOB NOT NULL,
    count INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (service, day, kind, question, detail, channel, language, device, definition)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    case_id BLOB NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    step TEXT NOT NULL,
    outcome TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    approved_by BLOB,
    takes_effect TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT;

-- Money outlives the case, for the accounts.
CREATE TABLE money_line (
    case_id BLOB NOT NULL,
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    minor_units INTEGER NOT NULL,
    currency TEXT NOT NULL,
    means TEXT NOT NULL,
    provider_reference TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT;

CREATE TABLE message (
    case_id BLOB NOT NULL REFERENCES cases (id),
    id BLOB NOT NULL,
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    event TEXT NOT NULL,
    means TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, id)
) STRICT;
CREATE INDEX message_letters ON message (organisation, state, at, id) WHERE means = 'letter';

CREATE TABLE file (
    case_id BLOB NOT NULL REFERENCES cases (id),
    organisation TEXT NOT NULL,
    n INTEGER NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    scan TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, n)
) STRICT;

CREATE TABLE link (
    from_case BLOB NOT NULL REFERENCES cases (id),
    to_case BLOB NOT NULL,
    kind TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (from_case, to_case, kind)
) STRICT;
CREATE INDEX link_to ON link (to_case);

CREATE TABLE claim (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    organisation TEXT NOT NULL,
    owner BLOB NOT NULL,
    until INTEGER,
    PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_of_owner ON claim (owner);
CREATE INDEX claim_until ON claim (until) WHERE until IS NOT NULL;

CREATE TABLE search_term (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    case_id BLOB NOT NULL REFERENCES cases (id),
    PRIMARY KEY (organisation, kind, hash, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_term_of_case ON search_term (case_id);

CREATE TABLE register_entry (
    register TEXT NOT NULL,
    number TEXT NOT NULL,
    organisation TEXT NOT NULL,
    case_id BLOB NOT NULL,
    state TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    public TEXT NOT NULL,
    revision INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (register, number)
) STRICT;
CREATE INDEX register_entry_of_case ON register_entry (case_id);

CREATE TABLE job (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id BLOB,
    due INTEGER NOT NULL,
    state TEXT NOT NULL,
    leased_by BLOB,
    lease_until INTEGER,
    tries INTEGER NOT NULL,
    why TEXT,
    died INTEGER,
    key_id TEXT,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX job_due ON job (due, id) WHERE state = 'waiting';
CREATE INDEX job_of_case ON job (case_id, kind, id);
CREATE INDEX job_dead ON job (died, id) WHERE state = 'dead';

-- What runs again and again; taken like a job.
CREATE TABLE schedule (
    name TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    next_at INTEGER NOT NULL,
    leased_by BLOB,
    lease_until INTEGER
) STRICT;

-- Guesses at codes, references and sign-ins, counted over all instances.
CREATE TABLE guess (
    kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    organisation TEXT NOT NULL,
    count INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (kind, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX guess_until ON guess (until);

-- What stays of an erased case, beside the skeletons of its events.
CREATE TABLE tombstone (
    case_id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    phase TEXT NOT NULL,
    reason TEXT NOT NULL,
    erased_at INTEGER NOT NULL,
    head_count INTEGER,
    head_hash BLOB
) STRICT;
CREATE INDEX tombstone_erased ON tombstone (erased_at);

-- One row that is written to see whether the database can be written.
CREATE TABLE probe (
    n INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
