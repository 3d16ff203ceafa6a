//! Every address of staff, what is done there, and who may do it. What is not here cannot be reached.

use exemplar_app::staff::SignedIn;
use exemplar_core::permission::StaffRole;

/// Whether a request reads or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// GET and HEAD.
    Read,
    /// POST: it carries the session's token, where there is a session.
    Change,
}

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Those who have yet to sign in as well.
    Anybody,
    /// Whoever is signed in.
    SignedIn,
    /// Those with one of these roles; for others there is no such page.
    Roles(&'static [StaffRole]),
}

/// What a route shows or does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Where staff begin.
    Home,
    /// The form to sign in.
    SignIn,
    /// Signing in.
    DoSignIn,
    /// Signing out.
    SignOut,
    /// The page of a first link.
    First,
    /// Setting an account up.
    SetUp,
    /// A queue.
    Cases,
    /// One case.
    Case,
    /// Taking a case.
    Take,
    /// Handing a case back.
    HandBack,
    /// Noting something.
    Note,
    /// Deciding.
    Decide,
    /// Confirming what another officer proposed.
    ConfirmProposal,
    /// Sending a proposal back.
    SendBack,
    /// Taking one's own proposal back.
    TakeBack,
    /// Deciding again what was decided.
    LookAgain,
    /// Moving a case on to another stage.
    MoveOn,
    /// Saying what a check comes to.
    AnswerCheck,
    /// Asking the applicant for something.
    Ask,
    /// Taking that back.
    AskBack,
    WithdrawCase,
    /// A certificate.
    Certificate,
    /// Changing what a case was issued.
    ChangeIssued,
    /// Beginning a renewal for somebody.
    BeginRenewal,
    /// Who may see a case.
    Access,
    /// Restricting a case.
    Restrict,
    /// Saying that one knows somebody in a case.
    Know,
    /// The form to search.
    Search,
    /// Searching.
    DoSearch,
    /// What was found.
    Found,
    /// Fees to be paid, and payments to be paid back.
    Payments,
    /// What is paid of one case.
    Payment,
    /// Noting a payment.
    Paid,
    /// Waiving what is left to pay.
    Waive,
    /// Noting that a payment was paid back.
    PaidBack,
    /// The calendars of which somebody sees what is booked.
    Calendars,
    /// One calendar.
    Calendar,
    /// Closing a time of it, or opening it again.
    CloseTime,
    /// Letters to post.
    Letters,
    /// One letter, to be printed.
    Letter,
    /// One file of a case.
    File,
    /// Marking a letter as posted.
    Posted,
    /// Who looked at a case.
    Looks,
    /// The e-mails of the organisation.
    Emails,
    /// Work that was given up.
    Failed,
    /// Doing it again.
    DoAgain,
    /// All accounts.
    People,
    /// One account.
    Person,
    /// Ending the sessions of an account.
    EndSessions,
    /// What people wrote of services.
    Feedback,
    /// The services whose volumes are entered.
    Volumes,
    /// The volumes of a service.
    VolumesOf,
    /// Entering them.
    EnterVolumes,
    /// The services that somebody publishes.
    Services,
    /// Bringing a version in.
    BringIn,
    /// The form to import a form of another system.
    Import,
    /// Importing it.
    DoImport,
    /// What became of it.
    Imported,
    /// The report as a file.
    ImportReport,
    /// The service as a file.
    ImportFolder,
    /// Keeping it as a version of a service.
    KeepImport,
    /// The versions of a service.
    Versions,
    /// Bringing in again what was live before.
    BringBack,
    /// One version.
    Version,
    /// Publishing it, or asking for that.
    Publish,
    /// Agreeing as the second person.
    Agree,
    /// Taking it back.
    Withdraw,
    /// Beginning a preview.
    BeginPreview,
    /// Ending it.
    EndPreview,
    /// Ending an account.
    EndAccount,
    /// Setting anew how somebody signs in.
    Reset,
    /// Giving somebody a membership.
    AddMembership,
    /// Ending a membership.
    EndMembership,
    /// Asking again who somebody is.
    Confirm,
    /// Going on once that is known.
    DoConfirm,
    /// What was typed before a session ended.
    Again,
    /// One's own sessions.
    Sessions,
    /// Ending all of one's own sessions.
    EndOwnSessions,
    /// Choosing the language of the pages.
    Language,
    /// Making a session last.
    Stay,
}

/// One route.
#[derive(Debug)]
pub struct Route {
    /// Reading or changing.
    pub act: Act,
    /// The address; `*` stands for one part of it.
    pub path: &'static str,
    /// Who may use it.
    pub who: Who,
    /// What it is.
    pub page: Page,
    /// Password and code must have been given a short while ago.
    pub is_grave: bool,
}

const ADMINISTRATORS: Who = Who::Roles(&[StaffRole::Administrator]);

