-- Queues of staff: those of an organisation or an office, by the day by which a case is to be decided.
CREATE INDEX cases_queue ON cases (organisation, phase, due, id) WHERE phase <> 'draft';
CREATE INDEX cases_of_office ON cases (organisation, office, phase, due, id) WHERE phase <> 'draft';
