//! The use cases of Exemplar: read, decide by the rules of core, commit in one durable write.
//!
//! In reading order: [`services`] holds what runs, [`versions`] tells whom a new version would concern; [`clock`] and [`chance`] give time and random values;
//! [`eligibility`] tells what a person can apply for; [`apply`] is what an applicant does, [`equality`] what they say of themselves for figures alone; [`staff`] who works here, and how they sign in, [`casework`] what they do; [`keeping`] is how long a case stays; [`messages`] tell people of it, [`work`] does the jobs; [`figures`] are counted and published; [`feedback`] is given and read; [`simulate`] makes cases up; [`says`], [`rows`] and [`words`] are the platform's words.

pub mod apply;
pub mod casework;
pub mod chance;
pub mod clock;
pub mod eligibility;
pub mod equality;
pub mod feedback;
pub mod figures;
pub mod keeping;
pub mod messages;
pub mod rows;
pub mod says;
mod secret;
pub mod services;
pub mod simulate;
pub mod staff;
pub mod versions;
pub mod words;
pub mod work;

pub use exemplar_store::Fault;
use exemplar_store::Store;

/// Everything that the use cases need. One for a process.
pub struct App {
    /// Where everything is kept.
    pub store: Store,
    /// The services that run.
    pub services: services::Services,
    /// The platform's words.
    pub words: words::AllWords,
    /// What time it is.
    pub clock: clock::Clock,
    /// Where the site is reached, such as `https://services.example.gov`: links in messages begin with it.
    pub address: String,
    /// Sends e-mail.
    pub mail: exemplar_outbound::Mailer,
    /// Under which id this process puts looks of staff on record.
    pub writer: exemplar_core::id::WriterId,
    /// Wakes the worker of this process after a commit with jobs.
    pub wake: tokio::sync::Notify,
}
