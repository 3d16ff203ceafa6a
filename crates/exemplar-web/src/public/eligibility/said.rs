//! What a person said so far, as the form carries it: `service.question-suffix` for each control, and
//! `sent=service.page` for each page. The controls of the page itself have the names of its questions alone.

use exemplar_app::eligibility::Said;
use exemplar_core::definition::{Definition, Page};
use exemplar_core::id::Name;
use exemplar_core::kind::Typed;

use crate::form::Form;

/// The field with the page that is sent.
const AT: &str = "at";
/// The field of each page that was sent before.
const SENT: &str = "sent";

/// What the form carries.
pub struct Carried {
    /// As it was sent.
    pub form: Form,
}

/// A page of a service, as fields name it.
pub fn place(service: &Definition, page: &Name) -> String {
    format!("{}.{page}", service.id)
}

impl Carried {
    /// What this form carries.
    pub fn new(form: Form) -> Self {
        Self { form }
    }

    /// Whether the form is that of this page.
    pub fn is_at(&self, service: &Definition, page: &Name) -> bool {
        self.form.get(AT) == place(service, page)
    }

    /// The page of the form with what was typed there, under the names by which it is carried on.
    fn here(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let at = self.form.get(AT).split_once('.');
        let fields = at.into_iter().flat_map(|(service, _)| {
            let own = self.form.fields().filter(|(name, _)| is_typed_here(name));
            own.map(move |(name, value)| (format!("{service}.{name}"), value.to_owned()))
        });
        let sent = at.map(|_| (SENT.to_owned(), self.form.get(AT).to_owned()));
        fields.chain(sent)
    }

    /// Everything, to be carried on.
    pub fn all(&self) -> Vec<(String, String)> {
        let here: Vec<(String, String)> = self.here().collect();
        let is_here = |name: &str| name != SENT && here.iter().any(|(own, _)| own == name);
        let before = self.form.fields().filter(|(name, value)| {
            (name.contains('.') && !is_here(name)) || (*name == SENT && *value != self.form.get(AT))
        });
        let before: Vec<(String, String)> = before
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        before.into_iter().chain(here).collect()
    }

    /// Everything but what this page asks, which stands in its controls.
    pub fn without(&self, service: &Definition, page: &Page) -> Vec<(String, String)> {
        let names: Vec<String> = page
            .questions()
            .iter()
            .map(|question| format!("{}.{}", service.id, question.name))
            .collect();
        let is_asked = |name: &str| {
            names.iter().any(|own| {
                let rest = name.strip_prefix(own.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        };
        let here = place(service, &page.name);
        let all = self.all().into_iter();
        all.filter(|(name, value)| !(is_asked(name) || (name == SENT && *value == here)))
            .collect()
    }
}

/// Whether a field is a control of the page itself.
fn is_typed_here(name: &str) -> bool {
    !name.contains('.') && ![AT, SENT, super::SHOW].contains(&name)
}

impl Said for Carried {
    fn typed(&self, service: &Definition, question: &Name) -> Typed {
        let is_here = self
            .form
            .get(AT)
            .strip_prefix(service.id.as_str())
            .is_some_and(|rest| rest.starts_with('.'));
        let here = if is_here {
            self.form.typed(question.as_str())
        } else {
            Typed::default()
        };
        if here.is_empty() {
            self.form.typed(&format!("{}.{question}", service.id))
        } else {
            here
        }
    }

    fn was_sent(&self, service: &Definition, page: &Name) -> bool {
        let page = place(service, page);
        let mut fields = self.form.fields();
        fields.any(|(name, value)| (name == AT || name == SENT) && value == page)
    }
}
