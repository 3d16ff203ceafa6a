//! The use cases of Exemplar: read, decide by the rules of core, commit in one durable write.
//!
//! In reading order: [`services`] holds what runs, [`publishing`] how a version comes to be live, [`importing`] how forms of other systems come to be one, [`versions`] whom it would concern; [`clock`] and [`chance`] give time and random values;
//! [`eligibility`] tells what a person can apply for; [`apply`] is what an applicant does, [`files`] what they upload, [`waiting`] what happens between check answers and submission, [`equality`] what they say of themselves for figures alone; [`staff`] who works here, and how they sign in, [`casework`] what they do, [`slots`] which times have room and what a decision books, [`issuing`] what that issues, [`renewing`] how that is renewed, [`registers`] what everybody reads of it, [`certificates`] go with messages; [`keeping`] is how long a case stays; [`messages`] tell people of it, [`work`] does the jobs; [`figures`] are counted and published; [`feedback`] is given and read; [`simulate`] makes cases up; [`says`], [`rows`] and [`words`] are the platform's words.

pub mod apply;
pub mod casework;
pub mod certificates;
pub mod chance;
pub mod clock;
pub mod eligibility;
pub mod equality;
pub mod feedback;
pub mod figures;
pub mod files;
pub mod importing;
#[cfg(test)]
mod instance;
pub mod issuing;
pub mod keeping;
pub mod messages;
pub mod publishing;
pub mod registers;
pub mod renewing;
pub mod rows;
pub mod says;
mod secret;
pub mod services;
pub mod simulate;
pub mod slots;
pub mod staff;
pub mod versions;
pub mod waiting;
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
    /// Writes texts to telephones.
    pub texts: exemplar_outbound::Texts,
    /// Keeps the content of files.
    pub files: exemplar_outbound::Objects,
    /// Has files looked at for viruses; none where no scanner is set: then no file is given to anybody.
    pub scanner: Option<exemplar_outbound::Scanner>,
    /// Asks other systems.
    pub connectors: exemplar_outbound::Connectors,
    /// Under which id this process puts looks of staff on record.
    pub writer: exemplar_core::id::WriterId,
    /// Draws certificates, which are pages; none where no e-mail is sent.
    pub certificates: Option<certificates::Draw>,
    /// Wakes the worker of this process after a commit with jobs.
    pub wake: tokio::sync::Notify,
}
