-- Answers to equality questions, for figures. Nothing here leads to a case or to other answers of the same person: each
-- answer has an id of its own, drawn from what the form carried, and the year alone says when.

CREATE TABLE equality_answer (
    id UUID NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX equality_answer_year ON equality_answer (service, year);
