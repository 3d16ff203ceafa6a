//! What is missing in a translation, as the headings under which it is to be written: to be copied and filled in.

use super::{OneText, Texts};

/// The headings of all missing texts, each with its source above it; nothing where none is missing.
///
/// It is not canonical text: what it is for is gone once the texts are written, and so are its comments.
#[must_use]
pub fn skeleton(texts: &Texts) -> String {
    let mut out = String::new();
    let of_words: Vec<&OneText> = texts.missing().filter(|text| !text.path.contains('/')).collect();
    if !of_words.is_empty() {
        out.push_str(&format!("# words/{}.yaml\n", texts.to));
    }
    let mut open: Vec<&str> = Vec::new();
    for text in of_words {
        let headings: Vec<&str> = text.path.split('.').collect();
        let (last, above) = headings.split_last().unwrap_or((&"", &[]));
        let same = open
            .iter()
            .zip(above)
            .take_while(|(open, heading)| open == heading)
            .count();
        for (depth, heading) in above.iter().enumerate().skip(same) {
            out.push_str(&format!("{}{heading}:\n", "  ".repeat(depth)));
        }
        let indent = "  ".repeat(above.len());
        comment(&mut out, &indent, &text.source);
        out.push_str(&format!("{indent}{last}:\n"));
        open = above.to_vec();
    }
    for text in texts.missing().filter(|text| text.path.contains('/')) {
        out.push_str(&format!("\n# {}.{}.md\n", text.path, texts.to));
        comment(&mut out, "", &text.source);
    }
    out
}

fn comment(out: &mut String, indent: &str, text: &str) {
    for line in text.lines() {
        out.push_str(format!("{indent}# {line}").trim_end());
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_shown_under_its_headings() {
        let text = |path: &str, source: &str, target: Option<&str>| OneText {
            path: path.to_owned(),
            source: source.to_owned(),
            target: target.map(str::to_owned),
        };
        let texts = Texts {
            service: "permit".to_owned(),
            from: "en".to_owned(),
            to: "cy".to_owned(),
            is_draft: false,
            texts: vec![
                text("name", "Apply", None),
                text("questions.a.ask", "Who?", None),
                text("questions.a.hint", "You", Some("Chi")),
                text("questions.a.called", "who", None),
                text("done.say", "One\n\nTwo", None),
                text("messages/received", "# Got it\n\nDear", None),
            ],
        };
        let expected = "# words/cy.yaml\n# Apply\nname:\nquestions:\n  a:\n    # Who?\n    ask:\n    # who\n    called:\n\
                        done:\n  # One\n  #\n  # Two\n  say:\n\n# messages/received.cy.md\n# # Got it\n#\n# Dear\n";
        assert_eq!(skeleton(&texts), expected);
        assert_eq!(
            skeleton(&Texts {
                texts: Vec::new(),
                ..texts
            }),
            ""
        );
    }
}
