-- Ended cases by what decides how long they are kept, for the daily erasure.
CREATE INDEX cases_ended ON cases (definition, state, decided, id) WHERE phase IN ('decided', 'closed');
