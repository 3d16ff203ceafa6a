//! The rules of Exemplar. Nothing here reads a clock, a file, a socket or chance: what is needed comes in as
//! arguments, what should happen goes out as values.
//!
//! In reading order: [`id`] and [`answer`] are the small types; [`record`] is what is stored; [`definition`] is a
//! service as its team writes it, with [`kind`]s of answers, [`file`]s, [`expression`]s and [`text`]; [`language`] is how each language writes; [`journey`] walks it;
//! [`apply`] decides what an applicant's act changes, [`waiting`] what happens until a fee is paid or another person has signed, [`casework`] what an act of staff does, [`issuing`] what a decision issues, [`renewing`] how that is renewed, [`keeping`] how long a case is kept; [`search`] by which terms a case is found; [`permission`] says who of the staff may see what;
//! [`figures`] are what is published of all of it, [`feedback`] what people say of a service.

pub mod answer;
pub mod apply;
pub mod casework;
pub mod definition;
pub mod expression;
pub mod feedback;
pub mod figures;
pub mod file;
pub mod id;
pub mod issuing;
pub mod journey;
pub mod keeping;
pub mod kind;
pub mod language;
pub mod permission;
pub mod publishing;
pub mod record;
pub mod renewing;
pub mod search;
pub mod text;
pub mod waiting;
