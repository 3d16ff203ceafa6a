//! Draws a question that is signed: a line for the name, and beneath it the sheet on which a script lets one draw. Without
//! scripts a name is typed; what was drawn before is shown, and can be taken away.

use askama::Template;
use exemplar_core::answer::Answer;
use exemplar_core::kind::Line;

use super::draw::Drawing;
use crate::components::{Checkboxes, Choice};
use crate::sketch;

/// The suffix of what is drawn.
const DRAWN: &str = "drawn";
/// The suffix of the box that takes it away.
const CLEAR: &str = "clear";

#[derive(Template)]
#[template(path = "public/apply/question/signature.html")]
struct Sheet<'a> {
    line: String,
    id: String,
    name: String,
    drawn: &'a str,
    or: &'a str,
    how: &'a str,
    sheet: &'a str,
    undo: &'a str,
    clear: &'a str,
    has_drawing: &'a str,
    is_clear: &'a str,
    /// What was drawn, and the box that takes it away: for who has no scripts.
    before: Option<(String, String)>,
}

impl Drawing<'_> {
    /// The controls of a question that is signed.
    pub(super) fn signature(&self, line: &Line, ask: &str, hint: &str) -> String {
        let words = self.visit.words();
        let hint = if hint.is_empty() {
            words.get("kinds-signature-type")
        } else {
            hint
        };
        let clear = self.name(CLEAR);
        let before = self.drawn_before().map(|image| {
            let boxes = Checkboxes {
                id: (&clear).into(),
                name: (&clear).into(),
                items: vec![Choice::new("yes", words.get("kinds-signature-remove")).into()],
                ..Checkboxes::default()
            };
            (image, boxes.to_string())
        });
        let sheet = Sheet {
            line: self.line(line, self.label(ask), hint),
            id: self.name(""),
            name: self.name(DRAWN),
            drawn: self.typed.get(DRAWN),
            or: words.get("apply-or"),
            how: words.get("kinds-signature-how"),
            sheet: words.get("kinds-signature-sheet"),
            undo: words.get("kinds-signature-undo"),
            clear: words.get("kinds-signature-clear"),
            has_drawing: words.get("kinds-signature-there"),
            is_clear: words.get("kinds-signature-empty"),
            before,
        };
        sheet.render().unwrap_or_default()
    }

    /// The image of what was drawn before.
    fn drawn_before(&self) -> Option<String> {
        let drawn = self.typed.get(DRAWN).to_owned();
        let answer = Answer::Fields([(DRAWN.to_owned(), drawn)].into_iter().collect());
        let drawn = self.question.kind.sketch(&answer)?;
        Some(sketch::image(self.visit.words(), &drawn))
    }
}
