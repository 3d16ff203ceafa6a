-- Answers to equality questions, for figures. Nothing here leads to a case or to other answers of the same person: each
-- answer has an id of its own, drawn from what the form carried, and the year alone says when. Rows lie in the order of
-- their ids, not of their coming.

CREATE TABLE equality_answer (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    year INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX equality_answer_year ON equality_answer (service, year);
