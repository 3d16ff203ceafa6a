//! The pages that anybody can open: [`apply`] is the journey, [`about`] what stands beside it, [`home`] the list of
//! services, [`performance`] their figures, [`errors`] what is shown when something goes wrong. [`place`] says which address is which page.

pub mod about;
pub mod apply;
pub mod errors;
pub mod home;
pub mod performance;
pub mod place;
