//! The way of a request: [`router`] finds the page, [`guard`] sees that a POST is ours, [`headers`] stand on every reply.

mod guard;
mod headers;
mod router;

pub use guard::{NotTaken, caller, read as read_form};
pub use router::router;
