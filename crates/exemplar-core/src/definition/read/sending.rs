//! When messages go, to whom and by which means: the keys under `messages: NAME`.

use indexmap::IndexMap;

use super::fee::after_decision;
use super::{NamedWhat, Reader, Role, Row, Spot, Where, listed};
use crate::casework::{PAID, SUBMITTED, TO_PAY, WITHDRAWN};
use crate::definition::source::{Document, Node, Place};
use crate::definition::{Casework, Issue, Keeping, Moment, Recipient, Sending, Shift, kind_for, means_for};
use crate::expression::{Type, closest};
use crate::id::Name;
use crate::record::Means;

/// What a message is written for.
struct Words {
    /// There is `NAME.LANGUAGE.md`, for e-mail and post.
    letter: bool,
    /// There is `NAME.text.LANGUAGE.md`.
    text: bool,
    /// The first file.
    file: usize,
}

/// What can happen to a case, for messages to go at.
struct Happens<'m> {
    casework: &'m Casework,
    issues: &'m [Issue],
    /// The fee is asked for after the decision.
    is_paid_later: bool,
}

impl Happens<'_> {
    /// The moments at which something is done.
    fn acts(&self) -> impl Iterator<Item = &str> {
        let outcomes = self.casework.outcomes.keys().map(Name::as_str);
        let asks = self.casework.asks_for.keys().map(Name::as_str);
        let to_pay = self.is_paid_later.then_some(TO_PAY);
        let own = [SUBMITTED, PAID, WITHDRAWN].into_iter().chain(to_pay);
        outcomes.chain(own).chain(asks)
    }
}

/// How each message is sent, by name.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    document: &'a Document,
    root: &Spot<'a>,
    (casework, issues): (&Casework, &[Issue]),
) -> IndexMap<Name, Sending> {
    reader.stand(Where::After);
    let happens = Happens {
        casework,
        issues,
        is_paid_later: after_decision(root).is_some(),
    };
    let settings = root.get("messages");
    let mut names: Vec<(&str, usize)> = Vec::new();
    for message in document.messages.iter().chain(&document.text_messages) {
        if names.iter().all(|(name, _)| *name != message.name) {
            names.push((&message.name, message.file));
        }
    }
    // In the order of their names, as files stand in a folder.
    names.sort_unstable();
    let sendings = names.into_iter().map(|(name, file)| {
        let words = Words {
            letter: document.messages.iter().any(|message| message.name == name),
            text: document.text_messages.iter().any(|message| message.name == name),
            file,
        };
        let spot = settings.as_ref().and_then(|spot| spot.get(name));
        let at = spot.as_ref().and_then(|spot| spot.node.get("at"));
        let at = moment(reader, name, at, words.file, &happens);
        (Name::from(name), sending(reader, name, spot.as_ref(), &words, at))
    });
    sendings.collect()
}

fn sending<'a>(reader: &Reader<'a>, name: &str, spot: Option<&Spot<'a>>, words: &Words, at: Moment) -> Sending {
    let get = |key: &str| spot.and_then(|spot| spot.node.get(key));
    let shift = spot.and_then(|spot| shift(reader, spot, &at));
    let when = spot.and_then(|spot| reader.condition(spot, "when", Role::Later, &format!("messages.{name}")));
    let to = get("to").map_or(Recipient::Applicant, |node| {
        recipient(reader, node).unwrap_or(Recipient::Applicant)
    });
    let by = by(reader, name, spot, words, &to);
    Sending {
        at,
        shift,
        when,
        to,
        by,
    }
}

/// When it goes: `received` at submission, else at the moment of its name.
fn moment(reader: &Reader<'_>, name: &str, at: Option<&Node>, file: usize, happens: &Happens<'_>) -> Moment {
    let typed = match (at.and_then(Node::text), name) {
        (Some(at), _) => at,
        (None, "received") => "submitted",
        (None, name) => name,
    };
    if happens.acts().any(|known| known == typed) {
        return Moment::Act(Name::from(typed));
    }
    let ends = |issue: &Issue| ["expires", "ends"].map(|what| format!("{} {what}", issue.name));
    let issues = happens.issues;
    if let Some(issue) = issues.iter().find(|issue| ends(issue).iter().any(|end| end == typed)) {
        let is_forever = issue.lasts.iter().all(|(lasts, _)| *lasts == Keeping::Forever);
        if let (true, true, Some(node)) = (is_forever, typed.ends_with(" expires"), at) {
            let message = format!("\"{}\" lasts forever, so this message never goes.", issue.name);
            let advice = "Take the message out, or write under lasts for how long it is good.";
            reader.error(node.place, "never_expires", message, advice);
        }
        return Moment::Issued(typed.into());
    }
    if at.is_some() && is_times(reader, typed) {
        let is_booked = happens
            .casework
            .outcomes
            .values()
            .any(|rule| rule.books.as_deref() == Some(typed));
        if let (false, Some(node)) = (is_booked, at) {
            let advice = format!("Write books: first_free({typed}) at an outcome.");
            let message = format!("No outcome books a time of \"{typed}\", so this message never goes.");
            reader.error(node.place, "unknown_moment", message, advice);
        }
        return Moment::Booked(Name::from(typed));
    }
    if at.is_some() && is_date(reader, typed) {
        return Moment::Day(Name::from(typed));
    }
    let place = at.map_or(
        Place {
            file,
            ..Place::default()
        },
        |node| node.place,
    );
    let advice = closest(typed, happens.acts()).map_or_else(
        || {
            let acts = happens.acts().collect::<Vec<_>>().join(", ");
            format!(
                "Moments are {acts}, each question or fact that is a date, each question of times, and ISSUE expires."
            )
        },
        |like| format!("Did you mean \"{like}\"?"),
    );
    let message = format!("Nothing happens at \"{typed}\".");
    let mut findings = reader.findings();
    findings.missing(place, typed, "unknown_moment", message, advice);
    Moment::Act(Name::from(typed))
}

