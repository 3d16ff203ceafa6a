//! A condition brought to tests of single answers. Facts are looked through.

use rust_decimal::Decimal;

use super::Around;
use super::cell::{Cell, Test, Variable};
use crate::expression::function::Function;
use crate::expression::tree::{Comparison, OverRows, Sign, Tree};
use crate::expression::{Type, Value};
use crate::id::Name;

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Form {
    Known(bool),
    Test(usize, Test),
    Not(Box<Form>),
    And(Vec<Form>),
    Or(Vec<Form>),
    /// Whether it is known to hold.
    Yes(Box<Form>),
    /// The first that applies, as cases of a fact have it.
    Cases(Vec<(Form, Option<Form>)>),
}

impl Form {
    /// What it comes to, none where something is not answered or not settled yet.
    pub(super) fn truth(&self, assigned: &[Option<&Cell>]) -> Option<bool> {
        match self {
            Self::Known(holds) => Some(*holds),
            Self::Test(variable, test) => assigned[*variable].unwrap_or(&Cell::Unanswered).test(test),
            Self::Not(inner) => inner.truth(assigned).map(|holds| !holds),
            Self::And(parts) => settled_by(parts, false, assigned),
            Self::Or(parts) => settled_by(parts, true, assigned),
            Self::Yes(inner) => Some(inner.holds(assigned)),
            Self::Cases(cases) => {
                let mut cases = cases.iter();
                let found = cases.find(|(_, when)| when.as_ref().is_none_or(|when| when.holds(assigned)));
                found.and_then(|(value, _)| value.truth(assigned))
            }
        }
    }

    pub(super) fn holds(&self, assigned: &[Option<&Cell>]) -> bool {
        self.truth(assigned) == Some(true)
    }
}

