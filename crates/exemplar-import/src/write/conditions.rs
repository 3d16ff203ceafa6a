//! The conditions of all pages and questions of a service: who comes to each page by the links of the form, held against
//! what each page and question says itself.

use std::collections::{HashMap, HashSet};

use super::diagram::{ALL, NONE, Ways};
use super::formula::{Formula, Reading};
use super::logic::Logic;
use super::plan::{PartWhat, Plan};
use super::route::{Route, taken};
use super::say::{Said, or};
use crate::form::{Form, Kind, Test};
use crate::report::{Became, Report};

/// What has a condition of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Of {
    /// A page of the service: that of the plan, and its place among those that came of it.
    Part(usize, usize),
    /// A question that shares its page, or stands in rows.
    Question(usize),
    /// An option, or a document.
    Option(usize, usize),
    /// A text above a question in rows.
    Above(usize, usize),
    /// A text of a page of the service.
    Text(usize, usize, usize),
    /// A line of the fee.
    Fee(usize),
    /// One of the amounts of such a line.
    Amount(usize, usize),
    /// A rule across answers.
    Must(usize, usize),
}

/// All conditions, in the words of the language.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    said: HashMap<Of, Said>,
    /// Conditions that are long and stand several times.
    shared: HashSet<String>,
    /// What people called a condition, by what it says.
    meanings: HashMap<String, String>,
}

impl Conditions {
    pub(super) fn of(&self, of: Of) -> &Said {
        self.said.get(&of).unwrap_or(&Said::Always)
    }

    /// What people called a condition that says this.
    pub(super) fn meaning(&self, condition: &str) -> Option<&str> {
        self.meanings.get(condition).map(String::as_str)
    }

    /// Whether a condition is worth a name.
    pub(super) fn is_shared(&self, condition: &str) -> bool {
        self.shared.contains(condition)
    }
}

/// From so many characters on, a condition that stands twice gets a name.
const WORTH_A_NAME: usize = 50;

/// Works all conditions out.
pub(super) fn conditions(form: &Form, route: &Route, plan: &Plan<'_>, report: &mut Report) -> Conditions {
    let formulas = Formulas::read(form, route, plan, report);
    let all: Vec<&Formula> = formulas.all();
    let mut working = Working {
        form,
        route,
        plan,
        logic: Logic::new(&plan.asked, &all),
        formulas: &formulas,
        ends: Vec::new(),
        conditions: Conditions::default(),
        report,
    };
    working.pages();
    working.rest();
    working.meanings();
    let mut conditions = working.conditions;
    let mut seen = HashSet::new();
    for said in conditions.said.values() {
        if let Said::When(parts) = said {
            let text = or(parts);
            if text.len() > WORTH_A_NAME && !seen.insert(text.clone()) {
                conditions.shared.insert(text);
            }
        }
    }
    conditions
}

/// Every condition of the form, read.
#[derive(Default)]
struct Formulas {
    /// By page of the form: the links ahead.
    links: Vec<Vec<(usize, Option<Formula>)>>,
    /// By page of the form.
    pages: HashMap<usize, Formula>,
    own: HashMap<Of, Formula>,
}

impl Formulas {
    fn read(form: &Form, route: &Route, plan: &Plan<'_>, report: &mut Report) -> Self {
        let reading = Reading::new(&plan.asked, &form.conditions);
        let mut out = Self {
            links: vec![Vec::new(); form.pages.len()],
            ..Self::default()
        };
        for page in &route.pages {
            for (to, link) in taken(&route.links[*page]) {
                let when = link
                    .when
                    .as_ref()
                    .map(|when| reading.read(when, (&link.place, "link"), None, report));
                out.links[*page].push((*to, when));
            }
            let page_of = &form.pages[*page];
            if let Some(when) = &page_of.when {
                out.pages
                    .insert(*page, reading.read(when, (&page_of.place, "page"), None, report));
            }
        }
        out.of_questions(&reading, plan, report);
        for (p, page) in plan.pages.iter().enumerate() {
            for (s, part) in page.parts.iter().enumerate() {
                for (t, shown) in part.texts.shown.iter().enumerate() {
                    if let Some(when) = &shown.when {
                        out.own.insert(
                            Of::Text(p, s, t),
                            reading.read(when, (&shown.place, "text"), None, report),
                        );
                    }
                }
            }
        }
        for (f, fee) in form.fees.iter().enumerate() {
            let line = fee.when.iter().map(|when| (Of::Fee(f), when));
            let amounts = fee.cases.iter().enumerate();
            for (of, when) in line.chain(amounts.map(|(c, (when, _))| (Of::Amount(f, c), when))) {
                out.own
                    .insert(of, reading.read(when, (&fee.place, "fee"), None, report));
            }
        }
        out
    }

