//! Keys, names and expressions.

use crate::check;

#[test]
fn keys_and_forms() {
    check("organization: x\n", "unknown_key", "organization");
    check(
        "already: { same: [moved], title: A }\n",
        "too_little",
        "{ same: [moved], title: A }",
    );
    check(
        "facts:\n  here: moved\nalready: { same: [moved, here], title: A }\n",
        "no_question",
        "{ same: [moved, here], title: A }",
    );
    check("issues: 3\n", "wrong_form", "3");
    check("send: yes\n", "wrong_form", "yes");
    check("  x: { ask: A?, called: a, text: { at_mots: 3 } }\n", "rule", "at_mots");
    check("  x: { ask: A?, called: a, text: , yes_no: }\n", "two_kinds", "yes_no");
    check("  x: { ask: A?, called: a, rows: { each: b } }\n", "missing", "x");
    check("  x: { ask: A?, called: a, file: { at_most: 4 } }\n", "rule", "4");
    check(
        "  x: { ask: A?, called: a, file: , or_tick: None }\n",
        "files_or_tick",
        "x",
    );
    check(
        "eligibility:\n  plan: { ask: A?, called: a, file: }\n",
        "files_before_a_case",
        "plan",
    );
    check("  x: { ask: A?, called: a }\n", "kind_missing", "x");
    check("  x: { ask: How many?, text: }\n", "called_missing", "x");
    check(
        "  x: { exit: A, when: moved, hint: b }\n",
        "key_of_another_page",
        "hint",
    );
    check("  x: { ask: A?, called: a, one_of: offices }\n", "rule", "offices");
}

#[test]
fn names() {
    check("facts: { moved: nation is wales }\n", "name_twice", "moved");
    check("facts: { age: nation is wales }\n", "reserved_name", "age");
    check("confirm_with: born\n", "unknown_name", "born");
    check("send: { say: Dear ((ful_name)) }\n", "unknown_name", "((ful_name))");
    check("casework: { show_first: [natoin] }\n", "unknown_name", "natoin");
    check("casework: { search: [natoin] }\n", "unknown_name", "natoin");
    check("casework: { search: [nation] }\n", "search", "nation");
    check("channels: { fax: { cost: 1 GBP } }\n", "unknown_name", "fax");
}

#[test]
fn expressions() {
    check("  x: { when: nation is walse, exit: A }\n", "unknown_name", "walse");
    check("  x: { when: moved > 3, exit: A }\n", "cannot_compare", "moved > 3");
    check("  x: { when: nation, exit: A }\n", "not_a_condition", "nation");
    check("facts: { f: not (moved and, g: h) }\n", "brackets_do_not_match", "(");
    check(
        "facts:\n  f:\n    - 1 when nation is walse\n    - 2\n",
        "unknown_name",
        "walse",
    );
}
