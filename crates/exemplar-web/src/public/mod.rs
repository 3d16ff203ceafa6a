//! The pages that anybody can open: [`apply`] is the journey, [`about`] what stands beside it, [`feedback`] what people say of it, [`home`] the list of
//! services, [`eligibility`] what one can apply for, [`performance`] their figures, [`errors`] what is shown when something goes wrong. [`place`] says which address is which page.

pub mod about;
pub mod apply;
pub mod eligibility;
pub mod errors;
pub mod feedback;
pub mod home;
pub mod performance;
pub mod place;
