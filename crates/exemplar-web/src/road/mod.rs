//! The way of a request: [`router`] finds the page, [`guard`] sees that a POST is ours, [`headers`] stand on every reply;
//! [`listen`] takes connections, with total deadlines, by [`tls`] where there is a certificate; [`throttle`] bounds what
//! one address sends; [`metrics`] counts.

mod guard;
mod headers;
mod listen;
mod metrics;
mod router;
mod throttle;
mod tls;

pub use guard::{NotTaken, caller, read as read_form};
pub use listen::{Deadlines, listen};
pub use metrics::metrics_router;
pub use router::{Road, router, router_on};
pub use throttle::Limits;
pub use tls::Certificates;