fn settled_by(parts: &[Form], by: bool, assigned: &[Option<&Cell>]) -> Option<bool> {
    let mut unknown = false;
    for part in parts {
        match part.truth(assigned) {
            Some(holds) if holds == by => return Some(by),
            Some(_) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(!by)
}

/// Facts within facts that are looked through.
const FACTS: usize = 8;

/// Makes forms, and collects what they look at.
pub(super) struct Compiler<'a> {
    around: &'a dyn Around,
    pub(super) variables: Vec<Variable>,
    depth: usize,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(around: &'a dyn Around) -> Self {
        Self {
            around,
            variables: Vec::new(),
            depth: 0,
        }
    }

    /// The place of a question among what is looked at.
    pub(super) fn place_of(&self, question: &Name) -> Option<usize> {
        let mut variables = self.variables.iter();
        variables.position(|variable| variable.question.as_ref() == Some(question))
    }

    /// Whether the answer to a question is looked at, or something that is worked out from it.
    pub(super) fn looks_at(&self, question: &Name) -> bool {
        let mut variables = self.variables.iter();
        variables.any(|variable| variable.needs.as_ref().is_some_and(|needs| needs.contains(question)))
    }

    /// The form, unless there would be more to look at than that.
    pub(super) fn try_form(&mut self, tree: &Tree, at_most: usize) -> Option<Form> {
        let before = self.variables.clone();
        let form = self.form(tree);
        if self.variables.len() > at_most {
            self.variables = before;
            return None;
        }
        Some(form)
    }

    pub(super) fn form(&mut self, tree: &Tree) -> Form {
        match tree {
            Tree::Literal(Value::Yes(holds)) => Form::Known(*holds),
            Tree::Not(inner) => Form::Not(Box::new(self.form(inner))),
            Tree::And(parts) => Form::And(parts.iter().map(|part| self.form(part)).collect()),
            Tree::Or(parts) => Form::Or(parts.iter().map(|part| self.form(part)).collect()),
            Tree::Fact(name) => self.fact(name, tree),
            Tree::Call(Function::Yes, arguments) if arguments.len() == 1 => {
                Form::Yes(Box::new(self.form(&arguments[0])))
            }
            Tree::Call(function @ (Function::Answered | Function::Ticked), arguments) => match arguments.as_slice() {
                [question @ Tree::Answer(_)] => {
                    let test = match function {
                        Function::Answered => Test::Answered,
                        _ => Test::Ticked,
                    };
                    Form::Test(self.variable(question, true), test)
                }
                _ => self.anything(tree),
            },
            Tree::Compare(how, left, right) => self.compare(*how, left, right, tree),
            Tree::InValues(left, values) => self.in_values(left, values, tree),
            Tree::InSet(option, set) => match (&**option, &**set) {
                (Tree::Literal(Value::One(option)), Tree::Answer(_)) => {
                    let place = self.variable(set, true);
                    self.variables[place].is_set = true;
                    self.variables[place].options.insert(option.to_string());
                    Form::Test(place, Test::Has(option.to_string()))
                }
                _ => self.anything(tree),
            },
            _ => self.anything(tree),
        }
    }

    fn fact(&mut self, name: &Name, tree: &Tree) -> Form {
        let around = self.around;
        let Some(cases) = around.fact(name).filter(|_| self.depth < FACTS) else {
            return self.anything(tree);
        };
        if cases.0.iter().any(|(value, _)| value.type_is != Type::Yes) {
            return self.anything(tree);
        }
        self.depth += 1;
        let cases = cases.0.iter().map(|(value, when)| {
            let when = when.as_ref().map(|when| self.form(&when.tree));
            (self.form(&value.tree), when)
        });
        let cases: Vec<_> = cases.collect();
        self.depth -= 1;
        Form::Cases(cases)
    }

    /// What comes to yes or no in a way that is not looked into.
    fn anything(&mut self, tree: &Tree) -> Form {
        let always = match tree {
            Tree::InList(..) | Tree::NoOverlap(..) => true,
            Tree::OverRows(how, ..) => matches!(how, OverRows::Any | OverRows::All),
            _ => false,
        };
        let place = self.variable(tree, !always);
        self.variables[place].is_yes = true;
        Form::Test(place, Test::Yes)
    }

    fn compare(&mut self, how: Comparison, left: &Tree, right: &Tree, whole: &Tree) -> Form {
        let (term, literal, how) = match (left, right) {
            (Tree::Literal(_), Tree::Literal(_)) => return self.anything(whole),
            (term, Tree::Literal(literal)) => (term, literal, how),
            (Tree::Literal(literal), term) => (term, literal, mirrored(how)),
            _ => return self.anything(whole),
        };
        let is = matches!(how, Comparison::Is);
        match (word(literal), ordinal(literal)) {
            (Some(option), _) if is || matches!(how, Comparison::IsNot) => {
                let place = self.variable(term, can_lack(term));
                self.variables[place].options.insert(option.clone());
                Form::Test(place, Test::Option(vec![option], is))
            }
            (_, Some(number)) => {
                let place = self.variable(term, can_lack(term));
                self.variables[place].numbers.insert(number);
                Form::Test(place, Test::Number(how, number))
            }
            _ => self.anything(whole),
        }
    }

    fn in_values(&mut self, left: &Tree, values: &[Tree], whole: &Tree) -> Form {
        let literals = values.iter().map(|value| match value {
            Tree::Literal(literal) => Some(literal),
            _ => None,
        });
        let Some(literals) = literals.collect::<Option<Vec<_>>>() else {
            return self.anything(whole);
        };
        let words: Option<Vec<String>> = literals.iter().map(|literal| word(literal)).collect();
        let numbers: Option<Vec<Decimal>> = literals.iter().map(|literal| ordinal(literal)).collect();
        match (words, numbers) {
            (Some(words), _) => {
                let place = self.variable(left, can_lack(left));
                self.variables[place].options.extend(words.iter().cloned());
                Form::Test(place, Test::Option(words, true))
            }
            (_, Some(numbers)) => {
                let place = self.variable(left, can_lack(left));
                self.variables[place].numbers.extend(&numbers);
                Form::Test(place, Test::Numbers(numbers))
            }
            _ => self.anything(whole),
        }
    }

    /// The place of what is looked at.
    fn variable(&mut self, tree: &Tree, can_lack: bool) -> usize {
        let (key, question) = match tree {
            Tree::Answer(name) => (name.to_string(), Some(name.clone())),
            // The same text is the same value; blanks cannot stand in a name.
            other => (format!("{other:?} "), None),
        };
        let known = self.variables.iter().position(|variable| variable.key == key);
        known.unwrap_or_else(|| {
            let mut needs = Vec::new();
            let is_known = needed(tree, &mut needs);
            self.variables.push(Variable {
                key,
                question,
                needs: is_known.then_some(needs),
                can_lack,
                ..Variable::default()
            });
            self.variables.len() - 1
        })
    }
}

/// Collects the questions that a value is worked out from; says whether it has one wherever they are answered.
fn needed(tree: &Tree, needs: &mut Vec<Name>) -> bool {
    match tree {
        Tree::Answer(name) => {
            needs.push(name.clone());
            true
        }
        Tree::Literal(_) | Tree::Today | Tree::Language | Tree::Channel | Tree::Renewing => true,
        Tree::Negative(inner) | Tree::Moved(inner, ..) | Tree::End(inner, _) => needed(inner, needs),
        // A field may not be given although the record is.
        Tree::Field(..) => false,
        Tree::Compare(_, left, right) => needed(left, needs) && needed(right, needs),
        Tree::Arithmetic(sign, left, right) => *sign != Sign::Over && needed(left, needs) && needed(right, needs),
        Tree::Call(
            Function::Age
            | Function::Between(_)
            | Function::FirstPart
            | Function::PostcodeArea
            | Function::StartsWith
            | Function::Length
            | Function::Lower
            | Function::Digits
            | Function::Round
            | Function::RoundUp
            | Function::RoundDown,
            arguments,
        ) => arguments.iter().all(|argument| needed(argument, needs)),
        _ => false,
    }
}

/// Whether something that is compared can be without a value. What is gathered always has one.
fn can_lack(tree: &Tree) -> bool {
    !matches!(
        tree,
        Tree::OverRows(OverRows::Count | OverRows::Sum(_), ..)
            | Tree::Call(Function::Count, _)
            | Tree::Language
            | Tree::Channel
            | Tree::Renewing
    )
}

fn mirrored(how: Comparison) -> Comparison {
    match how {
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::More => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
        same => same,
    }
}

/// An option or a text.
fn word(literal: &Value) -> Option<String> {
    match literal {
        Value::One(name) => Some(name.to_string()),
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// What has an order, as a number.
fn ordinal(literal: &Value) -> Option<Decimal> {
    match literal {
        Value::Number(number) | Value::Money(number) => Some(*number),
        Value::Date(date) => {
            let first = jiff::civil::date(1900, 1, 1);
            first.until(*date).ok().map(|span| Decimal::from(span.get_days()))
        }
        Value::Time(time) => {
            let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
            Some(Decimal::from(seconds))
        }
        _ => None,
    }
}