/// Whether a question of that name asks for times of a calendar.
pub(super) fn is_times(reader: &Reader<'_>, name: &str) -> bool {
    let what = reader.register.what(name);
    matches!(
        what,
        Some(NamedWhat::Question {
            kind: Some("slots"),
            ..
        })
    )
}

/// Whether a question or a fact of that name comes to a date.
pub(super) fn is_date(reader: &Reader<'_>, name: &str) -> bool {
    match reader.register.what(name) {
        Some(NamedWhat::Question { type_is, .. }) => *type_is == Some(Type::Date),
        Some(NamedWhat::Fact) => {
            let facts = reader.register.facts.borrow();
            matches!(facts.get(name), Some(Some((Type::Date, ..))))
        }
        _ => false,
    }
}

fn shift<'a>(reader: &Reader<'a>, spot: &Spot<'a>, at: &Moment) -> Option<Shift> {
    let (before, after) = (spot.node.get("before"), spot.node.get("after"));
    if let (Some(_), Some(node)) = (before, after) {
        let advice = "Keep one of the two.";
        reader.error(
            node.place,
            "two_times",
            "A message goes before or after, not both.",
            advice,
        );
        return None;
    }
    if let Some(node) = before {
        if let Moment::Act(act) = at {
            let message = format!("Nobody knows before when \"{act}\" will be.");
            let advice = "Write after, or name a date of the case at at.";
            reader.error(node.place, "not_known_before", message, advice);
        }
        return reader.duration(spot, "before").map(Shift::Before);
    }
    reader.duration(spot, "after").map(Shift::After)
}

/// To whom: a question that says where, or `each ROWS`.
fn recipient(reader: &Reader<'_>, node: &Node) -> Option<Recipient> {
    let typed = node.text()?.trim();
    if typed == "applicant" {
        return Some(Recipient::Applicant);
    }
    let (name, each) = match typed.strip_prefix("each ") {
        Some(rows) => (rows.trim(), true),
        None => (typed, false),
    };
    let wrong = |message: String, advice: &str| {
        reader.error(node.place, "wrong_recipient", message, advice);
        None
    };
    match reader.register.what(name) {
        Some(NamedWhat::Question { type_is, .. }) if each => {
            if *type_is == Some(Type::Rows) {
                Some(Recipient::Each(Name::from(name)))
            } else {
                wrong(
                    format!("\"{name}\" has no rows."),
                    "Name a question of rows after each.",
                )
            }
        }
        Some(NamedWhat::InRows(rows, _)) if each => wrong(
            format!(
                "\"{name}\" stands in the rows of \"{rows}\", and a message goes to each row of a question by itself."
            ),
            "Write each and that question.",
        ),
        Some(NamedWhat::Question { kind, .. }) if kind.and_then(means_for).is_some() => {
            Some(Recipient::Question(Name::from(name)))
        }
        Some(NamedWhat::Question { .. }) => wrong(
            format!("The answer to \"{name}\" says nothing of where a message goes."),
            "Name a question for an e-mail address, a postal address or a telephone number, or write each ROWS.",
        ),
        _ => wrong(
            format!("There is no question \"{name}\"."),
            "Write applicant, a question of this service, or each and a question of rows.",
        ),
    }
}

