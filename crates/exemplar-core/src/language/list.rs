//! Several things in a row, as a language writes them: a, b and c.

use super::{Conventions, Joints};

impl Conventions {
    /// All of them, as a sentence says it: spring, summer and autumn.
    #[must_use]
    pub fn all_of<S: AsRef<str>>(&self, things: &[S]) -> String {
        joined(&self.lists.and, things)
    }

    /// Parts of one measure: 2 years, 3 months.
    #[must_use]
    pub fn measure<S: AsRef<str>>(&self, parts: &[S]) -> String {
        joined(&self.lists.unit, parts)
    }

    /// Things that are not said as a sentence, such as the lines of an address on one line.
    #[must_use]
    pub fn in_a_row<S: AsRef<str>>(&self, things: &[S]) -> String {
        let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
        things.join(&self.lists.comma)
    }
}

fn joined<S: AsRef<str>>(joints: &Joints, things: &[S]) -> String {
    // What is put in is put in last, so that nothing in it is taken for a place.
    let join = |form: &str, one: &str, other: &str| {
        let between = &form["{0}".len()..form.len() - "{1}".len()];
        format!("{one}{between}{other}")
    };
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, other] => join(&joints.two, one.as_ref(), other.as_ref()),
        [first, middle @ .., last] => {
            let (second, middle) = middle
                .split_first()
                .map_or(("", middle), |(second, rest)| (second.as_ref(), rest));
            let mut written = join(&joints.start, first.as_ref(), second);
            for thing in middle {
                written = join(&joints.middle, &written, thing.as_ref());
            }
            join(&joints.end, &written, last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, things: &[&str], expected: &str) {
        assert_eq!(Conventions::of(language).all_of(things), expected);
    }

    #[test]
    fn things_are_joined_as_each_language_joins_them() {
        check("en", &[], "");
        check("en", &["a"], "a");
        check("en", &["a", "{1}"], "a and {1}");
        check("en", &["a", "b", "c", "d"], "a, b, c and d");
        check("cy", &["a", "b", "c"], "a, b, a(c) c");
        check("ar", &["أ", "ب", "ج"], "أ وب وج");
    }

    #[test]
    fn measures_and_rows_have_no_and_in_english() {
        let english = Conventions::of("en");
        assert_eq!(english.measure(&["2 years", "3 months"]), "2 years, 3 months");
        assert_eq!(english.in_a_row(&["1 High Street", "Leeds"]), "1 High Street, Leeds");
        assert_eq!(Conventions::of("ar").in_a_row(&["أ", "ب"]), "أ، ب");
    }
}
