//! What chance does to a form: bytes, words, and whole values of its JSON.

use serde_json::Value;

/// What is put in place of other things, beside what stands in a form, so that a file stays what it is.
const PUT_IN: [&str; 6] = ["null", "{}", "[]", "-1", "\"<\"", "!x"];
/// How deep values are put into each other at most; what is deeper is refused before anybody reads it.
const DEEP: usize = 100;
/// How often a part of a list is repeated at most.
const OFTEN: usize = 60;

/// Numbers by chance, the same ones for a seed.
pub struct Chance(u64);

impl Chance {
    /// Seeds that follow each other begin far apart.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }
}

/// A form with parts taken out, doubled, or put elsewhere.
pub fn damaged(form: &[u8], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let values = serde_json::from_slice::<Value>(form)
        .ok()
        .filter(|_| chance.below(2) == 0);
    match values {
        Some(mut root) => {
            for _ in 0..=chance.below(6) {
                one_value(&mut root, chance);
            }
            root.to_string().into_bytes()
        }
        None => bytes(form, words, chance),
    }
}

fn bytes(form: &[u8], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = form.to_vec();
    for _ in 0..=chance.below(4) {
        let from = chance.below(bytes.len());
        let length = 1 + chance.below(40).min(bytes.len() - from - 1);
        let part: Vec<u8> = bytes[from..from + length].to_vec();
        match chance.below(4) {
            0 if length < bytes.len() => drop(bytes.drain(from..from + length)),
            1 => {
                let at = chance.below(bytes.len());
                bytes.splice(at..at, part);
            }
            2 => bytes[from] = b"\"{}[]<>&;:,(1x\xFF"[chance.below(15)],
            // A value in place of another one, so that the file stays JSON.
            _ => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let all = |n: usize| words.get(n).copied().unwrap_or_else(|| PUT_IN[n - words.len()]);
                let old = words[chance.below(words.len())];
                let new = all(chance.below(words.len() + PUT_IN.len()));
                bytes = text.replacen(old, new, 1 + chance.below(3)).into_bytes();
            }
        }
    }
    bytes
}

/// Puts something in place of one value of a file, whichever that is.
fn one_value(root: &mut Value, chance: &mut Chance) {
    let count = size(root);
    let other = find(root, &mut chance.below(count))
        .map(|value| value.clone())
        .unwrap_or_default();
    let mut at = chance.below(count);
    let Some(value) = find(root, &mut at) else { return };
    match (chance.below(8), &mut *value) {
        (0, Value::Array(list)) => list.reverse(),
        (1, Value::Array(list)) if !list.is_empty() => {
            let again = list[chance.below(list.len())].clone();
            list.extend(std::iter::repeat_n(again, 1 + chance.below(OFTEN)));
        }
        (2, Value::Object(entries)) if !entries.is_empty() => {
            let key = entries
                .keys()
                .nth(chance.below(entries.len()))
                .cloned()
                .unwrap_or_default();
            entries.remove(&key);
        }
        (3, Value::String(text)) => *text = text.repeat(1 + chance.below(200)),
        (3, value) => *value = Value::String("<b>&amp;*_[x](".repeat(1 + chance.below(500))),
        (4, value) => *value = Value::Null,
        (5, value) => *value = serde_json::json!(-1),
        (6, value) => {
            let inner = std::mem::take(value);
            *value = (0..chance.below(DEEP)).fold(inner, |inner, _| Value::Array(vec![inner]));
        }
        (_, value) => *value = other,
    }
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(size).sum::<usize>(),
        Value::Object(entries) => entries.values().map(size).sum(),
        _ => 0,
    }
}

/// The value that comes so many after this one, counted from the top.
fn find<'v>(value: &'v mut Value, after: &mut usize) -> Option<&'v mut Value> {
    if *after == 0 {
        return Some(value);
    }
    *after -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|inner| find(inner, after)),
        Value::Object(entries) => entries.values_mut().find_map(|inner| find(inner, after)),
        _ => None,
    }
}
