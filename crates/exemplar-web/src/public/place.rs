//! Which address of a service is which page, and which acts it takes.

use exemplar_core::id::Name;

use crate::public::apply::files::FileAct;

/// A page of a service, by its address behind the service's name and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place<'a> {
    /// The start page: the service's own address.
    Start,
    /// Have I done this already?
    Already,
    /// Beginning anew.
    Begin,
    /// A page of the definition.
    Page(Name),
    /// A page of one row: the question of rows, the row's number, and the page or what is done to the row. Of a row within
    /// a row that is a page, a number and a page again.
    Row(Name, &'a str, &'a str),
    /// Entries of a question's long list that fit what is typed.
    Suggest(Name),
    /// What is done with the files of a question.
    Files(Name, FileAct),
    /// The task list.
    TaskList,
    /// Check answers.
    CheckAnswers,
    /// The confirmation of a case.
    Done(&'a str),
    /// Equality questions, once a case was sent.
    Equality(&'a str),
    /// Where a case is.
    Status(&'a str),
    /// What the office asks for.
    Asked(&'a str),
    /// Taking a submitted case back.
    Withdraw(&'a str),
    /// A case that waits for a signature or the fee.
    Waiting(&'a str),
    /// The link of a second person.
    SignLink(&'a str),
    /// The link by which something is renewed.
    RenewLink(&'a str),
    /// What is known of a case whose issue is renewed, and how it stands.
    Renewal(&'a str),
    /// What a second person signs.
    Sign,
    /// The public register.
    Register,
    /// A certificate, by its case and what was issued.
    Certificate(&'a str),
    /// All of it, as a file.
    RegisterFile,
    /// One entry of it, by its number.
    Entry(&'a str),
    /// Save and come back later.
    Save,
    /// Leave this device.
    Leave,
    /// Come back by code.
    Return,
    /// Come back by link.
    Link(&'a str),
    /// The second fact.
    Unlock,
    /// The messages of a preview.
    PreviewMessages,
    /// Cookies.
    Cookies,
    /// Privacy.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// Contact.
    Contact,
    /// Feedback.
    Feedback,
}

/// Who can do something at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Anybody: nothing of a case is there, or what the form carries says which one.
    Everybodys,
    /// The browser that holds the case.
    Holders,
}

/// One address of every service, which acts it takes, and for whom.
#[derive(Debug)]
pub struct Route {
    /// The address behind the service's; `*` stands for one part of it.
    pub path: &'static str,
    /// Who can read it, by GET.
    #[cfg_attr(
        not(test),
        expect(
            dead_code,
            reason = "each page looks for the case itself; the tests hold it to what stands here"
        )
    )]
    pub read: Whose,
    /// Who can send a form to it, by POST, with the session's token; there is no such page where nobody can.
    pub change: Option<Whose>,
    place: fn(&str) -> Place<'_>,
}

const HOLDERS: Whose = Whose::Holders;
const ALL: Whose = Whose::Everybodys;

/// All addresses of a service. What is not here cannot be reached; the first that fits is taken.
pub const ROUTES: &[Route] = &[
    route("", ALL, None, |_| Place::Start),
    route("start", ALL, Some(ALL), |_| Place::Begin),
    route("already", ALL, Some(ALL), |_| Place::Already),
    route("tasks", HOLDERS, None, |_| Place::TaskList),
    route("check-answers", HOLDERS, Some(HOLDERS), |_| Place::CheckAnswers),
    route("done/*", HOLDERS, Some(HOLDERS), |part| Place::Done(part)),
    route("equality/*", HOLDERS, Some(HOLDERS), |part| Place::Equality(part)),
    route("status/*", HOLDERS, None, |part| Place::Status(part)),
    route("asked/*", HOLDERS, Some(HOLDERS), |part| Place::Asked(part)),
    route("withdraw/*", HOLDERS, Some(HOLDERS), |part| Place::Withdraw(part)),
    route("waiting/*", HOLDERS, Some(HOLDERS), |part| Place::Waiting(part)),
    route("sign", HOLDERS, Some(HOLDERS), |_| Place::Sign),
    route("sign/*", ALL, Some(ALL), |part| Place::SignLink(part)),
    route("renew/*", ALL, Some(ALL), |part| Place::RenewLink(part)),
    route("renewal/*", HOLDERS, Some(HOLDERS), |part| Place::Renewal(part)),
    route("issued/*", HOLDERS, None, |part| Place::Certificate(part)),
    route("register", ALL, None, |_| Place::Register),
    route("register.csv", ALL, None, |_| Place::RegisterFile),
    route("register/*", ALL, None, |part| Place::Entry(part)),
    route("save", HOLDERS, Some(HOLDERS), |_| Place::Save),
    route("leave", ALL, Some(ALL), |_| Place::Leave),
    route("return", ALL, Some(ALL), |_| Place::Return),
    route("return/*", ALL, Some(ALL), |part| Place::Link(part)),
    route("unlock", ALL, Some(HOLDERS), |_| Place::Unlock),
    route("preview-messages", HOLDERS, None, |_| Place::PreviewMessages),
    route("cookies", ALL, None, |_| Place::Cookies),
    route("privacy", ALL, None, |_| Place::Privacy),
    route("accessibility", ALL, None, |_| Place::Accessibility),
    route("contact", ALL, None, |_| Place::Contact),
    route("feedback", ALL, Some(ALL), |_| Place::Feedback),
    route("*", HOLDERS, Some(HOLDERS), |page| {
        Place::Page(Name::from_address(page))
    }),
    route(OF_LISTS, ALL, Some(ALL), |rest| {
        let question = rest.split_once('/').map_or(rest, |(question, _)| question);
        Place::Suggest(Name::from_address(question))
    }),
    route(OF_FILES, HOLDERS, Some(HOLDERS), |rest| {
        let (page, act) = of_files(rest).unwrap_or(("", FileAct::Begin));
        Place::Files(Name::from_address(page), act)
    }),
    route(OF_A_ROW, HOLDERS, Some(HOLDERS), |rest| {
        let (page, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let (row, of) = rest.split_once('/').unwrap_or((rest, ""));
        Place::Row(Name::from_address(page), row, of)
    }),
];

/// What fits in a long list has two parts, the second of which says so.
const OF_LISTS: &str = "*/suggest";
/// What is done with files has three parts, the second of which says so: rows have numbers there.
const OF_FILES: &str = "*/files/*";
/// A page of a row has three parts, and one of a row within a row has five.
const OF_A_ROW: &str = "*/*/*";

const fn route(path: &'static str, read: Whose, change: Option<Whose>, place: fn(&str) -> Place<'_>) -> Route {
    Route {
        path,
        read,
        change,
        place,
    }
}

/// The page and the act of an address of files.
fn of_files(rest: &str) -> Option<(&str, FileAct)> {
    let (page, rest) = rest.split_once('/')?;
    Some((page, FileAct::named(rest.strip_prefix("files/")?)?))
}

/// The place with an address and its route; none where there is no such page.
#[must_use]
pub fn place(rest: &str) -> Option<(&'static Route, Place<'_>)> {
    ROUTES.iter().find_map(|route| {
        let part = match route.path.strip_suffix('*') {
            _ if route.path == OF_FILES => of_files(rest).map(|_| rest)?,
            _ if route.path == OF_LISTS => Some(rest).filter(|rest| {
                rest.strip_suffix("/suggest")
                    .is_some_and(|question| !question.contains('/'))
            })?,
            _ if route.path == OF_A_ROW => Some(rest).filter(|rest| matches!(rest.split('/').count(), 3 | 5))?,
            None => (route.path == rest).then_some("")?,
            // The name of a page is one part; what stands behind a folder is whatever follows, as it came.
            Some("") => Some(rest).filter(|rest| !rest.contains('/'))?,
            Some(folder) => rest.strip_prefix(folder)?,
        };
        Some((route, (route.place)(part)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_two_parts_is_only_what_takes_two() {
        let at = |rest| place(rest).map(|(_, place)| place);
        assert_eq!(at("done/1"), Some(Place::Done("1")));
        assert_eq!(at("full-name/1"), None);
        assert_eq!(
            at("jobs/2/employer"),
            Some(Place::Row(Name::from("jobs"), "2", "employer"))
        );
        assert_eq!(at("jobs/2/employer/x"), None);
        assert_eq!(
            at("jobs/2/periods/1/amount"),
            Some(Place::Row(Name::from("jobs"), "2", "periods/1/amount"))
        );
        assert_eq!(at("jobs/2/periods/1/amount/3/x"), None);
        assert_eq!(at("full-name/suggest"), Some(Place::Suggest(Name::from("full_name"))));
        assert_eq!(at("done/suggest"), Some(Place::Done("suggest")));
        assert_eq!(
            at("payslips/files/add"),
            Some(Place::Files(Name::from("payslips"), FileAct::Add))
        );
        assert_eq!(
            at("payslips/files/3"),
            Some(Place::Files(Name::from("payslips"), FileAct::Get(3)))
        );
        assert_eq!(at("full-name"), Some(Place::Page(Name::from("full_name"))));
        assert_eq!(at("return"), Some(Place::Return));
        assert_eq!(at(""), Some(Place::Start));
    }
}
