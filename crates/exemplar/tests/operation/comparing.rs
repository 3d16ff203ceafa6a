//! `exemplar diff`: in the words of the service team, and with a store whom a new version would concern.

use std::path::{Path, PathBuf};
use std::process::Command;

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_store::Store;
use exemplar_testkit::given;
use jiff::civil::date;

use crate::place::{Place, Ran};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/example-permit")
}

/// A copy of the example permit without its examples, with this replaced, in a folder of the same name.
fn newer(place: &Place, replaced: &[(&str, &str)]) -> PathBuf {
    let to = place.path("newer/example-permit");
    copy(&shipped(), &to);
    std::fs::remove_dir_all(to.join("examples")).unwrap();
    let file = to.join("service.yaml");
    let mut text = std::fs::read_to_string(&file).unwrap();
    for (before, after) in replaced {
        assert!(text.contains(before), "{before}");
        text = text.replace(before, after);
    }
    std::fs::write(file, text).unwrap();
    to
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// `exemplar diff` without a store.
fn diff(folders: &[&Path]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_exemplar"));
    Ran::of(&command.arg("diff").args(folders).output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_folders_are_compared_and_the_exit_code_says_whether_they_differ() {
    let place = Place::sqlite().await;
    let same = diff(&[&shipped(), &shipped()]);
    assert_eq!(
        (same.code, same.out.as_str()),
        (0, "example-permit: nothing changed\n"),
        "{}",
        same.err
    );
    let newer = newer(
        &place,
        &[
            ("from: 1, to: 10", "from: 1, to: 3"),
            ("What is your postcode?", "What is the postcode?"),
        ],
    );
    let said = diff(&[&shipped(), &newer]);
    assert_eq!(said.code, 1, "{}", said.err);
    for line in [
        "Rules: cases keep those under which they began",
        "  At the question \"How many items do you want a permit for?\" (items), the rule \"to\" is now \"3\", and was \"10\".",
        "  The words of the question \"What is the postcode?\" (postcode) is now \"What is the postcode?\", and was \"What \
         is your postcode?\".",
    ] {
        assert!(said.out.contains(line), "{}", said.out);
    }
    let nothing = diff(&[&shipped(), &place.path("nowhere")]);
    assert_eq!(nothing.code, 2, "{}", nothing.out);
}

/// The first so many answers of somebody abroad who wants 8 items.
fn answers(count: usize) -> Answers {
    let name = [("first", "Ann"), ("last", "Applicant")].map(|(field, text)| (field.to_owned(), text.to_owned()));
    let all = [
        ("full_name", Answer::Fields(name.into_iter().collect())),
        ("date_of_birth", Answer::Date(date(1980, 3, 31))),
        ("lives_in_uk", Answer::Yes(false)),
        ("country", Answer::One("FR".into())),
        ("email", Answer::Text("ann@example.org".into())),
        ("phone", Answer::Text("+441632960001".into())),
        ("items", Answer::Number(8.into())),
    ];
    let answers = all.into_iter().take(count);
    let given = answers.map(|(question, answer)| (question.into(), Given { answer, ..given("") }));
    Answers(given.collect())
}

async fn draft(place: &Place, store: &Store, count: usize) {
    let mut draft = place.draft();
    draft.part.answers = answers(count);
    store.commit(draft.begin()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_store_it_is_told_whom_a_version_would_concern() {
    for place in Place::both().await {
        let store = place.open().await;
        place.submitted(&store, "SENT-0000-0000").await;
        for count in [0, 2, 2, 6, 7] {
            draft(&place, &store, count).await;
        }
        store.close().await;
        let newer = newer(
            &place,
            &[
                ("from: 1, to: 10", "from: 1, to: 3"),
                ("  phone:\n    ask", "  telephone:\n    was: phone\n    ask"),
                ("email, phone, postcode]", "email, telephone, postcode]"),
            ],
        );
        let newer = newer.display().to_string();
        let told = place.run(&["diff", &newer, "--format", "json"]);
        assert_eq!(told.code, 1, "{}{}", told.out, told.err);
        let told: serde_json::Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!(told["changes"][0]["how"], "renamed", "{told}");
        let affected = &told["affected"];
        assert_eq!(
            (&affected["sent"], &affected["safe"], &affected["finish"]),
            (&1.into(), &4.into(), &1.into()),
            "{affected}"
        );
        let at = |page: &str| {
            let drafts = affected["drafts"].as_array().unwrap();
            drafts.iter().find(|drafts| drafts["page"] == page).unwrap().clone()
        };
        assert_eq!(at("lives_in_uk")["safe"], 2);
        assert_eq!(at("items")["safe"], 1);
        assert_eq!(
            at("truth")["finish"][0]["says"],
            "The answer to items would no longer be taken."
        );
        let text = place.run(&["diff", &newer]).out;
        assert!(
            text.contains("5 drafts: 4 can be moved to the new version without harm, 1 finish on their own."),
            "{text}"
        );
        let store = place.open().await;
        assert_eq!(store.verify().await.unwrap(), [], "nothing was changed");
        store.close().await;
    }
}
