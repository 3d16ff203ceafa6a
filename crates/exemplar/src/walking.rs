//! The command line of walking answers through a service.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::arguments::Output;

/// Answers that lead through a service.
#[derive(Debug, Args)]
pub struct Walking {
    /// Folder of the service.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// JSON file of one set of answers, or a list of sets: names of questions, each with an answer as examples write it.
    #[arg(long, value_name = "FILE")]
    pub answers: PathBuf,
    /// The day on which it happens; usual: today, where the service is.
    #[arg(long, value_name = "DAY")]
    pub today: Option<Date>,
    /// The language that the person reads; usual: the service's first.
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    /// How the person deals with the service, as definitions call it: web, phone, counter, paper, helper or api.
    #[arg(long, value_name = "CHANNEL", default_value = "web")]
    pub channel: String,
    /// How to print where each set leads.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}
