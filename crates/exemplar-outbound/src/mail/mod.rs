//! E-mail by SMTP, or, where no server is known, as files that staff can read.

use std::path::PathBuf;
use std::time::Duration;

use exemplar_core::id::{CaseId, JobId};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{Address, AsyncTransport as _, Message, Tokio1Executor};

/// A server may take so long to answer.
const SERVER_DEADLINE: Duration = Duration::from_secs(20);

/// Sends e-mail.
#[derive(Debug, Clone)]
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

#[derive(Debug, Clone)]
enum Way {
    /// To a server.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// Into a folder, one `.eml` file each, named by case and job: sent twice, it is still one.
    Folder(PathBuf),
}

/// One e-mail.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The case that it is about; none for one to staff.
    pub case: Option<CaseId>,
    /// The job: it makes the Message-ID, so that a repeat can be told.
    pub job: JobId,
    /// From whom.
    pub from: Sender<'a>,
    /// To whom.
    pub to: &'a str,
    /// The first line.
    pub subject: &'a str,
    /// The text.
    pub text: &'a str,
}

/// A page that goes with an e-mail, as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedPage {
    /// The name of the file.
    pub file: String,
    /// The page: it holds all that it needs.
    pub html: String,
}

/// From whom an e-mail comes, and who reads the answer. What is not said is the installation's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sender<'a> {
    /// The name that is shown.
    pub name: Option<&'a str>,
    /// The address.
    pub address: Option<&'a str>,
    /// Where answers go.
    pub reply_to: Option<&'a str>,
}

/// Why an e-mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// No e-mail can be sent at present.
    #[error("the mail server could not be reached")]
    Down,
    /// Worth another try, and says nothing of other e-mails.
    #[error("the mail server said to come again")]
    Retry,
    /// Never worth one.
    #[error("{0}")]
    GiveUp(&'static str),
}

/// Why a mailer could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum BadSettings {
    /// The sender is no address.
    #[error("{0} is not the address of a sender: write it as Name <name@example.org>")]
    Sender(String),
    /// The server is no address.
    #[error("the SMTP server is not an address: write it as smtp://HOST:PORT or smtps://USER:PASSWORD@HOST")]
    Server,
    /// The folder cannot be made.
    #[error("the folder for e-mails {0} cannot be made: {1}")]
    Folder(PathBuf, std::io::Error),
}

