//! The command line of what translators need: what is missing, handing texts over, taking them back.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What is missing in a language.
#[derive(Debug, Args)]
pub struct Words {
    /// The language, such as cy.
    #[arg(value_name = "LANGUAGE")]
    pub language: String,
    /// Folders of services.
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folders: Vec<PathBuf>,
}

/// Texts on their way to translators and back.
#[derive(Debug, Subcommand)]
pub enum Translate {
    /// Print the texts of a service for translators.
    #[command(
        after_help = "Examples:\n  exemplar translate export services/register-to-vote --to cy > register-to-vote.cy.xlf\n  \
                      exemplar translate export services/register-to-vote --to cy --format csv --missing > missing.csv"
    )]
    Export(Export),
    /// Take translated texts back into the folder of a service, as words/LANGUAGE.yaml and messages.
    #[command(
        after_help = "Example:\n  exemplar translate import services/register-to-vote register-to-vote.cy.xlf\n\n\
                      Exit codes: 0 all texts were taken, 1 some were not: each is named, and the rest is written."
    )]
    Import(Import),
}

/// Handing over.
#[derive(Debug, Args)]
pub struct Export {
    /// Folder of the service.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The language to translate into. One that the service does not offer yet is a draft.
    #[arg(long, value_name = "LANGUAGE")]
    pub to: String,
    /// XLIFF 2.1 for translators' tools, or CSV for spreadsheets.
    #[arg(long, value_enum, default_value_t = Handover::Xliff)]
    pub format: Handover,
    /// Only texts that have no translation yet.
    #[arg(long)]
    pub missing: bool,
}

/// How texts are handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Handover {
    /// XLIFF 2.1.
    Xliff,
    /// A table.
    Csv,
}

/// Taking back.
#[derive(Debug, Args)]
pub struct Import {
    /// Folder of the service.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// What came back, as XLIFF or CSV. It says itself which language it is.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}
