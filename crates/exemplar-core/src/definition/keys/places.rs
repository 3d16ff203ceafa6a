//! The places of a definition, each with its keys in canonical order.

use super::rows::{FACT, ROWS};
use super::{Heading, Rule, Shape};

/// Writes one rule of the table.
pub(super) const fn key(key: &'static str, takes: Shape, says: &'static str) -> Rule {
    Rule { key, takes, says }
}

pub(super) const NOTE: Rule = key(
    "note",
    Shape::Plain,
    "For whoever reads the definition. Nothing else shows it.",
);

/// service.yaml.
pub static SERVICE: Heading = Heading {
    name: "a service",
    kind: false,
    keys: &[
        key(
            "language",
            Shape::OneOf(&["1"]),
            "The version of the service language. Always 1.",
        ),
        key("name", Shape::Words, "What the service is called."),
        key("organisation", Shape::Name, "Who owns it."),
        key(
            "languages",
            Shape::Names,
            "The first is the one that the definition is written in.",
        ),
        key("currency", Shape::Name, "In which money is written, such as GBP."),
        key("time_zone", Shape::Plain, "Where today begins, such as Europe/London."),
        key(
            "holidays",
            Shape::Names,
            "No working days: england_and_wales, scotland or northern_ireland, or a list with a column day.",
        ),
        key(
            "why",
            Shape::Words,
            "Why questions are asked that do not say so themselves.",
        ),
        key(
            "law",
            Shape::Plain,
            "Under which act questions are asked that do not say so themselves.",
        ),
        NOTE,
        key("start", Shape::Under(&START), "The start page."),
        key(
            "confirm_with",
            Shape::Name,
            "The question whose answer is the second fact for coming back.",
        ),
        key("opening", Shape::Under(&super::opening::OPENING), "When one can apply."),
        key("deadline", Shape::Under(&DEADLINE), "The last day."),
        key("already", Shape::Under(&ALREADY), "Have I done this already?"),
        key(
            "eligibility",
            Shape::Each(&Shape::Under(&PAGE)),
            "Questions and exits before the others.",
        ),
        key("questions", Shape::Each(&Shape::Under(&PAGE)), "Pages, in order."),
        key(
            "tasks",
            Shape::Each(&Shape::Under(&super::TASK)),
            "The task list of a long service, in place of questions.",
        ),
        key("send", Shape::Under(&SEND), "Check answers."),
        key("done", Shape::Under(&DONE), "The confirmation page."),
        key(
            "facts",
            Shape::Each(&Shape::CasesOr(&FACT)),
            "Named conditions and sums.",
        ),
        key(
            "phrases",
            Shape::Each(&Shape::Words),
            "Texts, put anywhere by ((name)).",
        ),
        key(
            "lists",
            Shape::Each(&Shape::Each(&Shape::Cells)),
            "Options that several questions share.",
        ),
        key(
            "casework",
            Shape::Under(&super::casework::CASEWORK),
            "What happens after submission.",
        ),
        key(
            "messages",
            Shape::Each(&Shape::Under(&super::casework::MESSAGE)),
            "What differs from the usual for a message.",
        ),
        key(
            "keep",
            Shape::Each(&Shape::Keeping),
            "How long what is kept: each outcome, draft, withdrawn.",
        ),
        key(
            "channels",
            Shape::Each(&Shape::Under(&CHANNEL)),
            "Ways to deal with the service.",
        ),
        key(
            "fee",
            Shape::CasesOrEach(&Shape::Under(&super::fee::FEE_LINE)),
            "What it costs: an amount, cases, or lines.",
        ),
        key(
            "payment",
            Shape::Under(&super::fee::PAYMENT),
            "When it is paid, and what is paid back.",
        ),
        key(
            "signatory",
            Shape::Under(&super::signatory::SIGNATORY),
            "A second person who signs before it is sent.",
        ),
        key(
            "issues",
            Shape::Each(&Shape::Under(&super::issues::ISSUE)),
            "What a decision issues: registrations, licences, awards.",
        ),
        key(
            "calendars",
            Shape::Each(&Shape::Under(&super::calendars::CALENDAR)),
            "Times to book.",
        ),
        key(
            "standard",
            Shape::Under(&super::standard::STANDARD),
            "Evidence and targets, usually in standard.yaml.",
        ),
        key(
            "equality",
            Shape::YesOr(&Shape::Under(&super::equality::EQUALITY)),
            "Equality questions after sending: yes for the usual ones, or your own.",
        ),
    ],
};

static START: Heading = Heading {
    name: "start",
    kind: false,
    keys: &[
        key("say", Shape::Words, "What the service does."),
        key("who_can", Shape::Words, "Who it is for."),
        key("takes", Shape::Plain, "How long it takes."),
        key("have_ready", Shape::Words, "What to have ready."),
        key("button", Shape::Words, "The button, in place of \"Start now\"."),
        NOTE,
    ],
};

