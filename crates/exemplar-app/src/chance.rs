//! Ids and random values, drawn before an act is decided, so that it can be decided again without harm.

use exemplar_core::id::{CaseId, CommitId, JobId, ObservationId, Reference, WriterId, code};
use exemplar_store::Fault;
use jiff::Timestamp;
use uuid::Uuid;

/// A reference has three groups of four characters: 60 bits. One cannot be guessed, and two are hardly ever the same;
/// a claim sees to it that they never are.
const REFERENCE_GROUPS: usize = 3;
/// A code to come back with has as many.
const RETURN_CODE_GROUPS: usize = 3;

/// Random bytes from the cryptographic provider.
///
/// # Errors
/// Where the machine gives none.
pub fn bytes<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| Fault::Defect("the machine gives no random bytes".to_owned()))?;
    Ok(bytes)
}

/// A new case's id, which says when it was drawn: what a place in the queue is told by.
#[must_use]
pub fn case_id(at: Timestamp) -> CaseId {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    let nanoseconds = u32::try_from(at.subsec_nanosecond()).unwrap_or_default();
    CaseId(Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        seconds,
        nanoseconds,
    )))
}

/// A new commit's id.
#[must_use]
pub fn commit_id() -> CommitId {
    CommitId(Uuid::now_v7())
}

/// A new observation's id.
#[must_use]
pub fn observation_id() -> ObservationId {
    ObservationId(Uuid::now_v7())
}

/// The id under which a process writes looks.
#[must_use]
pub fn writer() -> WriterId {
    WriterId(Uuid::now_v7())
}

/// A new attempt's number.
///
/// # Errors
/// Where the machine gives no random bytes.
pub fn attempt() -> Result<i64, Fault> {
    Ok(i64::from_be_bytes(bytes()?))
}

/// A new reference.
///
/// # Errors
/// Where the machine gives no random bytes.
pub fn reference() -> Result<Reference, Fault> {
    Ok(Reference(code(&bytes::<12>()?, REFERENCE_GROUPS)))
}

/// A new code to come back with.
///
/// # Errors
/// Where the machine gives no random bytes.
pub fn return_code() -> Result<String, Fault> {
    Ok(code(&bytes::<12>()?, RETURN_CODE_GROUPS))
}

/// A new job's id.
#[must_use]
pub fn job_id() -> JobId {
    JobId(Uuid::now_v7())
}