    /// The conditions of questions, their options and texts, and the rules across answers.
    fn of_questions(&mut self, reading: &Reading<'_>, plan: &Plan<'_>, report: &mut Report) {
        for (i, one) in plan.asked.iter().enumerate() {
            let place = (one.field.place.as_str(), one.field.source_type.as_str());
            let mut put = |of: Of, test: &Test, place: (&str, &str)| {
                self.own.insert(of, reading.read(test, place, one.rows, report));
            };
            if let Some(when) = &one.field.when {
                put(Of::Question(i), when, place);
            }
            match &one.field.kind {
                Kind::Choice { options, .. } => {
                    let with = options
                        .iter()
                        .enumerate()
                        .filter_map(|(o, option)| Some((o, option.when.as_ref()?)));
                    with.for_each(|(o, when)| put(Of::Option(i, o), when, place));
                }
                Kind::Evidence(documents) => {
                    for (o, document) in documents.iter().enumerate() {
                        let place = (document.place.as_str(), place.1);
                        document.when.iter().for_each(|when| put(Of::Option(i, o), when, place));
                    }
                }
                _ => {}
            }
            for (m, (test, _)) in one.field.must.iter().enumerate() {
                put(Of::Must(i, m), test, place);
            }
            for (t, shown) in one.field.above.iter().enumerate() {
                shown.when.iter().for_each(|when| put(Of::Above(i, t), when, place));
            }
        }
    }

    fn all(&self) -> Vec<&Formula> {
        let links = self.links.iter().flatten().filter_map(|(_, when)| when.as_ref());
        links.chain(self.pages.values()).chain(self.own.values()).collect()
    }
}

struct Working<'w, 'a> {
    form: &'w Form,
    route: &'w Route,
    plan: &'w Plan<'a>,
    logic: Logic<'w>,
    formulas: &'w Formulas,
    /// Who has met an end.
    ends: Vec<Ways>,
    conditions: Conditions,
    report: &'w mut Report,
}

impl Working<'_, '_> {
    /// The ways that come to each page, in order, and what follows for its questions.
    fn pages(&mut self) {
        let mut paths = vec![NONE; self.form.pages.len()];
        let by_links = self.form.order == crate::form::Order::ByLinks;
        for (p, place) in self.route.pages.iter().enumerate() {
            if self.route.starts.contains(place) || !by_links {
                paths[*place] = ALL;
            }
            // Tasks are done in any order, so an end of one keeps nobody from another.
            if p > 0 && self.route.starts.contains(place) {
                self.ends.clear();
            }
            let path = paths[*place];
            let own = self.formulas.pages.get(place).map_or(ALL, |when| self.logic.ways(when));
            let shown = self.logic.diagrams.and(path, own);
            self.parts(p, shown);
            let mut rest = path;
            let mut otherwise = None;
            for (to, when) in &self.formulas.links[*place] {
                let Some(when) = when else {
                    otherwise = Some(*to);
                    continue;
                };
                let when = self.logic.ways(when);
                let taken = self.logic.diagrams.and(rest, when);
                paths[*to] = self.logic.diagrams.or(paths[*to], taken);
                let not = self.logic.diagrams.not(when);
                rest = self.logic.diagrams.and(rest, not);
            }
            if let Some(to) = otherwise {
                paths[to] = self.logic.diagrams.or(paths[to], rest);
            }
        }
    }

    fn parts(&mut self, p: usize, shown: Ways) {
        let page = &self.plan.pages[p];
        for (s, part) in page.parts.iter().enumerate() {
            let here = self.earlier(shown, page.order, (&page.page.place, "page"));
            let ways = match &part.what {
                PartWhat::Question(asked) => self.asked(*asked, shown),
                _ => here,
            };
            let care = self.logic.care(ways, &self.ends);
            let said = self.logic.say(ways, care);
            self.put(Of::Part(p, s), said, (&page.page.place, "page"));
            if let PartWhat::Together(asked) = &part.what {
                for one in asked {
                    let own = self.asked(*one, shown);
                    let care = self.logic.diagrams.and(care, here);
                    self.own(Of::Question(*one), own, care);
                }
            }
            if part.what == PartWhat::Exit {
                self.ends.push(ways);
            }
            self.inside(p, s, ways, care);
        }
    }

    /// The ways on which a question is asked, which are kept for those that come after.
    fn asked(&mut self, asked: usize, shown: Ways) -> Ways {
        let own = self.formulas.own.get(&Of::Question(asked));
        let own = own.map_or(ALL, |own| self.logic.ways(own));
        let ways = self.logic.diagrams.and(shown, own);
        let field = self.plan.asked[asked].field;
        let ways = self.earlier(ways, asked, (&field.place, &field.source_type));
        self.logic.shown[asked] = ways;
        self.in_rows(asked);
        ways
    }

