//! Opening, evidence, equality questions, what is issued and kept, and files that nothing uses.

use crate::{QUESTIONS, check, check_with_file, codes, folder, told};

#[test]
fn opening_and_closing() {
    check("opening: { closed_says: A }\n", "missing", "{ closed_says: A }");
    check(
        "opening: { from: \"2026-05-26\" }\n",
        "missing",
        "{ from: \"2026-05-26\" }",
    );
    check("opening: { to: soon, closed_says: A }\n", "moment", "soon");
    check(
        "opening: { from: \"2026-05-26\", to: \"2026-05-25\", closed_says: A }\n",
        "opening",
        "\"2026-05-25\"",
    );
    let day = "opening: { from: \"2026-05-26\", to: \"2026-05-26\", closed_says: A }\n";
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}{day}"))), []);
}

#[test]
fn a_service_asks_something() {
    for pages in ["questions: {}\n", "questions: { read_this: { title: A, say: B } }\n"] {
        assert_eq!(codes(&folder::with(pages)), ["missing"], "{pages}");
    }
}

#[test]
fn evidence_and_targets() {
    let standard = |content: &str, code, beneath: &str| check_with_file("", "standard.yaml", content, code, beneath);
    standard("phase: soon\n", "wrong_form", "soon");
    standard("evidence: { research: yes }\n", "wrong_form", "yes");
    standard("evidence: { research: [{ what: A }] }\n", "missing", "{ what: A }");
    standard("evidence: { research: [{ at: soon, what: A }] }\n", "date", "soon");
    standard(
        "evidence: { research: [{ at: 2026-03-12, what: A, link: javascript:x }] }\n",
        "link",
        "javascript:x",
    );
    standard(
        "targets: { digital_takeup: { target: 85% } }\n",
        "unknown_name",
        "digital_takeup",
    );
    standard("targets: { completion: { target: 3 GBP } }\n", "measure", "3 GBP");
    standard("targets: { cost: { now: 69%, target: 3 GBP } }\n", "measure", "69%");
    standard(
        "exceptions: { one_thing_a_page: { note: A } }\n",
        "missing",
        "one_thing_a_page",
    );
    let mut folder = folder::with(QUESTIONS);
    let right = "follows: uk-service-standard\nphase: beta\nevidence: { research: [{ at: 2026-03-12, what: A, \
                 access_needs: 3, link: /research }] }\ntargets: { cost: { now: 3.90 GBP, target: 2.50 GBP } }\n";
    folder.files.insert("standard.yaml".into(), right.into());
    assert_eq!(told(&folder), []);
}

#[test]
fn what_is_kept_and_not_used_yet_is_told() {
    check_with_file("", "documents/certificate.typ", "#import x\n", "not_used_yet", "#");
    check_with_file(
        "",
        "messages/received.text.en.md",
        "Dear ((nobody))\n",
        "unknown_name",
        "((nobody))",
    );
    check_with_file("", "messages/later.text.en.md", "We have it.\n", "unknown_moment", "W");
    check_with_file(
        "",
        "messages/received.text.en.md",
        &"x".repeat(919),
        "text_too_long",
        "x",
    );
    check_with_file("", "documents/certificate.pdf", "%\n", "unknown_file", "%");
    check("  x: { ask: A?, called: a, prefill: Name, text: }\n", "prefill", "Name");
}

#[test]
fn equality_questions_are_kept_apart() {
    let sex = "equality:\n  sex: { ask: Which sex?, one_of: { female: Female, male: Male } }\n";
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}{sex}"))), []);
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}equality: yes\n"))), []);
    let with = |lines: &str| format!("{lines}{sex}");
    check(
        &with("  x: { when: sex is male, exit: A }\n"),
        "equality_kept_apart",
        "sex",
    );
    check(&with("facts: { f: answered(sex) }\n"), "equality_kept_apart", "sex");
    check(&with("done: { say: \"((sex))\" }\n"), "equality_kept_apart", "((sex))");
    check(&with("casework: { show_first: [sex] }\n"), "unknown_name", "sex");
    check(&with("casework: { search: [sex] }\n"), "unknown_name", "sex");
    check(&with("confirm_with: sex\n"), "unknown_name", "sex");
    check(
        "equality: { moved: { ask: A?, one_of: { a: A, b: B } } }\n",
        "name_twice",
        "moved",
    );
    check("equality: no\n", "wrong_form", "no");
    check("equality: { a: { ask: A? } }\n", "missing", "a");
    check("equality: { a: { ask: A?, text: } }\n", "unknown_key", "text");
    check(
        "equality: { a: { ask: A?, one_of: { b: B, prefer_not_to_say: C } } }\n",
        "equality",
        "prefer_not_to_say",
    );
}

