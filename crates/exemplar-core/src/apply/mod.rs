//! What an applicant does to a case.
