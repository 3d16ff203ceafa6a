-- Registers that are searched: by what an entry stands in a list, when it was written last, and the words that find it.

ALTER TABLE register_entry ADD COLUMN called TEXT NOT NULL DEFAULT '';
ALTER TABLE register_entry ADD COLUMN updated INTEGER NOT NULL DEFAULT 0;
CREATE INDEX register_entry_called ON register_entry (register, called, number);
CREATE INDEX register_entry_updated ON register_entry (register, updated);

CREATE TABLE register_term (
    register TEXT NOT NULL,
    term TEXT NOT NULL,
    number TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (register, term, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_term_of_entry ON register_term (register, number);