    /// What is asked in the rows of a question, and in rows within them.
    fn in_rows(&mut self, rows: usize) {
        let inner = self
            .plan
            .asked
            .iter()
            .enumerate()
            .filter(|(_, one)| one.rows == Some(rows));
        let inner: Vec<usize> = inner.map(|(i, _)| i).collect();
        for i in inner {
            let own = self.formulas.own.get(&Of::Question(i));
            let own = own.map_or(ALL, |own| self.logic.ways(own));
            let field = self.plan.asked[i].field;
            let own = self.earlier(own, i, (&field.place, &field.source_type));
            self.logic.shown[i] = own;
            let care = self.logic.care(own, &[]);
            self.own(Of::Question(i), own, care);
            // Its texts and options are met by those alone who are asked.
            self.of_question(i, own);
            self.in_rows(i);
        }
    }

    /// Without what looks at answers that are given only later.
    fn earlier(&mut self, ways: Ways, order: usize, place: (&str, &str)) -> Ways {
        let (now, changed) = self.logic.before(ways, order);
        if changed {
            let says = "The condition looks at an answer that is given only here or later: there is none yet.";
            self.report.note(Became::Approximated, place, "asked_later", says);
        }
        now
    }

    /// Texts and options of a page of the service.
    fn inside(&mut self, p: usize, s: usize, ways: Ways, care: Ways) {
        let page = &self.plan.pages[p];
        let part = &page.parts[s];
        let care = self.logic.diagrams.and(care, ways);
        for t in 0..part.texts.shown.len() {
            self.of_own(Of::Text(p, s, t), page.order, care);
        }
        let asked = match &part.what {
            PartWhat::Question(asked) => vec![*asked],
            PartWhat::Together(asked) => asked.clone(),
            _ => Vec::new(),
        };
        for one in asked {
            self.of_question(one, care);
        }
    }

    /// The options and rules of a question.
    fn of_question(&mut self, one: usize, care: Ways) {
        for option in 0..self.plan.asked[one].options.len() {
            self.of_own(Of::Option(one, option), one, care);
        }
        for rule in 0..self.plan.asked[one].field.must.len() {
            self.of_own(Of::Must(one, rule), one + 1, care);
        }
        for text in 0..self.plan.asked[one].field.above.len() {
            self.of_own(Of::Above(one, text), one, care);
        }
    }

    fn of_own(&mut self, of: Of, order: usize, care: Ways) {
        if let Some(formula) = self.formulas.own.get(&of) {
            let ways = self.logic.ways(formula);
            let ways = self.earlier(ways, order, ("", "condition"));
            let known = self.logic.care(ways, &[]);
            let care = self.logic.diagrams.and(care, known);
            self.own(of, ways, care);
        }
    }

    fn own(&mut self, of: Of, ways: Ways, care: Ways) {
        let said = self.logic.say(ways, care);
        self.put(of, said, ("", "condition"));
    }

    /// What stands outside of pages.
    fn rest(&mut self) {
        for (f, fee) in self.form.fees.iter().enumerate() {
            let amounts = (0..fee.cases.len()).map(|c| Of::Amount(f, c));
            for of in std::iter::once(Of::Fee(f)).chain(amounts) {
                if let Some(formula) = self.formulas.own.get(&of) {
                    let ways = self.logic.ways(formula);
                    let care = self.logic.care(ways, &self.ends);
                    self.own(of, ways, care);
                }
            }
        }
    }

    /// What the conditions say that have a name in the form.
    fn meanings(&mut self) {
        let reading = Reading::new(&self.plan.asked, &self.form.conditions);
        for condition in self.form.conditions.values() {
            // What is wrong with it was told where it is used.
            let formula = reading.read(&condition.test, ("", ""), None, &mut Report::default());
            let ways = self.logic.ways(&formula);
            let care = self.logic.care(ways, &[]);
            if let Said::When(parts) = self.logic.say(ways, care) {
                let meanings = &mut self.conditions.meanings;
                meanings.entry(or(&parts)).or_insert_with(|| condition.called.clone());
            }
        }
    }

    fn put(&mut self, of: Of, said: Said, place: (&str, &str)) {
        if said == Said::Tangled {
            let says = "So many links and conditions lead here that they cannot be said in one: it is always shown.";
            self.report.note(Became::NotPossible, place, "tangled", says);
        }
        self.conditions.said.insert(of, said);
    }
}
