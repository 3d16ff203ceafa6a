-- Payments that are to be paid back, for the list of whoever does that.

CREATE INDEX money_line_to_refund ON money_line (case_id, n) WHERE state = 'to_refund';