/// Those who deal with cases. Which cases is their scope's matter.
const CASEWORK: Who = Who::Roles(CASEWORK_ROLES);
/// All roles.
pub const EVERY_ROLE: &[StaffRole] = &[
    StaffRole::Caseworker,
    StaffRole::Cashier,
    StaffRole::Manager,
    StaffRole::Owner,
    StaffRole::Operator,
    StaffRole::Administrator,
];
/// The roles that see to it that the installation runs.
pub const RUNNING_ROLES: &[StaffRole] = &[StaffRole::Operator, StaffRole::Administrator];
/// The roles that answer for those who deal with cases.
pub const MANAGING_ROLES: &[StaffRole] = &[StaffRole::Manager, StaffRole::Owner];
/// The roles that deal with cases.
pub const CASEWORK_ROLES: &[StaffRole] = &[StaffRole::Caseworker, StaffRole::Manager, StaffRole::Owner];

/// The roles that note which fees were paid.
pub const PAYMENT_ROLES: &[StaffRole] = &[StaffRole::Cashier, StaffRole::Manager];
const PAYMENTS: Who = Who::Roles(PAYMENT_ROLES);

/// Those who answer for the figures of a service. Of which one is checked behind the route.
pub const OWNER_ROLES: &[StaffRole] = &[StaffRole::Owner];
const OWNERS: Who = Who::Roles(OWNER_ROLES);

/// All routes of staff.
pub const ROUTES: &[Route] = &[
    read("/staff", Who::SignedIn, Page::Home),
    read("/staff/sign-in", Who::Anybody, Page::SignIn),
    change("/staff/sign-in", Who::Anybody, Page::DoSignIn),
    change("/staff/sign-out", Who::SignedIn, Page::SignOut),
    read("/staff/first/*", Who::Anybody, Page::First),
    change("/staff/first/*", Who::Anybody, Page::SetUp),
    read("/staff/cases", CASEWORK, Page::Cases),
    read("/staff/cases/*", CASEWORK, Page::Case),
    change("/staff/cases/*/take", CASEWORK, Page::Take),
    change("/staff/cases/*/hand-back", CASEWORK, Page::HandBack),
    change("/staff/cases/*/note", CASEWORK, Page::Note),
    change("/staff/cases/*/decide", CASEWORK, Page::Decide),
    change("/staff/cases/*/confirm", CASEWORK, Page::ConfirmProposal),
    change("/staff/cases/*/send-back", CASEWORK, Page::SendBack),
    change("/staff/cases/*/take-back", CASEWORK, Page::TakeBack),
    change("/staff/cases/*/look-again", CASEWORK, Page::LookAgain),
    change("/staff/cases/*/stage", CASEWORK, Page::MoveOn),
    change("/staff/cases/*/check", CASEWORK, Page::AnswerCheck),
    change("/staff/cases/*/ask", CASEWORK, Page::Ask),
    change("/staff/cases/*/ask-back", CASEWORK, Page::AskBack),
    change("/staff/cases/*/withdraw", CASEWORK, Page::WithdrawCase),
    read("/staff/cases/*/certificate", CASEWORK, Page::Certificate),
    change("/staff/cases/*/issued", CASEWORK, Page::ChangeIssued),
    change("/staff/cases/*/renew", CASEWORK, Page::BeginRenewal),
    read("/staff/cases/*/access", CASEWORK, Page::Access),
    change("/staff/cases/*/restrict", Who::Roles(MANAGING_ROLES), Page::Restrict),
    change("/staff/cases/*/know", CASEWORK, Page::Know),
    read("/staff/files/*", CASEWORK, Page::File),
    read("/staff/search", CASEWORK, Page::Search),
    change("/staff/search", CASEWORK, Page::DoSearch),
    read("/staff/search/*", CASEWORK, Page::Found),
    read("/staff/payments", PAYMENTS, Page::Payments),
    read("/staff/payments/*", PAYMENTS, Page::Payment),
    change("/staff/payments/*/paid", PAYMENTS, Page::Paid),
    change(
        "/staff/payments/*/waive",
        Who::Roles(&[StaffRole::Manager]),
        Page::Waive,
    ),
    change("/staff/payments/*/paid-back", PAYMENTS, Page::PaidBack),
    read("/staff/calendars", CASEWORK, Page::Calendars),
    read("/staff/calendars/*", CASEWORK, Page::Calendar),
    change("/staff/calendars/*/close", CASEWORK, Page::CloseTime),
    read("/staff/letters", CASEWORK, Page::Letters),
    read("/staff/letters/*", CASEWORK, Page::Letter),
    change("/staff/letters/*/posted", CASEWORK, Page::Posted),
    read("/staff/feedback", OWNERS, Page::Feedback),
    read("/staff/volumes", OWNERS, Page::Volumes),
    read("/staff/volumes/*", OWNERS, Page::VolumesOf),
    change("/staff/volumes/*", OWNERS, Page::EnterVolumes),
    read("/staff/services", OWNERS, Page::Services),
    change("/staff/services", OWNERS, Page::BringIn),
    read("/staff/services/*", OWNERS, Page::Versions),
    change("/staff/services/*/bring-back", OWNERS, Page::BringBack),
    read("/staff/import", OWNERS, Page::Import),
    change("/staff/import", OWNERS, Page::DoImport),
    read("/staff/import/*", OWNERS, Page::Imported),
    read("/staff/import/*/report", OWNERS, Page::ImportReport),
    read("/staff/import/*/folder", OWNERS, Page::ImportFolder),
    change("/staff/import/*/keep", OWNERS, Page::KeepImport),
    read("/staff/versions/*", OWNERS, Page::Version),
    grave("/staff/versions/*/publish", OWNERS, Page::Publish),
    grave("/staff/versions/*/agree", OWNERS, Page::Agree),
    change("/staff/versions/*/withdraw", OWNERS, Page::Withdraw),
    change("/staff/versions/*/preview", OWNERS, Page::BeginPreview),
    change("/staff/versions/*/end-preview", OWNERS, Page::EndPreview),
    read("/staff/looks", ADMINISTRATORS, Page::Looks),
    read("/staff/emails", Who::Roles(RUNNING_ROLES), Page::Emails),
    read("/staff/failed", Who::Roles(RUNNING_ROLES), Page::Failed),
    change("/staff/failed/*/again", Who::Roles(RUNNING_ROLES), Page::DoAgain),
    read("/staff/people", ADMINISTRATORS, Page::People),
    read("/staff/people/*", ADMINISTRATORS, Page::Person),
    change("/staff/people/*/end-sessions", ADMINISTRATORS, Page::EndSessions),
    grave("/staff/people/*/end", ADMINISTRATORS, Page::EndAccount),
    grave("/staff/people/*/reset", ADMINISTRATORS, Page::Reset),
    grave("/staff/people/*/memberships", ADMINISTRATORS, Page::AddMembership),
    grave("/staff/people/*/end-membership", ADMINISTRATORS, Page::EndMembership),
    read("/staff/confirm/*", Who::SignedIn, Page::Confirm),
    change("/staff/confirm/*", Who::SignedIn, Page::DoConfirm),
    read("/staff/again/*", Who::SignedIn, Page::Again),
    read("/staff/sessions", Who::SignedIn, Page::Sessions),
    change("/staff/sessions/end", Who::SignedIn, Page::EndOwnSessions),
    read("/staff/language/*", Who::Anybody, Page::Language),
    read("/staff/stay", Who::SignedIn, Page::Stay),
];

