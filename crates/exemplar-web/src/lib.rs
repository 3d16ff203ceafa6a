//! web.
pub mod components;
