//! The answers of a case, as staff read them: those of the journey, what the rules found, and what was asked for later.

use exemplar_app::casework::OpenCase;
use exemplar_app::rows::RowShown;
use exemplar_app::says::Says;
use exemplar_core::definition::Question;
use exemplar_core::kind::Sketch;

use super::asks;
use crate::sketch;

/// What was asked, the answer's lines, and its image where it is a drawing.
pub type Answered = (String, Vec<String>, String);

/// Questions and answers on the path, those that the service shows first at the front.
pub fn answers(open: &OpenCase, says: &Says<'_>) -> Vec<Answered> {
    let walk = open.walk();
    let image = |drawn: Option<Sketch>| drawn.map_or_else(String::new, |drawn| sketch::image(says.words, &drawn));
    let first = &open.definition.casework.show_first;
    let mut asked: Vec<&Question> = walk.questions().collect();
    asked.sort_by_key(|question| {
        first
            .iter()
            .position(|name| *name == question.name)
            .unwrap_or(usize::MAX)
    });
    let row = |question: &Question| {
        let own = (
            says.filled(&question.ask, &walk).into_owned(),
            says.answer(&walk, question),
            image(walk.sketch(question)),
        );
        let mut all = vec![own];
        for row in says.rows(&walk, question) {
            in_row(says, &row, "", &image, &mut all);
        }
        all
    };
    let facts = says.facts(&walk).into_iter();
    let (first, after): (Vec<_>, Vec<_>) = facts.partition(|(name, _, _)| first.contains(name));
    let shown = |(_, called, value): (_, &str, String)| (called.to_owned(), vec![value], String::new());
    let first = first.into_iter().map(shown);
    let sent = |(title, lines, drawn)| (title, lines, image(drawn));
    first
        .chain(asked.into_iter().flat_map(row))
        .chain(after.into_iter().map(shown))
        .chain(asks::answers(open, says).into_iter().map(sent))
        .collect()
}

/// What was answered in one row, and after each answer what was in the rows that it holds.
fn in_row(
    says: &Says<'_>,
    row: &RowShown,
    around: &str,
    image: &dyn Fn(Option<Sketch>) -> String,
    all: &mut Vec<Answered>,
) {
    let of = row.heading_in(says, around);
    for answer in &row.answers {
        all.push((
            format!("{of}: {}", answer.ask),
            answer.lines.clone(),
            image(answer.sketch.clone()),
        ));
        for inner in &answer.rows {
            in_row(says, inner, &of, image, all);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use exemplar_app::services::read_folder;
    use exemplar_app::words::AllWords;
    use exemplar_core::definition::read;
    use exemplar_core::id::Language;
    use exemplar_core::journey::{Setting, Walk};
    use exemplar_core::record::Channel;

    use super::*;

    #[test]
    fn each_answer_says_in_which_row_it_stands() {
        let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/everything");
        let checked = read(&read_folder(&place).unwrap());
        let definition = checked.definition.unwrap();
        let mut examples = checked.examples.iter();
        let example = examples.find(|example| example.name == "answers-everything").unwrap();
        let answers = example.as_kept(&definition);
        let setting = Setting {
            today: example.today,
            language: Language::from("en"),
            channel: Channel::Web,
        };
        let words = AllWords::built_in();
        let says = Says {
            words: words.of(&setting.language),
            definition: &definition,
            language: 0,
        };
        let walk = Walk::new(&definition, &answers, setting);
        let mut all = Vec::new();
        for row in says.rows(&walk, walk.question("jobs").unwrap()) {
            in_row(&says, &row, "", &|_| String::new(), &mut all);
        }
        let asked = |asked: &str| all.iter().position(|(known, ..)| known == asked).unwrap();
        let inner = asked("Job 1, Time away 2: For how many weeks were you away?");
        assert_eq!(all[inner].1, ["1"]);
        assert!(asked("Job 1: How much are you paid a week?") < inner);
        assert!(inner < asked("Job 2: Who is or was your employer?"));
    }
}
