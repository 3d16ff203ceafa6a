//! The way through a definition.
