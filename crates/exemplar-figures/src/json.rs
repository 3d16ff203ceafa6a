//! Figures as JSON: the same list as in CSV, with what holds for all of them.

use serde::Serialize;

use crate::facts::Fact;

/// The format's number. It rises when a name changes its meaning or goes; a new one may come at any time.
pub const FORMAT: u32 = 1;

/// What holds for all figures of a service.
#[derive(Debug, Clone, Serialize)]
pub struct Whole<'a> {
    /// The format.
    pub format: u32,
    /// The service's id.
    pub service: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its definition's version.
    pub definition: String,
    /// The time zone in which days are counted.
    pub time_zone: &'a str,
    /// Up to when all is counted.
    pub counted_to: String,
    /// Numbers of people from 1 to below this are withheld.
    pub fewest: u64,
    /// What each channel costs and how many it had before.
    pub channels: Vec<ChannelBefore>,
    /// What each indicator is and where that comes from.
    pub definitions: Vec<Defined<'a>>,
    /// The figures.
    pub figures: &'a [Fact],
}

/// A channel as the definition has it.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelBefore {
    /// Its name.
    pub channel: &'static str,
    /// What one transaction costs, as text; none where the definition does not say.
    pub cost: Option<String>,
    /// How many a year there were before the service.
    pub cases_before: Option<u64>,
}

/// An indicator and its definition in words.
#[derive(Debug, Clone, Serialize)]
pub struct Defined<'a> {
    /// Its name.
    pub indicator: &'static str,
    /// What it is.
    pub definition: &'a str,
    /// Where that comes from.
    pub source: &'a str,
}

/// The document.
#[must_use]
pub fn write(whole: &Whole<'_>) -> String {
    // Numbers and texts alone: nothing in it cannot be written.
    serde_json::to_string_pretty(whole).unwrap_or_default()
}
