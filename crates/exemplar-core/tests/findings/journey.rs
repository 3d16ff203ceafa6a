//! The order of questions, pages that nobody reaches, answers that may be missing, and names that were given up.

use crate::{QUESTIONS, check, folder, told};

#[test]
fn order_and_reach() {
    check(
        "  x: { when: yes(y), exit: A }\n  y: { ask: A?, called: a, yes_no: }\n",
        "asked_later",
        "y",
    );
    check("  x: { exit: A }\n", "no_end", "x");
    check(
        "  x: { exit: A }\n  y: { ask: A?, called: a, yes_no: }\n",
        "unreachable",
        "y",
    );
    check("  x: { when: 1 > 2, exit: A }\n", "unreachable", "x");
}

#[test]
fn what_may_be_unanswered() {
    check("facts: { f: not moved }\n", "maybe_unanswered", "moved");
    check(
        "  x: { when: not moved or nation is wales, exit: A }\n",
        "maybe_unanswered",
        "moved",
    );
    check("done: { say: \"((moved))\" }\n", "maybe_unanswered", "((moved))");
    for right in [
        "  x: { when: not moved, exit: A }\n",
        "facts: { f: not yes(moved) }\n",
        "done: { say: \"[[ if moved ]]((moved))[[ endif ]]\" }\n",
    ] {
        assert_eq!(told(&folder::with(&format!("{QUESTIONS}{right}"))), [], "{right}");
    }
}

#[test]
fn former_names() {
    let asks = "was: nation, ask: A?, called: a, yes_no: }\n";
    check(&format!("  x: {{ {asks}"), "was_in_use", "nation");
    let twice = "  x: { was: old, ask: A?, called: a, yes_no: }\n  z: { was: old, ask: B?, called: b, yes_no: }\n";
    let told = told(&folder::with(&format!("{QUESTIONS}{twice}")));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].0, told[0].2.as_str()), ("was_twice", "old"));
}
