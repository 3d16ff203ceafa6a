//! Whom a key concerns: which keys are rules, kept by the cases that began under them, and which must be true today.

use super::Touches;
use crate::definition::keys::Shape;

/// Headings of which all that stands beneath must be true today, whatever form it has.
const TRUE_TODAY: &[&str] = &[
    "name",
    "organisation",
    "holidays",
    "why",
    "law",
    "start",
    "opening",
    "send",
    "done",
    "phrases",
    "messages",
    "channels",
    "equality",
    "calendars",
    "casework.team",
    "casework.show_first",
    "casework.search",
];

/// Headings that no case and no applicant meets.
const FOR_THE_TEAM: &[&str] = &["standard", "examples"];

/// Whom the key at the end of `path` concerns.
pub(super) fn touches(path: &str, shape: Shape) -> Touches {
    let is_under = |heading: &&&str| {
        path.strip_prefix(**heading)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    if path.ends_with(".note") || path == "note" || FOR_THE_TEAM.iter().any(|heading| is_under(&heading)) {
        Touches::Nobody
    } else if matches!(shape, Shape::Words)
        || ["why", "law", "together"]
            .iter()
            .any(|key| path.ends_with(&format!(".{key}")))
        || TRUE_TODAY.iter().any(|heading| is_under(&heading))
        // What the public register shows of an entry, whenever it was issued.
        || (path.starts_with("issues.") && path.ends_with(".public"))
    {
        Touches::Everybody
    } else {
        Touches::NewCases
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_concerns_new_cases_unless_it_is_words_or_true_today() {
        let of = |path| touches(path, Shape::Plain);
        assert_eq!(of("questions.nation.when"), Touches::NewCases);
        assert_eq!(of("keep.approved"), Touches::NewCases);
        assert_eq!(of("casework.decide_within"), Touches::NewCases);
        assert_eq!(of("casework.team"), Touches::Everybody);
        assert_eq!(of("opening.from"), Touches::Everybody);
        assert_eq!(of("issues.licence.public"), Touches::Everybody);
        assert_eq!(of("issues.licence.lasts"), Touches::NewCases);
        assert_eq!(of("questions.nation.note"), Touches::Nobody);
        assert_eq!(of("standard.phase"), Touches::Nobody);
        assert_eq!(touches("questions.nation.hint", Shape::Words), Touches::Everybody);
    }
}
