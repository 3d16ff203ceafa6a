//! The commands that give staff their accounts, with their flags.

use clap::{Args, Subcommand, ValueEnum};

use crate::arguments::StoreArguments;

/// Accounts of staff.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Add somebody, and print the link by which they set up how they sign in.
    #[command(
        after_help = "Example:\n  exemplar staff add --name 'Ann Worker' --email ann@example.org --role caseworker --office north"
    )]
    Add(Box<AddStaff>),
    /// List all accounts.
    List(StoreArguments),
    /// End an account and all its sessions.
    End(OneOfStaff),
    /// Take password and codes away, and print a new link.
    Reset(OneOfStaff),
}

/// Somebody to be added.
#[derive(Debug, Args)]
pub struct AddStaff {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The name that others read.
    #[arg(long)]
    pub name: String,
    /// Signs in with it.
    #[arg(long)]
    pub email: String,
    /// What the person does.
    #[arg(long, value_enum)]
    pub role: Role,
    /// In this office alone; usual: all of the organisation.
    #[arg(long)]
    pub office: Option<String>,
    /// For this organisation; usual: the one that owns the services, where there is one only.
    #[arg(long)]
    pub organisation: Option<String>,
    /// For this service alone.
    #[arg(long)]
    pub service: Option<String>,
    /// Where the site is reached: the link begins with it.
    #[arg(
        long,
        value_name = "URL",
        env = "EXEMPLAR_ADDRESS",
        default_value = "http://127.0.0.1:8080"
    )]
    pub address: String,
}

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Deals with cases and decides.
    Caseworker,
    /// Notes which fees were paid.
    Cashier,
    /// Answers for a team and its queue.
    Manager,
    /// Answers for a service.
    Owner,
    /// Runs the installation.
    Operator,
    /// Gives staff their accounts.
    Administrator,
}

/// One account.
#[derive(Debug, Args)]
pub struct OneOfStaff {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The e-mail address of the account.
    #[arg(long)]
    pub email: String,
    /// Where the site is reached: a link begins with it.
    #[arg(
        long,
        value_name = "URL",
        env = "EXEMPLAR_ADDRESS",
        default_value = "http://127.0.0.1:8080"
    )]
    pub address: String,
}