#[test]
fn what_is_renewed_kept_and_paid_back_must_make_sense() {
    const SERVICE: &str = "name: A\norganisation: council\nwhy: To decide.\nlaw: A law\nfee: 20 GBP\nquestions:\n  \
        email: { ask: What is your email?, email: }\n  papers: { ask: How?, called: how, evidence: { one: One } }\n\
        issues:\n  pass: { at: approved, number: P######, lasts: 1 year, renew: { from: 60 days, until: 0 days } }\n\
        casework:\n  outcomes:\n    approved: { title: Yes }\n    refused: { title: No, refund: 10 GBP }\n\
        facts:\n  to_come: any(papers, way is later)\n\
        keep: { draft: 1 day, approved: 1 year after pass ends, refused: 1 day, withdrawn: 1 day }\n";
    const MESSAGE: &str = "# Soon\n\n[Renew](((renew_link))).\n\n[[ for papers ]]\n* ((label)) ((due))\n[[ endfor ]]\n";
    let of = |from: &str, to: &str, message: &str| {
        let service = SERVICE.replace(from, to);
        codes(&folder::of(&[
            ("service.yaml", service.as_str()),
            ("messages/approved.en.md", message),
        ]))
    };
    let check = |from, to, code: &str| {
        assert!(
            of(from, to, MESSAGE).contains(&code),
            "{to}: {:?}",
            of(from, to, MESSAGE)
        )
    };
    assert!(of("", "", MESSAGE).is_empty(), "{:?}", of("", "", MESSAGE));
    check("number: P######, ", "", "renew");
    check("lasts: 1 year", "lasts: forever", "renew");
    check("from: 60 days, until: 0 days", "from: 0 days, until: 0 days", "renew");
    check(
        "approved: 1 year after pass ends",
        "approved: 1 year after pas ends",
        "unknown_moment",
    );
    check("refused: 1 day", "refused: 1 day after pass ends", "not_issued");
    check("1 year after pass", "a while after pass", "duration");
    check("fee: 20 GBP\n", "", "no_fee");
    check("way is later", "way is never", "unknown_name");
    check("any(papers", "sum(papers", "arguments");
    let only = |rest: &str| of("keep:", &format!("{rest}\nkeep:"), MESSAGE);
    assert_eq!(only("done: { say: \"((renew_link))\" }"), ["only_in_messages"]);
    assert_eq!(
        only("done: { say: \"[[ for papers ]]((label))[[ endfor ]]\" }"),
        ["only_in_messages"; 2]
    );
}

#[test]
fn a_number_beside_amounts_is_told_with_what_to_write() {
    check(
        "facts:\n  price:\n    - 50 when moved\n    - 20 GBP\n",
        "number_or_money",
        "50",
    );
    check(
        "facts:\n  price:\n    - 20 GBP when moved\n    - 0\n",
        "number_or_money",
        "0",
    );
    let folder = folder::with(&format!(
        "{QUESTIONS}facts:\n  price:\n    - 50 when moved\n    - 20 GBP\n"
    ));
    let findings = exemplar_core::definition::read(&folder).findings;
    assert_eq!(findings[0].advice, "Write 50 GBP.");
    assert_eq!(findings.len(), 1, "{findings:?}");
    let right = "facts:\n  price:\n    - 50 GBP when moved\n    - 20 GBP\n";
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}{right}"))), []);
}

#[test]
fn a_reminder_of_an_end_that_never_comes_is_told() {
    let of = |lasts: &str| {
        let lines = format!(
            "{QUESTIONS}issues:\n  pass: {{ at: approved, lasts: {lasts} }}\ncasework:\n  outcomes: {{ approved: {{ \
             title: Yes }}, refused: {{ title: No }} }}\nmessages:\n  soon: {{ at: pass expires, before: 1 day }}\n"
        );
        let mut folder = folder::with(&lines);
        folder
            .files
            .insert("messages/soon.en.md".into(), b"# Soon\n\nIt ends.\n".to_vec());
        codes(&folder)
    };
    assert_eq!(of("1 year"), [] as [&str; 0]);
    assert_eq!(of("[1 year when yes(moved), forever]"), [] as [&str; 0]);
    assert_eq!(of("forever"), ["never_expires"]);
}

#[test]
fn a_signatory_who_is_asked_for_under_the_same_condition_can_always_sign() {
    let of = |when: &str, optional: &str| {
        let lines = format!(
            "{QUESTIONS}  other: {{ when: nation is wales, ask: Who?, called: who, name: }}\n  other_email: {{ when: nation  \
             is wales, ask: Where to?, called: where to, {optional}email: }}\nsignatory: {{ when: {when}, name: other, \
             email: other_email, declaration: I agree }}\n"
        );
        codes(&folder::with(&lines))
    };
    assert_eq!(of("nation is wales", ""), [] as [&str; 0]);
    assert_eq!(of("nation is wales", "optional: yes, "), ["maybe_unanswered"]);
    assert_eq!(of("nation is england", ""), ["maybe_unanswered"; 2]);
}
