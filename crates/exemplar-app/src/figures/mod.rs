//! Figures: [`count`] is what the worker does, [`published`] what the public reads, [`volumes`] what staff enter of
//! channels outside. How figures are written down is [`write`]'s.

mod count;
mod published;
mod volumes;

pub use count::count;
pub use exemplar_figures as write;
pub use published::Published;
pub use volumes::{Entered, NotEntered, VolumesOf};
