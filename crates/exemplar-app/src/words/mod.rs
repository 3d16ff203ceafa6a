//! The platform's own words in each language, from `locales/`, one folder a language.
//!
//! [`dates`] writes days and times out, [`numbers`] numbers, [`sorting`] puts names in order. Words without parameters are worked out once, when the program starts; the others when they are needed.

mod dates;
mod numbers;
mod sorting;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use exemplar_core::id::Language;
use exemplar_core::language::Conventions;

use dates::Dates;
use sorting::Order;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Locales;

/// The words of all languages that the platform speaks.
pub struct AllWords {
    by_language: HashMap<Language, Words>,
}

/// The words of one language.
pub struct Words {
    /// The language.
    pub language: Language,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// How it writes numbers and lists.
    pub conventions: &'static Conventions,
    dates: Dates,
    order: Order,
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

/// The language of which a language's missing words are taken.
const FALLBACK: &str = "en";

impl AllWords {
    /// Reads the built-in words.
    ///
    /// # Panics
    /// When a file in `locales/` is not Fluent: it is part of the program, and a test reads all of them.
    #[must_use]
    pub fn built_in() -> Self {
        let mut sources: HashMap<Language, Vec<String>> = HashMap::new();
        for path in Locales::iter() {
            let Some((language, _)) = path.split_once('/').filter(|_| path.ends_with(".ftl")) else {
                continue;
            };
            let Some(file) = Locales::get(&path) else { continue };
            let text = String::from_utf8_lossy(&file.data).into_owned();
            sources.entry(Language::from(language)).or_default().push(text);
        }
        let by_language = sources
            .into_iter()
            .map(|(language, texts)| (language.clone(), Words::new(language, texts)))
            .collect();
        Self { by_language }
    }

    /// The words of a language, or English where the platform does not speak it.
    ///
    /// # Panics
    /// Never: English is built in.
    #[must_use]
    pub fn of(&self, language: &Language) -> &Words {
        self.by_language
            .get(language)
            .or_else(|| self.by_language.get(FALLBACK))
            .expect("English is built in")
    }

    /// Whether the platform has words of its own in a language.
    #[must_use]
    pub fn speaks(language: &Language) -> bool {
        let folder = format!("{language}/");
        Locales::iter().any(|path| path.starts_with(&folder))
    }

    /// The languages, in order of their tags.
    #[must_use]
    pub fn languages(&self) -> Vec<&Language> {
        let mut all: Vec<_> = self.by_language.keys().collect();
        all.sort();
        all
    }
}

impl Words {
    fn new(language: Language, texts: Vec<String>) -> Self {
        let id = language.as_str().parse().unwrap_or_default();
        let conventions = Conventions::of(language.as_str());
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // In a sentence from right to left, a reference or an address would otherwise come out in another order.
        bundle.set_use_isolating(conventions.right_to_left);
        bundle.set_formatter(Some(numbers::in_own_digits));
        let mut keys = Vec::new();
        for text in texts {
            let resource = FluentResource::try_new(text).expect("the files in locales/ are Fluent");
            keys.extend(resource.entries().filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource_overriding(resource);
        }
        let plain = keys
            .into_iter()
            .filter_map(|key| Some((key.clone(), plain(&bundle, &key)?)))
            .collect();
        Self {
            right_to_left: conventions.right_to_left,
            conventions,
            dates: Dates::of(conventions),
            order: Order::of(conventions),
            language,
            plain,
            bundle,
        }
    }

    /// Words without parameters. A key that is not there shows itself, so that it is noticed.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// Words without parameters under a key that is made up of parts; nothing where there are none.
    #[must_use]
    pub fn find(&self, key: &str) -> &str {
        self.plain.get(key).map_or("", String::as_str)
    }

    /// Words with parameters.
    #[must_use]
    pub fn with(&self, key: &str, parameters: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(parameters.len());
        for (name, value) in parameters {
            args.set(Cow::Borrowed(*name), value.to_fluent());
        }
        self.format(key, Some(&args))
            .unwrap_or_else(|| self.get(key).to_owned())
    }

    /// The forms of words that follow a count, by plural category of Unicode's CLDR, with `mark` where the number
    /// stands. What a script needs that counts while a person types.
    #[must_use]
    pub fn plural_forms(&self, key: &str, mark: &str) -> Vec<(&'static str, String)> {
        let form = |(category, n): (&'static String, &i64)| {
            let words = self.with(key, &[("n", Value::Count(*n))]);
            let written = self.conventions.number((*n).into());
            (category.as_str(), words.replacen(&written, mark, 1))
        };
        self.conventions.plurals.iter().map(form).collect()
    }

    /// The `dir` of a box for what is written from left to right in every language, such as a code; empty where the page
    /// runs so anyway.
    #[must_use]
    pub fn left_to_right(&self) -> &'static str {
        if self.right_to_left { "ltr" } else { "" }
    }

    /// Something that is put into a text: in a language from right to left it stands apart, so that neither turns the
    /// other round. Source: Unicode Standard Annex #9, isolates.
    #[must_use]
    pub fn apart(&self, put_in: String) -> String {
        if self.right_to_left {
            format!("\u{2068}{put_in}\u{2069}")
        } else {
            put_in
        }
    }

    /// Whether there are words under this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, args, &mut errors);
        Some(words.into_owned())
    }
}

fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(words)
}

/// A parameter of words.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A count, which plurals follow.
    Count(i64),
}

impl<'a> Value<'a> {
    fn to_fluent(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Count(count) => FluentValue::from(count),
        }
    }
}
