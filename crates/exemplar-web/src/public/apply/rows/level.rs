//! Where rows stand: on a page of the service, or on a page of a row, which is one level further in.
//!
//! An address such as `jobs/2/periods/1/amount` leads through a row to a page of one of its rows. Both levels show the
//! same pages; what differs is where they lead back and what stands above them.

use exemplar_core::answer::{Answers, RowId, Rows};
use exemplar_core::apply::{RowAct, answers_of_row};
use exemplar_core::definition::{Page, PageContent, Question, RowsRules};
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;

use super::{CHECK, LIST, PARTS, REMOVE, list, onward};
use crate::public::apply::question;
use crate::visit::Visit;

/// A page with a question of rows.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// The question.
    pub question: &'a Question,
    /// Its rules.
    pub rules: &'a RowsRules,
    /// The address of its list.
    pub(super) address: String,
    /// The page of the service: it, or the one in whose rows it stands.
    pub(super) top: &'a Page,
    /// The row in which it stands.
    pub(super) around: Option<Around>,
}

/// What is known of a row by the rows that stand in it.
pub(super) struct Around {
    /// Which it is: "Job 2".
    pub(super) caption: String,
    /// Where its page leads back.
    pub(super) back: String,
}

impl<'a> Asked<'a> {
    /// What a page asks in rows; none where it asks something else.
    #[must_use]
    pub fn on(page: &'a Page) -> Option<Self> {
        let PageContent::Question(question) = &page.content else {
            return None;
        };
        let rules = question.kind.rows().filter(|rules| rules.fixed.is_none())?;
        Some(Self {
            page,
            question,
            rules,
            address: page.name.in_address(),
            top: page,
            around: None,
        })
    }

    /// What a page of a row asks in rows of its own.
    pub(super) fn within(
        &self,
        visit: &Visit,
        walk: &Walk<'_>,
        (id, in_row, page): (RowId, &Walk<'_>, &'a Page),
        then: Option<&'static str>,
    ) -> Option<Self> {
        let inner = Self::on(page)?;
        Some(Self {
            address: self.address_of(id, &inner.address),
            top: self.top,
            around: Some(Around {
                caption: self.caption(visit, walk, id),
                back: self.back(visit, walk, (id, in_row, page), then),
            }),
            ..inner
        })
    }

    /// The rows that are stored.
    pub(super) fn rows(&self, answers: &Answers) -> Rows {
        answers.rows(self.question.name.as_str()).cloned().unwrap_or_default()
    }

    /// The address of a page of a row.
    pub(super) fn address_of(&self, id: RowId, of: &str) -> String {
        format!("{}/{}/{of}", self.address, id.0)
    }

    /// The row in which it stands; empty where it stands in none.
    pub(super) fn stands_in(&self) -> &str {
        self.around.as_ref().map_or("", |around| &around.caption)
    }

    /// The title of a page with that heading: it says in which row the list stands.
    pub(super) fn titled(&self, heading: &str) -> String {
        match self.stands_in() {
            "" => heading.to_owned(),
            row => format!("{heading} ({row})"),
        }
    }

    /// Which row it is: "Job 2", or "Job 2, Pay period 1".
    pub(super) fn caption(&self, visit: &Visit, walk: &Walk<'_>, id: RowId) -> String {
        let rows = walk.answers().rows(self.question.name.as_str());
        let rows = rows.map_or(&[][..], |rows| &rows.rows);
        let place = rows.iter().position(|row| row.id == id);
        let nth = place.unwrap_or(rows.len()) + 1;
        let (fewest, most) = walk.row_bounds(self.question, self.rules);
        let of = (fewest == most && most > 1).then_some(most);
        let says = visit.says();
        says.in_row(self.stands_in(), &says.row_heading(self.rules, nth, of))
    }

