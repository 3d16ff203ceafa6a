//! The command line of importing forms of other systems.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use exemplar_import::Format;

use crate::arguments::Output;

/// Forms of another system.
#[derive(Debug, Args)]
pub struct Import {
    /// The system that they come from.
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub from: From,
    /// Files, one form each, and the translations of forms; or folders, each of them one application of many forms.
    #[arg(required = true, value_name = "FILE_OR_DIR")]
    pub files: Vec<PathBuf>,
    /// Folder into which each form goes as a folder of its own. What is there already is left as it is.
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
    /// File for the report as JSON: what became of each thing of each form, and why.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// How the report is printed.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

/// A system that forms come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// The digital form builder of XGov, versions 1 and 2.
    #[value(name = "xgov-v1")]
    XgovV1,
    /// The forms of Defra, in JSON and YAML.
    #[value(name = "defra-forms")]
    DefraForms,
    /// GC Forms of the Government of Canada, in English and French.
    #[value(name = "gcforms")]
    Gcforms,
    /// The Form.io of NAV, Norway, with its files of translations.
    #[value(name = "navformio")]
    Navformio,
}

impl From {
    /// The format.
    pub fn format(self) -> Format {
        match self {
            Self::XgovV1 => Format::XgovV1,
            Self::DefraForms => Format::DefraForms,
            Self::Gcforms => Format::Gcforms,
            Self::Navformio => Format::Navformio,
        }
    }
}
