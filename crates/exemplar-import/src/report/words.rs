//! A report in words, for people.

use std::fmt::{Display, Formatter, Result};

use super::{Became, Report};

impl Display for Report {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let files = self.files.join(", ");
        match &self.service {
            Some(service) => writeln!(out, "{files} -> {service}")?,
            None => writeln!(out, "{files}: nothing could be made of it")?,
        }
        if self.service.is_some() && !self.passes_check {
            writeln!(out, "  exemplar check finds errors in it.")?;
        }
        for became in Became::ALL {
            let count = self.count(became);
            if count == 0 {
                continue;
            }
            writeln!(out, "  {}: {count}", became.in_words())?;
            // What went well is only counted.
            if became == Became::CarriedOver {
                continue;
            }
            for entry in self.entries.iter().filter(|entry| entry.became == became) {
                writeln!(out, "    {} ({}): {}", entry.place, entry.what, entry.says)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_named_with_its_place_and_why() {
        let mut report = Report {
            files: vec!["a.json".to_owned()],
            service: Some("a".to_owned()),
            passes_check: true,
            ..Report::default()
        };
        report.carried(("pages[0].components[0]", "TextField"), "full_name", "name");
        report.note(
            Became::NotPossible,
            ("pages[1]", "MapField"),
            "no_kind",
            "There is no such kind of answer.",
        );
        let said = report.to_string();
        assert_eq!(
            said,
            "a.json -> a\n  Not possible: 1\n    pages[1] (MapField): There is no such kind of answer.\n  Carried over: 1\n"
        );
    }
}