/// By which means, where each of them can work.
fn by<'a>(reader: &Reader<'a>, name: &str, spot: Option<&Spot<'a>>, words: &Words, to: &Recipient) -> Vec<Means> {
    let node = spot.and_then(|spot| spot.node.get("by"));
    let mut by = Vec::new();
    for node in node.map(listed).unwrap_or_default() {
        match node.text().map(str::trim) {
            Some("email") => by.push((Means::Email, node.place)),
            Some("text") => by.push((Means::Text, node.place)),
            Some("post") => by.push((Means::Letter, node.place)),
            _ => reader.error(
                node.place,
                "unknown_means",
                "Nothing goes by that.",
                "Write email, text or post.",
            ),
        }
    }
    if by.is_empty() {
        let place = spot.map_or(
            Place {
                file: words.file,
                ..Place::default()
            },
            |spot| spot.node.place,
        );
        by.extend(usual(reader, words, to).map(|means| (means, place)));
        if words.text && words.letter {
            let message = format!("The text \"{name}\" is not sent: nothing says that it goes by text.");
            let advice = format!("Write messages: {name}: by: [email, text], or take its file away.");
            reader.warning(place, "text_not_sent", message, advice);
        }
    }
    for (means, place) in &by {
        can_work(reader, name, *means, *place, words, to);
    }
    let mut means: Vec<Means> = Vec::new();
    for (one, place) in by {
        if means.contains(&one) {
            reader.error(place, "twice", "This means stands here twice.", "Keep one of the two.");
        } else {
            means.push(one);
        }
    }
    means
}

/// The means where nothing is said; none for an applicant's own letter or e-mail, whichever address they gave.
fn usual(reader: &Reader<'_>, words: &Words, to: &Recipient) -> Option<Means> {
    match to {
        _ if words.text && !words.letter => Some(Means::Text),
        Recipient::Applicant => None,
        Recipient::Question(question) => match reader.register.what(question.as_str()) {
            Some(NamedWhat::Question { kind: Some(kind), .. }) => means_for(kind),
            _ => None,
        },
        Recipient::Each(_) if asks(reader, to, Means::Email) => Some(Means::Email),
        Recipient::Each(_) => Some(Means::Letter),
    }
}

/// Whether something is asked that says where to by a means.
fn asks(reader: &Reader<'_>, to: &Recipient, means: Means) -> bool {
    let is_kind = |what: &NamedWhat| matches!(what, NamedWhat::Question { kind, .. } if *kind == Some(kind_for(means)));
    let mut all = reader.register.names.iter();
    match to {
        Recipient::Applicant => all.any(|(_, named)| is_kind(&named.what)),
        Recipient::Question(name) => all.any(|(known, named)| known == name && is_kind(&named.what)),
        Recipient::Each(rows) => all.any(|(_, named)| match &named.what {
            NamedWhat::InRows(of, what) => of == rows && is_kind(what),
            _ => false,
        }),
    }
}

fn can_work(reader: &Reader<'_>, name: &str, means: Means, place: Place, words: &Words, to: &Recipient) {
    let first = &reader.languages()[0];
    let (has_words, file) = match means {
        Means::Text => (words.text, format!("messages/{name}.text.{first}.md")),
        Means::Email | Means::Letter => (words.letter, format!("messages/{name}.{first}.md")),
    };
    if !has_words {
        let message = "This message has no words for that means.";
        reader.error(place, "missing", message, format!("Write {file}."));
    }
    if !asks(reader, to, means) {
        let (what, whose) = match (means, to) {
            (Means::Email, Recipient::Each(rows)) => ("e-mail address", format!(" in each row of \"{rows}\"")),
            (Means::Text, Recipient::Each(rows)) => ("telephone number", format!(" in each row of \"{rows}\"")),
            (Means::Letter, Recipient::Each(rows)) => ("address", format!(" in each row of \"{rows}\"")),
            (_, Recipient::Question(question)) => {
                let message = format!("\"{question}\" says where to by another means.");
                let advice = "Leave by out, or name a question of that kind at to.";
                reader.error(place, "cannot_reach", message, advice);
                return;
            }
            (Means::Email, Recipient::Applicant) => ("e-mail address", String::new()),
            (Means::Text, Recipient::Applicant) => ("telephone number", String::new()),
            (Means::Letter, Recipient::Applicant) => ("address", String::new()),
        };
        let message = format!("Nobody is asked for their {what}{whose}, so this message reaches nobody.");
        reader.error(place, "cannot_reach", message, "Ask for it, or choose another means.");
    }
}

/// The row whose names a message's words may use: of the rows that it goes to each of.
pub(super) fn row_of<'a>(reader: &Reader<'a>, root: &Spot<'a>, name: &str) -> Option<Row> {
    let node = root.node.get("messages")?.get(name)?.get("to")?;
    let rows = node.text()?.trim().strip_prefix("each ")?.trim();
    matches!(
        reader.register.what(rows),
        Some(NamedWhat::Question {
            type_is: Some(Type::Rows),
            ..
        })
    )
    .then(|| Row {
        of: Name::from(rows),
        before: None,
    })
}
