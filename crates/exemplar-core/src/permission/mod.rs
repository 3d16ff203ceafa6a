//! Who may see and do what: staff, their memberships, and the [`Scope`] that follows from them. Nobody may do anything
//! that no membership gives. How staff sign in is not here.

mod scope;
mod staff;

pub use scope::{Reach, Scope};
pub use staff::{
    FirstLink, Membership, Owned, Staff, StaffPrivate, StaffRole, StaffState, is_administrator, may, owned,
};
