//! Pages that show themselves, because they ask the store or another system before they are drawn: which files were
//! looked at, which times are full, what is on record.

use axum::response::Response;
use exemplar_app::apply::{Access, Draft};
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::Page;
use exemplar_core::id::Name;

use crate::public::apply::{files, record, slots};
use crate::visit::Visit;

/// How such a page is shown.
#[derive(Default)]
pub struct How<'a> {
    /// What is wrong with what was typed.
    pub problems: &'a [PageProblem],
    /// The query of its address, which says which week of times is shown.
    pub query: &'a str,
    /// The person came from check answers and goes back there.
    pub to_check: bool,
    /// It was changed elsewhere since it was shown.
    pub changed: bool,
}

/// Whether a page shows itself.
#[must_use]
pub fn is_own(page: &Page) -> bool {
    files::Asked::on(page).is_some() || slots::Asked::on(page).is_some() || record::Asked::on(page).is_some()
}

/// Whether the page of this name shows itself.
#[must_use]
pub fn is_on(draft: &Draft, name: &Name) -> bool {
    draft.definition.page(name).is_some_and(is_own)
}

/// Shows such a page: first ask [`is_on`].
pub async fn show(visit: &Visit, access: Access, (draft, name): (Draft, &Name), how: &How<'_>) -> Response {
    let (problems, to_check, changed) = (how.problems, how.to_check, how.changed);
    let asks = |on: fn(&Page) -> bool| draft.definition.page(name).is_some_and(on);
    if asks(|page| files::Asked::on(page).is_some()) {
        return files::show(visit, &draft, name, problems, (to_check, changed)).await;
    }
    if asks(|page| slots::Asked::on(page).is_some()) {
        return slots::show(visit, &draft, name, problems, (how.query, to_check, changed)).await;
    }
    record::show(visit, access, (draft, name), problems, (to_check, changed)).await
}
