//! Files that are uploaded. They have a page of their own, which brings them one by one; what is typed here is only
//! what an example of a definition writes: their names. Their content is not here.

use super::{Control, Kind, KindKeys, Param, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};
use crate::file::media::ALL;
use crate::file::name::ending;
use crate::file::size::{read_size, show_size};
use crate::file::{FILES_LIMIT, FileKind, FileRules, Files, LARGEST, OneFile, USUAL_FILES, USUAL_SIZE, clean_name};
use crate::id::Name;

/// The names of kinds of files.
const KINDS: &[&str] = &["pdf", "image", "document", "spreadsheet", "text"];

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "file",
    says: "Files that are uploaded, on a page of their own. In an example: their names.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "at_most",
            takes: Takes::Plain,
            needed: false,
            says: "How many, such as 4 files; usual: 5 files.",
        },
        RuleKey {
            key: "each_at_most",
            takes: Takes::Plain,
            needed: false,
            says: "How large each may be, such as 10 MB or 500 KB; usual: 10 MB.",
        },
        RuleKey {
            key: "kinds",
            takes: Takes::SomeOf(KINDS),
            needed: false,
            says: "Which: pdf, image, document, spreadsheet, text; usual: pdf and image.",
        },
    ],
    type_of: Type::Many,
    example: "file: { at_most: 4 files, each_at_most: 10 MB, kinds: [pdf, image] }",
    build,
};

/// Files with the rules of one question.
#[derive(Debug)]
struct FileAnswer {
    rules: FileRules,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let at_most = match rules.get(|reader| reader.plain("at_most")) {
        None => USUAL_FILES,
        Some(written) => read_count(&written).unwrap_or_else(|| {
            let says = format!("\"{written}\" is no number of files from 1 to {FILES_LIMIT}.");
            rules.refuse(RuleProblem::new("at_most", says).mend("Write, for example, 4 files."));
            USUAL_FILES
        }),
    };
    let largest = show_size(LARGEST);
    let each_at_most = match rules.get(|reader| reader.plain("each_at_most")) {
        None => USUAL_SIZE,
        Some(written) => {
            let size = read_size(&written).filter(|size| (1..=LARGEST).contains(size));
            size.unwrap_or_else(|| {
                let says = format!("\"{written}\" is no size of a file up to {largest}.");
                rules.refuse(RuleProblem::new("each_at_most", says).mend("Write, for example, 10 MB."));
                USUAL_SIZE
            })
        }
    };
    let named = rules.get(|reader| reader.words("kinds", KINDS));
    let named = named.unwrap_or_else(|| KINDS[..2].to_vec());
    let kinds = FileKind::ALL.iter().filter(|(_, name)| named.contains(name));
    let rules = FileRules {
        at_most,
        each_at_most,
        kinds: kinds.map(|(kind, _)| *kind).collect(),
    };
    Some(Box::new(FileAnswer {
        controls: [Control::File(rules.clone())],
        rules,
    }))
}

/// Reads `4 files` or `1 file`.
fn read_count(written: &str) -> Option<u32> {
    let (count, unit) = written.trim().split_once(' ')?;
    let count = count.parse().ok().filter(|count| (1..=FILES_LIMIT).contains(count))?;
    matches!(unit.trim(), "file" | "files").then_some(count)
}

impl FileRules {
    /// That a file is of no type that is taken.
    #[must_use]
    pub fn wrong_kind(&self) -> Problem {
        Problem::new("kinds", "error-file-kind").with("kinds", Param::Text(self.called()))
    }

    /// That a file is too large.
    #[must_use]
    pub fn too_large(&self) -> Problem {
        Problem::new("each_at_most", "error-file-too-large").with("size", Param::Text(show_size(self.each_at_most)))
    }

    /// That there are as many as may be.
    #[must_use]
    pub fn too_many(&self) -> Problem {
        Problem::new("at_most", "error-file-too-many").with("n", Param::Count(self.at_most.into()))
    }
}