const fn read(path: &'static str, who: Who, page: Page) -> Route {
    Route {
        act: Act::Read,
        path,
        who,
        page,
        is_grave: false,
    }
}

const fn change(path: &'static str, who: Who, page: Page) -> Route {
    Route {
        act: Act::Change,
        path,
        who,
        page,
        is_grave: false,
    }
}

/// A change that asks for password and code, unless they were given a short while ago.
const fn grave(path: &'static str, who: Who, page: Page) -> Route {
    Route {
        act: Act::Change,
        path,
        who,
        page,
        is_grave: true,
    }
}

impl Route {
    /// Whether somebody who is signed in may use it.
    #[must_use]
    pub fn is_for(&self, who: &SignedIn) -> bool {
        match self.who {
            Who::Anybody | Who::SignedIn => true,
            Who::Roles(roles) => who.may(roles),
        }
    }
}

/// A route and what stood in its `*`.
pub struct Found<'a> {
    /// The route.
    pub route: &'static Route,
    /// The part of the address; empty where the route has none.
    pub part: &'a str,
}

/// The route of an address.
#[must_use]
pub fn find(act: Act, path: &str) -> Option<Found<'_>> {
    ROUTES.iter().filter(|route| route.act == act).find_map(|route| {
        Some(Found {
            route,
            part: fits(route.path, path)?,
        })
    })
}

/// What stands in the `*` of a pattern that an address fits.
fn fits<'a>(pattern: &str, path: &'a str) -> Option<&'a str> {
    let mut found = "";
    let mut parts = path.split('/');
    for wanted in pattern.split('/') {
        let part = parts.next()?;
        match wanted {
            "*" if !part.is_empty() => found = part,
            wanted if wanted == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_the_route_that_it_fits_whole() {
        let part = |act, path| find(act, path).map(|found| (found.route.page, found.part));
        assert_eq!(part(Act::Read, "/staff"), Some((Page::Home, "")));
        assert_eq!(part(Act::Read, "/staff/first/abc"), Some((Page::First, "abc")));
        assert_eq!(
            part(Act::Change, "/staff/people/1/end-sessions"),
            Some((Page::EndSessions, "1"))
        );
        assert_eq!(part(Act::Read, "/staff/people/1/end-sessions"), None);
        assert_eq!(part(Act::Read, "/staff/first/"), None);
        assert_eq!(part(Act::Read, "/staff/people/1/2"), None);
    }

    #[test]
    fn no_address_has_two_rules() {
        for (place, route) in ROUTES.iter().enumerate() {
            assert!(
                !ROUTES[..place]
                    .iter()
                    .any(|other| (other.act, other.path) == (route.act, route.path)),
                "{}",
                route.path
            );
        }
    }
}
