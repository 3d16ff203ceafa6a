//! What decisions issue: what is told of mistakes in it. What `docs/definition.md` says of it is tried with the rest.

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Folder, read};

const SERVICE: &str = "\
language: 1
name: Register
organisation: council
why: To register.
law: A law of the tests
questions:
  business_name:
    ask: What is your business name?
    called: your business name
    text:
  business_address:
    ask: What is your business address?
    called: your business address
    address: { of: GB }
  full_name:
    ask: What is your full name?
    name:
  account:
    ask: Which account?
    called: the account
    bank_account: { of: GB }
  charity:
    ask: Are you a charity?
    called: whether you are a charity
    yes_no:
  claim_date:
    ask: From when?
    called: the day
    date:
facts:
  tier: { called: Tier, is: [\"1 when charity\", \"2\"] }
  upper_tier: tier is 2
casework:
  outcomes:
    registered: { title: Registered }
    awarded: { title: Awarded }
    refused: { title: Refused }
keep: { draft: 28 days, registered: 7 years, awarded: 7 years, refused: 7 years, withdrawn: 1 year }
";

/// The service with more beneath it; facts stand with those that it has.
fn folder(more: &str) -> Folder {
    let (service, more) = match more.strip_prefix("facts:\n") {
        Some(facts) => (SERVICE.replace("facts:\n", &format!("facts:\n{facts}")), ""),
        None => (SERVICE.to_owned(), more),
    };
    let mut folder = Folder {
        name: "register".to_owned(),
        ..Folder::default()
    };
    folder
        .files
        .insert("service.yaml".to_owned(), format!("{service}{more}").into_bytes());
    folder
}

fn told(folder: &Folder) -> Vec<String> {
    let findings = read(folder).findings;
    findings.iter().map(|finding| render(finding, folder)).collect()
}

/// One registration with these keys beside those that it needs.
fn issues(keys: &str) -> String {
    format!("issues:\n  registration: {{ at: registered, lasts: forever, number: \"S####\", {keys} }}\n")
}

#[track_caller]
fn check(more: &str, says: &str) {
    let folder = folder(more);
    let told = told(&folder);
    assert!(told.iter().any(|told| told.contains(says)), "{told:#?}");
}

#[test]
fn mistakes_are_told() {
    check("issues:\n  registration: { lasts: forever }\n", "has no at");
    check(
        "issues:\n  registration: { at: registerd, lasts: forever }\n",
        "\"registerd\" is no outcome",
    );
    check(
        "issues:\n  tier: { at: registered, lasts: forever }\n",
        "is the name of something else",
    );
    check(
        "issues:\n  x: { at: registered, lasts: forever, number: \"S##\" }\n",
        "4 to 12 digits",
    );
    check(
        "issues:\n  x: { at: registered, lasts: forever, number: s#### }\n",
        "cannot be how a number looks",
    );
    check(
        "issues:\n  x: { at: registered, lasts: [3 years when upper_tier] }\n",
        "Where no case holds",
    );
    check(
        "issues:\n  x: { at: registered, lasts: [3 years, forever] }\n",
        "Only the last case",
    );
    check("issues:\n  x: { at: registered, lasts: long }\n", "no length of time");
    check(
        "issues:\n  x: { at: registered, lasts: [3 years when uper_tier, forever] }\n",
        "uper_tier",
    );
    check(
        &issues("pays: { amount: 1 GBP, every: 2 working days }"),
        "paid so often",
    );
    check(&issues("can_be: [lost]"), "Nothing can be \"lost\"");
    check(&issues("public: [busines_name]"), "Did you mean \"business_name\"?");
    check(&issues("public: [account]"), "can never be public");
    check(&issues("public: [full_name]"), "says who somebody is");
    check(&issues("public: [tier], search_by: [business_name]"), "is not public");
    check(&issues("public: [tier], search_by: [postcode]"), "is not public");
    check(
        "issues:\n  x: { at: registered, lasts: forever, public: [tier] }\n",
        "needs a number",
    );
    let two = issues("public: [tier]") + "  y: { at: awarded, lasts: forever, number: \"Y####\", public: [tier] }\n";
    check(&two, "one public register");
}

#[test]
fn texts_say_what_was_issued_after_the_decision_only() {
    let say = |text: &str| format!("{}done: {{ say: \"{text}\" }}\n", issues("can_be: [ended]"));
    assert_eq!(
        told(&folder(&say("((registration.number)) ((registration.expires))"))),
        [""; 0]
    );
    check(&say("((registration.pays))"), "has no \"pays\"");
    check(&say("((registration.nunber))"), "Did you mean ((registration.number))?");
    let early = format!(
        "{}start: {{ say: \"((registration.number))\" }}\n",
        issues("can_be: [ended]")
    );
    check(&early, "later than this stands");
}

#[test]
fn a_certificate_has_words_and_belongs_to_what_is_issued() {
    let with = |issues: &str, file: &str, text: &str| {
        let mut folder = folder(issues);
        folder.files.insert(file.to_owned(), text.as_bytes().to_vec());
        told(&folder).join(" ")
    };
    let issues = issues("document: paper");
    let text = "# Paper\n\nThe number is ((registration.number)).\n";
    assert_eq!(with(&issues, "documents/paper.en.md", text), "");
    assert!(with(&issues, "documents/papers.en.md", text).contains("Did you mean \"papers\"?"));
    assert!(with("", "documents/paper.en.md", "# A\n\nB\n").contains("Nothing is issued with this certificate"));
    assert!(with(&issues, "documents/paper.en.md", "# A\n\n((nothing))\n").contains("Nothing is called \"nothing\""));
}

#[test]
fn a_fact_comes_to_one_of_its_options() {
    let fact =
        |is: &str| format!("facts:\n  size: {{ called: Size, one_of: {{ small: Small, large: Large }}, is: {is} }}\n");
    assert_eq!(told(&folder(&fact("[small when charity, large]"))), [""; 0]);
    check(&fact("[smal when charity, large]"), "smal");
}

#[test]
fn an_example_says_what_is_issued() {
    let with = |then: &str| {
        let mut folder = folder(&issues("public: [business_name, number]"));
        let example = format!(
            "who: A builder\ntoday: 2026-06-10\nanswers:\n  business_name: Brick\n  business_address: {{ line_1: 1 Kiln Lane, town: York, postcode: YO1 1AA }}\n  full_name: {{ first: Ann, last: Brick }}\n  account: {{ name: Ann Brick, sort_code: 08-99-99, number: \"66374958\" }}\n  charity: no\n  claim_date: 2026-06-10\nstaff:\n  - decide: registered\nthen: {then}\n"
        );
        folder.files.insert("examples/a.yaml".to_owned(), example.into_bytes());
        told(&folder)
    };
    assert_eq!(with("{ outcome: registered, issues: registration }"), [""; 0]);
    assert!(with("{ issues: none }")[0].contains("It issues registration."));
    assert!(with("{ issues: licence }")[0].contains("issues no \"licence\""));
}
