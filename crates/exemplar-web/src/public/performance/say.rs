//! How a figure is said on a page: a number, or why there is none.

use exemplar_app::words::{Value, Words};
use exemplar_core::figures::{Counter, Line, Month, Shown, Way};
use exemplar_core::record::Channel;
use rust_decimal::Decimal;

/// A number of people or cases.
pub fn count(words: &Words, shown: Shown) -> String {
    said(words, shown, |count| words.count(count))
}

/// A ratio, as a percentage.
pub fn percent(words: &Words, shown: Shown<Decimal>) -> String {
    said(words, shown, |ratio| words.percent(ratio))
}

/// A figure, or why there is none.
pub fn said<T>(words: &Words, shown: Shown<T>, number: impl Fn(T) -> String) -> String {
    let key = match shown {
        Shown::Number(value) => return number(value),
        Shown::Withheld => "figures-withheld",
        Shown::Unknown => "figures-unknown",
        Shown::NoValue => "figures-no-value",
    };
    words.get(key).to_owned()
}

/// A month, and whether it is not over yet.
pub fn month(words: &Words, month: Month, is_over: bool) -> String {
    let name = words.month(month.first_day());
    if is_over {
        return name;
    }
    words.with("figures-so-far", &[("month", Value::Text(&name))])
}

/// The time that a line is of.
pub fn span(words: &Words, line: &Line) -> String {
    if line.from == line.to {
        return month(words, line.from, line.is_over);
    }
    let (from, to) = (words.month(line.from.first_day()), words.month(line.to.first_day()));
    words.with(
        "dates-from-to",
        &[("from", Value::Text(&from)), ("to", Value::Text(&to))],
    )
}

/// A channel.
pub fn channel(words: &Words, channel: Channel) -> &str {
    words.get(match channel {
        Channel::Web => "figures-channel-web",
        Channel::Telephone => "figures-channel-telephone",
        Channel::Counter => "figures-channel-counter",
        Channel::Paper => "figures-channel-paper",
        Channel::Intermediary => "figures-channel-intermediary",
        Channel::Api => "figures-channel-api",
    })
}

/// A way in which transactions are completed.
pub fn way(words: &Words, way: Way) -> String {
    let name = channel(words, way.channel);
    match (way.through_service, way.counter()) {
        (true, Counter::DigitalAlone) => name.to_owned(),
        (true, _) => words.with("figures-way-keyed-in", &[("channel", Value::Text(name))]),
        (false, _) => words.with("figures-way-outside", &[("channel", Value::Text(name))]),
    }
}
