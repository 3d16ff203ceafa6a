//! The pages that anybody can open: [`apply`] is the journey, [`about`] what stands beside it, [`feedback`] what people say of it, [`home`] the list of
//! services, [`language`] that of pages of no service, [`eligibility`] what one can apply for, [`performance`] their figures, [`register`] what was issued, [`certificate`] the page that proves it, [`errors`] what is shown when something goes wrong. [`place`] says which address is which page.

pub mod about;
pub mod apply;
pub mod certificate;
pub mod eligibility;
pub mod errors;
pub mod feedback;
pub mod home;
pub mod language;
pub mod performance;
pub mod place;
pub mod register;
