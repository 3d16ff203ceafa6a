//! All kinds of answer in one list, from which documentation, the schema and checks are made.
//! To add one: write its module, add it here. The recipe is `docs/adding/question.md`.

use super::rule::{KindKeys, RuleProblem, RuleReader, Rules};
use super::{Kind, any_of, date, declaration, long_text, money, number, one_of, text, yes_no};

/// Every kind, in the order in which documentation shows them.
pub const KEYS: &[KindKeys] = &[
    text::KEYS,
    long_text::KEYS,
    yes_no::KEYS,
    one_of::KEYS,
    any_of::KEYS,
    number::KEYS,
    money::KEYS,
    date::KEYS,
    declaration::KEYS,
];

/// Makes the kind of answer that `key` names, with the rules that stand beneath it.
///
/// # Errors
/// Every problem of the rules; one where there is no such kind.
pub fn build(key: &str, reader: &dyn RuleReader) -> Result<Box<dyn Kind>, Vec<RuleProblem>> {
    let Some(keys) = KEYS.iter().find(|keys| keys.key == key) else {
        let says = format!("There is no kind of answer `{key}`.");
        return Err(vec![RuleProblem::new("", says)]);
    };
    let mut rules = Rules::new(keys, reader);
    let kind = (keys.build)(&mut rules);
    rules.finish(kind)
}
