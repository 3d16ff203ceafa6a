//! What the store promises, on both engines.

mod commits;