    /// Back goes to the page before in the row, from its first to the list, and where there is none yet to the page before.
    pub(super) fn back(
        &self,
        visit: &Visit,
        walk: &Walk<'_>,
        (id, in_row, page): (RowId, &Walk<'_>, &Page),
        then: Option<&'static str>,
    ) -> String {
        if then == Some(CHECK) {
            return visit.address(CHECK);
        }
        if let Some(before) = in_row.before(page) {
            return visit.address(&self.address_of(id, &format!("{}{}", before.name.in_address(), onward(then))));
        }
        if list::comes_first(self, &self.rows(walk.answers())) {
            return visit.address(&list_address(&self.address, then));
        }
        self.before(visit, walk, false)
    }

    /// The page before the list.
    pub(super) fn before(&self, visit: &Visit, walk: &Walk<'_>, to_check: bool) -> String {
        match &self.around {
            Some(around) => around.back.clone(),
            None if to_check => visit.address(CHECK),
            None => question::back(visit, walk, self.page, false),
        }
    }

    /// Where somebody goes after a row whose list leads on to `then`.
    pub(super) fn then_of_row(&self, then: Option<&'static str>) -> Option<&'static str> {
        match then {
            Some(CHECK) if self.around.is_some() => Some(PARTS),
            other => other.map(|_| LIST),
        }
    }
}

/// The address of a list, for somebody who goes to `then` after one of its rows. Only the list of a row can be left for
/// the rest of that row.
pub(super) fn list_address(list: &str, then: Option<&'static str>) -> String {
    let is_in_row = list.contains('/');
    let then = match then {
        Some(LIST) if is_in_row => Some(LIST),
        other => other.map(|_| CHECK),
    };
    format!("{list}{}", onward(then))
}

/// What an address does to a row, and the address of the list on which that row stands.
pub(super) fn act(name: &Name, (row, of): (&str, &str)) -> Option<(RowAct, String)> {
    let id = RowId(row.parse().ok()?);
    let list = name.in_address();
    let Some((page, rest)) = of.split_once('/') else {
        let act = match of {
            REMOVE => RowAct::Remove(id),
            of => RowAct::Answer(id, Name::from_address(of)),
        };
        return Some((act, list));
    };
    let page = Name::from_address(page);
    let (act, inner) = act(&page, rest.split_once('/')?)?;
    Some((RowAct::Within(id, page, Box::new(act)), format!("{list}/{row}/{inner}")))
}

/// Goes through the rows of an address to the one that it is about, and calls `with` on the way on which that stands.
///
/// # Errors
/// Where there is no such row or page, the address of the nearest list.
pub(super) fn reach<R>(
    visit: &Visit,
    (walk, asked): (&Walk<'_>, &Asked<'_>),
    (row, of): (&str, &str),
    then: Option<&'static str>,
    with: impl FnOnce(&Walk<'_>, &Asked<'_>, RowId, &str) -> R,
) -> Result<R, String> {
    let here = || asked.address.clone();
    let id = RowId(row.parse().map_err(|_| here())?);
    let Some((page, rest)) = of.split_once('/') else {
        return Ok(with(walk, asked, id, of));
    };
    let rows = asked.rows(walk.answers());
    let answers = answers_of_row(walk, asked.question, &rows, id).ok_or_else(here)?;
    let in_row = walk.in_row(asked.rules, &answers);
    let page = asked.rules.page(Name::from_address(page).as_str());
    let page = page.filter(|page| in_row.is_on_path(page)).ok_or_else(here)?;
    let inner = asked.within(visit, walk, (id, &in_row, page), then).ok_or_else(here)?;
    let (row, of) = rest.split_once('/').ok_or_else(here)?;
    // An address has no more than two levels, and the innermost page is never one of rows.
    let id = RowId(row.parse().map_err(|_| inner.address.clone())?);
    Ok(with(&in_row, &inner, id, of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_done_to_which_row() {
        let act = |of| act(&Name::from("jobs"), ("2", of));
        let inner = |act| RowAct::Within(RowId(2), Name::from("pay_periods"), Box::new(act));
        assert_eq!(act("remove"), Some((RowAct::Remove(RowId(2)), "jobs".to_owned())));
        let list = || "jobs/2/pay-periods".to_owned();
        let answer = RowAct::Answer(RowId(1), Name::from("first_day"));
        assert_eq!(act("pay-periods/1/first-day"), Some((inner(answer), list())));
        assert_eq!(
            act("pay-periods/1/remove"),
            Some((inner(RowAct::Remove(RowId(1))), list()))
        );
        assert_eq!(act("pay-periods/one/remove"), None);
        assert_eq!(act("pay-periods/1"), None);
    }

    #[test]
    fn the_list_of_a_row_leads_on_through_the_row() {
        assert_eq!(list_address("jobs", Some(LIST)), "jobs?change");
        assert_eq!(list_address("jobs/2/periods", Some(LIST)), "jobs/2/periods?rows");
        assert_eq!(list_address("jobs/2/periods", Some(PARTS)), "jobs/2/periods?change");
        assert_eq!(list_address("jobs/2/periods", None), "jobs/2/periods");
    }
}
