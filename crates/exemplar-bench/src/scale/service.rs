//! A service as large as any should be: 1,000 questions with 300 conditions, and what a person answers. Plain text, so
//! that tests of other crates can read it too.
use std::fmt::Write;

/// Questions.
pub const QUESTIONS: usize = 1_000;
/// Facts; each is a condition.
pub const FACTS: usize = 40;
/// Pages that are shown on a condition.
pub const CONDITIONAL_PAGES: usize = 260;

/// What is written for everything but the questions.
pub fn service_yaml() -> String {
    let mut text = "language: 1\nname: Answer a thousand questions\norganisation: example-council\nlaw: An act\n\
                    casework:\n  decide_within: 10 working days\n  outcomes:\n    approved: { title: Approved }\n    \
                    refused: { title: Refused }\nkeep:\n  approved: 1 year\n  refused: 1 year\n  withdrawn: 28 days\n  \
                    draft: 28 days\nfacts:\n"
        .to_owned();
    for fact in 0..FACTS {
        let first = fact * 25;
        let own = format!("yes({}) and {} > 10", name(first), name(first + 3));
        let is = match fact % 4 {
            0 => own,
            _ => format!("({own}) or fact_{}", fact - 1),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  fact_{fact}: {is}");
    }
    text
}

/// The pages, with `words` in the first question.
pub fn questions_yaml(words: &str) -> String {
    let mut text = String::new();
    for index in 0..QUESTIONS {
        let ask = if index == 0 {
            words
        } else {
            "What is the answer to this question?"
        };
        let _ = write!(
            text,
            "{}:\n  ask: {ask}\n  called: the answer to question {index}\n",
            name(index)
        );
        if let Some(when) = when(index) {
            let _ = writeln!(text, "  when: {when}");
        }
        text.push_str(match index % 5 {
            0 => "  yes_no:\n",
            1 => "  one_of: { red: Red, green: Green, blue: Blue }\n",
            2 => "  text: { at_most: 100 characters }\n",
            3 => "  number: { from: 0, to: 100 }\n",
            _ => "  money: { to: 5000 GBP }\n",
        });
    }
    text
}

/// The condition of a page: one of 260, on answers given shortly before or on a fact.
fn when(index: usize) -> Option<String> {
    if index % 25 == 20 {
        return Some(format!("fact_{}", index / 25));
    }
    let is_one = (11..924).contains(&index) && index % 4 == 3;
    let choice = (index / 5).checked_sub(1)? * 5;
    let (yes, option, number) = (name(choice), name(choice + 1), name(choice + 3));
    is_one.then(|| match index % 3 {
        0 => yes,
        1 => format!("yes({yes}) and {number} > 5"),
        _ => format!("{option} is red or {number} > 50"),
    })
}

/// The name of a question.
pub fn name(index: usize) -> String {
    format!("q_{index:04}")
}

/// What a person answers who is asked most of them.
pub fn value(index: usize) -> &'static str {
    match index % 5 {
        0 if index.is_multiple_of(45) => "no",
        0 => "yes",
        1 => "red",
        2 => "Some words",
        3 => "60",
        _ => "12.34",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_as_is_said() {
        let (service, questions) = (service_yaml(), questions_yaml("What is first?"));
        assert_eq!(questions.matches("  ask: ").count(), QUESTIONS);
        assert_eq!(questions.matches("  when: ").count(), CONDITIONAL_PAGES);
        assert_eq!(service.matches("\n  fact_").count(), FACTS);
        assert_eq!(FACTS + CONDITIONAL_PAGES, 300);
    }
}