static SEND: Heading = Heading {
    name: "send",
    kind: false,
    keys: &[
        key("button", Shape::Words, "The button, in place of \"Accept and send\"."),
        key("say", Shape::Words, "Above the button."),
        NOTE,
    ],
};

static DONE: Heading = Heading {
    name: "done",
    kind: false,
    keys: &[key("say", Shape::Words, "What happens next."), NOTE],
};

static DEADLINE: Heading = Heading {
    name: "deadline",
    kind: false,
    keys: &[
        key("name", Shape::Words, "What it is the deadline of."),
        key("last_day", Shape::Moment, "The last moment: \"2026-06-07 23:59\"."),
        key(
            "counts",
            Shape::OneOf(&["first_answer", "submission", "place_in_queue"]),
            "What must have happened by then.",
        ),
        key("extended_to", Shape::Moment, "A later last moment."),
        key("extension_law", Shape::Plain, "The law that set it."),
        key("before", Shape::Words, "Shown until then."),
        key("after", Shape::Words, "Shown after it."),
        NOTE,
    ],
};

static ALREADY: Heading = Heading {
    name: "already",
    kind: false,
    keys: &[
        key(
            "same",
            Shape::Expressions,
            "What is equal in two applications of one person.",
        ),
        key("title", Shape::Words, "The heading."),
        key("say", Shape::Words, "Above the questions."),
        key("found", Shape::Words, "Shown where there is an application."),
        key("not_found", Shape::Words, "Shown where there is none."),
        NOTE,
    ],
};

/// A page, a question, an exit.
pub static PAGE: Heading = Heading {
    name: "a page",
    kind: true,
    keys: &[
        NOTE,
        key(
            "was",
            Shape::Name,
            "The name that it had in an earlier version: drafts keep their answers by it.",
        ),
        key("when", Shape::Condition, "It is shown when this holds."),
        key("ask", Shape::Words, "The question."),
        key("exit", Shape::Words, "The heading of an end."),
        key(
            "title",
            Shape::Words,
            "The heading of a page that asks several questions or none.",
        ),
        key("called", Shape::Words, "As it stands after \"Enter\" and in tables."),
        key("together", Shape::Plain, "Why several questions share the page."),
        key(
            "ends_as",
            Shape::OneOf(&["not_eligible", "go_elsewhere", "nothing_to_do"]),
            "What the end means.",
        ),
        key("say", Shape::Words, "Above the answer."),
        key("hint", Shape::Words, "One short sentence, without a link."),
        key("why", Shape::Words, "Why it is asked."),
        key("law", Shape::Plain, "Under which act."),
        key("help", Shape::Under(&HELP), "Opens on request."),
        key("optional", Shape::Yes, "It may be left empty."),
        // The kind of answer stands here. Some of them have questions of their own:
        key(
            "rows",
            Shape::Under(&ROWS),
            "Answers that repeat: the same questions, asked for each.",
        ),
        key(
            "table",
            Shape::Under(&super::tables::TABLE),
            "The same questions in each of some fixed rows, on one page.",
        ),
        key(
            "grid",
            Shape::Under(&super::tables::GRID),
            "One of the same options in each of some fixed rows.",
        ),
        key(
            "record",
            Shape::Under(&super::records::RECORD),
            "What another system has on record, shown to the person.",
        ),
        key("or_tick", Shape::Words, "A box to tick instead of an answer."),
        key("must", Shape::Each(&Shape::Under(&MUST)), "Rules across answers."),
        key("errors", Shape::Each(&Shape::Words), "Own words for errors, by rule."),
        key(
            "prefill",
            Shape::Name,
            "What it is to all services, such as person.name: they ask for it once.",
        ),
        key(
            "questions",
            Shape::Each(&Shape::Under(&PAGE)),
            "The questions of the page.",
        ),
    ],
};

static HELP: Heading = Heading {
    name: "help",
    kind: false,
    keys: &[
        key("title", Shape::Words, "The line that opens it."),
        key("say", Shape::Words, "What it says."),
        NOTE,
    ],
};

static MUST: Heading = Heading {
    name: "a rule under must",
    kind: false,
    keys: &[
        key("be", Shape::Condition, "What must hold."),
        key("or_say", Shape::Words, "What to say where it does not."),
        NOTE,
    ],
};

static CHANNEL: Heading = Heading {
    name: "a channel",
    kind: false,
    keys: &[
        key("cost", Shape::Amount, "What one transaction costs."),
        key("cases_before", Shape::Count, "How many a year there were before."),
        key("call", Shape::Plain, "The telephone number."),
        key("hours", Shape::Words, "When it is staffed."),
        key("write_to", Shape::Words, "The postal address."),
        key("visit", Shape::Words, "Where to go."),
        NOTE,
    ],
};
