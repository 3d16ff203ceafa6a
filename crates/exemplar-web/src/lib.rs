//! The pages of Exemplar: axum, templates, cookies. No rule and no SQL is here.
//!
//! In reading order: [`road`] takes a request to its page; [`visit`] is one request to one service; [`session`] what a
//! browser may reach; [`public`] the pages for everybody, [`staff`] those of staff; [`frame`] what stands round them; [`attachment`] gives files; [`components`] what they
//! are made of.

pub mod assets;
mod attachment;
pub mod components;
mod device;
mod form;
mod frame;
mod markdown;
mod public;
mod road;
pub mod session;
mod site;
mod sketch;
mod staff;
mod visit;

pub use public::certificate::page as draw_certificate;
pub use road::{Certificates, Deadlines, Limits, Road, listen, metrics_router, router, router_on};
pub use site::{Site, SiteSettings};
