//! The applicant's journey, driven through the router as a browser drives it, on both engines.
//! [`browser`] is the browser; each module below tests one promise to the applicant.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on has failed")]

mod already;
mod browser;
mod deadline;
mod eligibility;
mod equality;
mod feedback;
mod figures;
mod files;
mod guarding;
mod leaving;
mod locking;
mod nested_rows;
mod opening;
mod records;
mod reminding;
mod road;
mod rows;
mod sending;
mod sockets;
mod tabs;
mod task_list;
mod together;
mod versions;
