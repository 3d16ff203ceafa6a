//! Sentences, words and the reading age of an English text.

/// Words of a sentence that are read without losing the thread.
pub(super) const LONG_SENTENCE: usize = 25;
/// Words from which a reading age says something: the formula was made on passages of this length.
const PASSAGE: usize = 100;
/// The reading age above which a text is hard for many: that of the last years of compulsory school.
pub(super) const READING_AGE: f64 = 14.0;

/// The sentences of a text, each with the line on which it begins. A list item and a heading are sentences of their own.
pub(super) fn sentences(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = String::new();
    let mut began = 0;
    let mut end = |open: &mut String, began: usize| {
        let sentence = std::mem::take(open);
        if !sentence.trim().is_empty() {
            found.push((began, sentence.trim().to_owned()));
        }
    };
    for (number, line) in text.split('\n').enumerate() {
        let plain = plain(line);
        let starts = ["- ", "* ", "#", "> "]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark))
            || line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if starts || plain.trim().is_empty() {
            end(&mut open, began);
        }
        let mut rest = plain.trim().trim_start_matches(['#', '-', '*', '>', ' ']);
        while let Some(stop) = rest.find(['.', '!', '?', ':', ';']) {
            let after = &rest[stop + 1..];
            // A full stop within a number or an abbreviation ends nothing.
            let is_end = after.is_empty() || after.starts_with(' ');
            if open.is_empty() {
                began = number;
            }
            open.push_str(&rest[..=stop]);
            rest = after;
            if is_end {
                end(&mut open, began);
            }
        }
        if !rest.trim().is_empty() {
            if open.is_empty() {
                began = number;
            }
            open.push_str(rest);
            open.push(' ');
        }
    }
    end(&mut open, began);
    found
}

/// A line without the marks of Markdown and of conditions: addresses of links go, names become one word.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    loop {
        let next = [("](", ")"), ("((", "))"), ("[[", "]]")]
            .into_iter()
            .filter_map(|(open, close)| Some((rest.find(open)?, open, close)))
            .min_by_key(|(at, ..)| *at);
        let Some((at, open, close)) = next else { break };
        out.push_str(&rest[..at]);
        if open == "((" {
            out.push_str("name");
        }
        let after = &rest[at + open.len()..];
        rest = after.find(close).map_or("", |end| &after[end + close.len()..]);
    }
    out.push_str(rest);
    out.replace(['[', ']', '*', '`', '_'], "")
}

/// How many words stand in a sentence.
pub(super) fn words(sentence: &str) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    sentence.split_whitespace().filter(is_word).count()
}

/// The age at which an English text can be read; none of one that is too short to tell.
///
/// This is the grade level of Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability formulas for
/// Navy enlisted personnel", Research Branch Report 8-75, and five years, the age at which school begins:
/// 0.39 × words a sentence + 11.8 × syllables a word − 15.59 + 5.
pub(super) fn reading_age(text: &str) -> Option<f64> {
    let sentences = sentences(text);
    let (mut count, mut syllables) = (0_u32, 0_u32);
    for (_, sentence) in &sentences {
        for word in sentence.split_whitespace() {
            let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
            if !letters.is_empty() {
                count += 1;
                syllables += self::syllables(&letters.to_lowercase());
            }
        }
    }
    if (count as usize) < PASSAGE {
        return None;
    }
    let sentences = f64::from(u32::try_from(sentences.len()).ok()?);
    Some(0.39 * f64::from(count) / sentences + 11.8 * f64::from(syllables) / f64::from(count) - 15.59 + 5.0)
}

/// Syllables of an English word, as groups of vowels; a last "e" is silent, save in "-le".
fn syllables(word: &str) -> u32 {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let now = is_vowel(c);
        count += u32::from(now && !before);
        before = now;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee") && count > 1;
    (count - u32::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_stops_blank_lines_and_list_items() {
        let text =
            "You pay 3.50 a day. Send\nit soon.\n\n- one thing\n- [another](https://example.org)\n\nThe ((name)) end";
        let found = sentences(text);
        let told: Vec<(usize, &str)> = found.iter().map(|(line, words)| (*line, words.as_str())).collect();
        let wanted = [
            (0, "You pay 3.50 a day."),
            (0, "Send it soon."),
            (3, "one thing"),
            (4, "another"),
            (6, "The name end"),
        ];
        assert_eq!(told, wanted);
        assert_eq!(words("You pay 3.50 - a day."), 5);
    }

    #[test]
    fn syllables_are_groups_of_vowels() {
        let of = |word| syllables(word);
        assert_eq!(
            [of("cat"), of("apply"), of("license"), of("table"), of("the")],
            [1, 2, 2, 2, 1]
        );
    }

    #[test]
    fn long_words_in_long_sentences_are_hard() {
        let easy = "We will send you a card in the post. You can use it at once. ".repeat(10);
        let hard = "Notwithstanding the aforementioned considerations, applicants are obligated to demonstrate \
                    comprehensive eligibility in accordance with departmental regulations. "
            .repeat(10);
        assert!(reading_age(&easy).unwrap() < 8.0);
        assert!(reading_age(&hard).unwrap() > READING_AGE);
        assert_eq!(reading_age("Too short to tell."), None);
    }
}
