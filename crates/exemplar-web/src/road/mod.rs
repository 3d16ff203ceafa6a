//! The way of a request: [`router`] finds the page, [`guard`] sees that a POST is ours, [`headers`] stand on every reply;
//! [`listen`] takes connections, with total deadlines.

mod guard;
mod headers;
mod listen;
mod router;

pub use guard::{NotTaken, caller, read as read_form};
pub use listen::listen;
pub use router::router;
