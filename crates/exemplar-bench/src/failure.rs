//! The ways in which a request or a run can fail. What a failure means for a test is decided by the test.

/// Why a request, or the preparation of a run, did not do what was expected.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No whole reply came: what the request did is unknown.
    #[error("no reply to {request}: {why}")]
    NoReply {
        /// Method and address.
        request: String,
        /// What the connection said.
        why: String,
    },
    /// The server said that it cannot answer now (429 or 5xx).
    #[error("{request} was answered with {status}")]
    Unavailable {
        /// Method and address.
        request: String,
        /// The status of the reply.
        status: u16,
    },
    /// The server answered, and the answer is not the one that this person should get.
    #[error("{0}")]
    Wrong(String),
    /// A process could not be started, or a folder not be used: the run says nothing about the server.
    #[error("{0}")]
    Setup(String),
}

impl Failure {
    /// A failure to prepare, with what was being attempted.
    pub fn setup(attempt: impl std::fmt::Display, why: impl std::fmt::Display) -> Self {
        Failure::Setup(format!("{attempt}: {why}"))
    }

    /// True when the same request may be tried again later without any fault having been shown.
    pub fn may_pass(&self) -> bool {
        matches!(self, Failure::NoReply { .. } | Failure::Unavailable { .. })
    }
}