impl Mailer {
    /// E-mail through a server.
    ///
    /// # Errors
    /// As [`BadSettings`] says.
    pub fn smtp(server: &str, from: &str) -> Result<Self, BadSettings> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(|_| BadSettings::Server)?;
        let transport = transport.timeout(Some(SERVER_DEADLINE)).build();
        Ok(Self {
            from: sender(from)?,
            way: Way::Smtp(Box::new(transport)),
        })
    }

    /// E-mail as files in a folder.
    ///
    /// # Errors
    /// As [`BadSettings`] says.
    pub fn folder(folder: PathBuf, from: &str) -> Result<Self, BadSettings> {
        std::fs::create_dir_all(&folder).map_err(|source| BadSettings::Folder(folder.clone(), source))?;
        Ok(Self {
            from: sender(from)?,
            way: Way::Folder(folder),
        })
    }

    /// For a command that sends nothing and forgets the files of a case: a folder that need not be there.
    ///
    /// # Errors
    /// As [`BadSettings`] says.
    pub fn forgetting(folder: PathBuf, from: &str) -> Result<Self, BadSettings> {
        Ok(Self {
            from: sender(from)?,
            way: Way::Folder(folder),
        })
    }

    /// Sends an e-mail. Safe to call twice: the Message-ID is the job's.
    ///
    /// # Errors
    /// As [`NotSent`] says.
    pub async fn send(&self, letter: &Letter<'_>) -> Result<(), NotSent> {
        self.send_with(letter, None).await
    }

    /// [`Mailer::send`] with a page that goes with it, as a file.
    ///
    /// # Errors
    /// As [`NotSent`] says.
    pub async fn send_with(&self, letter: &Letter<'_>, attached: Option<&AttachedPage>) -> Result<(), NotSent> {
        let message = self.message(letter, attached)?;
        match &self.way {
            Way::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(NotSent::GiveUp("the mail server refused the address")),
                Err(error) if error.is_transient() => Err(NotSent::Retry),
                Err(_) => Err(NotSent::Down),
            },
            Way::Folder(folder) => {
                let case = letter.case.map_or_else(String::new, |case| format!("{case}."));
                let file = folder.join(format!("{case}{}.eml", letter.job));
                tokio::fs::write(file, message.formatted())
                    .await
                    .map_err(|_| NotSent::Down)
            }
        }
    }

    /// Removes the files of e-mails about a case that was erased. Answers how many there were.
    ///
    /// # Errors
    /// Where the folder cannot be read or a file not be removed.
    pub fn forget(&self, case: CaseId) -> std::io::Result<usize> {
        let Way::Folder(folder) = &self.way else {
            return Ok(0);
        };
        let prefix = format!("{case}.");
        let mut removed = 0;
        let entries = match std::fs::read_dir(folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                std::fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn message(&self, letter: &Letter<'_>, attached: Option<&AttachedPage>) -> Result<Message, NotSent> {
        let to: Mailbox = letter.to.parse().map_err(|_| NotSent::GiveUp("the address is none"))?;
        let mut message = Message::builder().from(self.from(&letter.from)?).to(to);
        if let Some(reply_to) = letter.from.reply_to {
            message = message.reply_to(Mailbox::new(None, address(reply_to)?));
        }
        // The installation's domain whoever sends, so that a repeat has the same id.
        let message = message
            .message_id(Some(format!("<{}@{}>", letter.job, self.from.email.domain())))
            .subject(letter.subject);
        let text = letter.text.to_owned();
        let message = match attached {
            None => message.body(text),
            Some(page) => {
                let file = Attachment::new(page.file.clone()).body(page.html.clone(), ContentType::TEXT_HTML);
                message.multipart(MultiPart::mixed().singlepart(SinglePart::plain(text)).singlepart(file))
            }
        };
        message.map_err(|_| NotSent::GiveUp("the e-mail could not be written"))
    }

    /// Whether e-mails are written as files, since no server is known.
    #[must_use]
    pub fn writes_files(&self) -> bool {
        matches!(self.way, Way::Folder(_))
    }

    fn from(&self, sender: &Sender<'_>) -> Result<Mailbox, NotSent> {
        let own = &self.from;
        let name = sender.name.filter(|name| !name.is_empty()).map(ToOwned::to_owned);
        let email = sender.address.map_or_else(|| Ok(own.email.clone()), address)?;
        Ok(Mailbox::new(name.or_else(|| own.name.clone()), email))
    }
}

fn address(text: &str) -> Result<Address, NotSent> {
    text.parse()
        .map_err(|_| NotSent::GiveUp("an address of the organisation is none"))
}

fn sender(from: &str) -> Result<Mailbox, BadSettings> {
    from.parse().map_err(|_| BadSettings::Sender(from.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> JobId {
        JobId(std::str::FromStr::from_str("018f0000-0000-7000-8000-000000000001").unwrap())
    }

    #[tokio::test]
    async fn an_email_without_a_server_is_a_file_and_sent_twice_it_is_one() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().join("mail"), "Permits <permits@example.org>").unwrap();
        let letter = Letter {
            case: None,
            job: job(),
            from: Sender::default(),
            to: "anna@example.org",
            subject: "Sent",
            text: "Thank you",
        };
        mailer.send(&letter).await.unwrap();
        mailer.send(&letter).await.unwrap();
        let files: Vec<_> = std::fs::read_dir(folder.path().join("mail")).unwrap().collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
        assert!(text.contains(&format!("Message-ID: <{}@example.org>", job())));
    }

    #[tokio::test]
    async fn a_page_goes_with_an_email_as_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "permits@example.org").unwrap();
        let letter = Letter {
            case: None,
            job: job(),
            from: Sender::default(),
            to: "anna@example.org",
            subject: "Sent",
            text: "Thank you",
        };
        let page = AttachedPage {
            file: "certificate-7.html".to_owned(),
            html: "<!DOCTYPE html><title>Certificate</title>".to_owned(),
        };
        mailer.send_with(&letter, Some(&page)).await.unwrap();
        let mut files = std::fs::read_dir(folder.path()).unwrap();
        let text = std::fs::read_to_string(files.next().unwrap().unwrap().path()).unwrap();
        for part in [
            "multipart/mixed",
            "Thank you",
            "filename=\"certificate-7.html\"",
            "text/html",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[tokio::test]
    async fn a_line_break_in_a_subject_makes_no_header() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "permits@example.org").unwrap();
        let letter = Letter {
            case: None,
            job: job(),
            from: Sender::default(),
            to: "anna@example.org",
            subject: "Hi\r\nBcc: eve@example.org",
            text: "",
        };
        mailer.send(&letter).await.unwrap();
        let text = std::fs::read_to_string(folder.path().join(format!("{}.eml", job()))).unwrap();
        assert!(!text.lines().any(|line| line.starts_with("Bcc:")));
    }

    #[tokio::test]
    async fn the_emails_of_an_erased_case_are_removed_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "permits@example.org").unwrap();
        let case = CaseId(std::str::FromStr::from_str("018f0000-0000-7000-8000-000000000002").unwrap());
        for case in [None, Some(case)] {
            let letter = Letter {
                case,
                job: job(),
                from: Sender::default(),
                to: "anna@example.org",
                subject: "Sent",
                text: "Thank you",
            };
            mailer.send(&letter).await.unwrap();
        }
        assert_eq!(mailer.forget(case).unwrap(), 1);
        assert_eq!(mailer.forget(case).unwrap(), 0);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn an_email_comes_from_its_sender_and_else_from_the_installation() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "Permits <permits@example.org>").unwrap();
        let check = async |from: Sender<'_>, headers: &[&str]| {
            let letter = Letter {
                case: None,
                job: job(),
                from,
                to: "anna@example.org",
                subject: "Sent",
                text: "Thank you",
            };
            mailer.send(&letter).await.unwrap();
            let text = std::fs::read_to_string(folder.path().join(format!("{}.eml", job()))).unwrap();
            for header in headers {
                assert!(text.lines().any(|line| line == *header), "{header}\n{text}");
            }
            assert_eq!(text.contains("Reply-To"), from.reply_to.is_some());
        };
        let council = Sender {
            name: Some("Council"),
            address: Some("council@example.org"),
            reply_to: Some("help@example.org"),
        };
        check(
            council,
            &["From: Council <council@example.org>", "Reply-To: help@example.org"],
        )
        .await;
        let named = Sender {
            name: Some("Council"),
            ..Sender::default()
        };
        check(named, &["From: Council <permits@example.org>"]).await;
        check(Sender::default(), &["From: Permits <permits@example.org>"]).await;
    }

    #[tokio::test]
    async fn what_is_no_address_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "permits@example.org").unwrap();
        let letter = Letter {
            case: None,
            job: job(),
            from: Sender::default(),
            to: "nobody",
            subject: "",
            text: "",
        };
        assert!(matches!(mailer.send(&letter).await, Err(NotSent::GiveUp(_))));
    }
}