impl Kind for FileAnswer {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-file-empty")
    }

    /// The files of an example, by their names: their content cannot be looked at.
    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let names = typed
            .all("")
            .iter()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty());
        // One more than may be is enough to tell that there are too many.
        let names: Vec<_> = names.take(self.rules.at_most as usize + 1).map(clean_name).collect();
        if names.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        if names.len() > self.rules.at_most as usize {
            return Err(vec![self.rules.too_many()]);
        }
        let mut files = Files::default();
        for (place, name) in names.into_iter().enumerate() {
            let ending = ending(&name);
            let media = self
                .rules
                .media()
                .find(|media| media.endings.contains(&ending.as_str()));
            let Some(media) = media else {
                return Err(vec![self.rules.wrong_kind()]);
            };
            files = files.with(OneFile {
                n: i32::try_from(place + 1).unwrap_or(i32::MAX),
                object: uuid::Uuid::nil(),
                name,
                size: 0,
                media_type: media.media_type.to_owned(),
                harmful: false,
            });
        }
        files.finished = true;
        Ok(Answer::Files(files))
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let Answer::Files(files) = answer else {
            return Typed::default();
        };
        let names = files.files.iter().map(|file| file.name.clone()).collect();
        Typed([(String::new(), names)].into())
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    /// As many things as there are files: their names are the person's, and no rule can ask for one.
    fn value(&self, answer: &Answer) -> Option<Value> {
        let Answer::Files(files) = answer else { return None };
        let each = files.files.iter().map(|file| Name::from(format!("file_{}", file.n)));
        Some(Value::Many(each.collect()))
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        let Answer::Files(files) = answer else {
            return Vec::new();
        };
        let line = |name: &String, size: u64| match size {
            0 => name.clone(),
            size => format!("{name} ({})", show_size(size)),
        };
        files.files.iter().map(|file| line(&file.name, file.size)).collect()
    }

    fn rules(&self) -> &[&'static str] {
        &[
            "empty",
            "at_most",
            "each_at_most",
            "kinds",
            "no_content",
            "macros",
            "harmful",
            "broken",
        ]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        let first = self.rules.media().next().unwrap_or(&ALL[0]);
        Typed::of(&format!("example.{}", first.endings[0]))
    }

    /// What was brought was looked at then.
    fn reads_alone(&self) -> bool {
        true
    }

    fn files(&self) -> Option<&FileRules> {
        Some(&self.rules)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, read_within, refused, told};
    use super::*;

    fn several(names: &[&str]) -> Typed {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Typed([(String::new(), names)].into())
    }

    #[test]
    fn an_example_names_files_of_the_kinds_that_are_taken() {
        let kind = TestRules::of(&[("at_most", "2 files"), ("kinds", "pdf, image")]).kind("file");
        let answer = read_within(&*kind, &several(&["a.pdf", "b.JPG"]), &[]).unwrap();
        let Some(Value::Many(files)) = kind.value(&answer) else {
            panic!()
        };
        assert_eq!(files.len(), 2);
        assert_eq!(refused(&*kind, "a.docx"), [("", "kinds", "error-file-kind")]);
        let three = read_within(&*kind, &several(&["a.pdf", "b.pdf", "c.pdf"]), &[]);
        assert_eq!(told(three), [("", "at_most", "error-file-too-many")]);
        assert_eq!(refused(&*kind, " "), [("", "empty", "error-file-empty")]);
        assert!(read(&*kind, "a.pdf").is_ok());
    }

    #[test]
    fn sizes_and_numbers_have_bounds() {
        for (rule, wrong) in [
            ("at_most", "4"),
            ("at_most", "0 files"),
            ("at_most", "21 files"),
            ("each_at_most", "10"),
            ("each_at_most", "0 MB"),
            ("each_at_most", "101 MB"),
            ("kinds", "program"),
        ] {
            assert_eq!(TestRules::of(&[(rule, wrong)]).problems("file").len(), 1, "{wrong}");
        }
        let kind = TestRules::of(&[("at_most", "1 file"), ("each_at_most", "100 MB")]).kind("file");
        assert_eq!(kind.files().map(|rules| rules.each_at_most), Some(LARGEST));
    }
}
