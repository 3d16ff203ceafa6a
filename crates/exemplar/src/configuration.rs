//! Settings from a file: they stand below flags and the environment, and above what is usual.
//!
//! The file's keys are the flags of `exemplar serve`, so that there is one list of settings and one check of values.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory as _, FromArgMatches as _};
use toml::{Table, Value};

use crate::arguments::Arguments;

/// What the command line is read to: the arguments, and the settings of `serve` as text where they were asked for.
pub struct Read {
    /// What to do.
    pub arguments: Arguments,
    /// What `--show-config` prints.
    pub shown: Option<String>,
}

/// Names that are no settings of a file.
const NOT_IN_A_FILE: [&str; 4] = ["help", "version", "config", "show_config"];

/// Reads the command line, the environment and the file that either names.
///
/// # Errors
/// A sentence for who wrote them.
pub fn read(line: Vec<OsString>) -> Result<Read, clap::Error> {
    let mut command = Arguments::command();
    let file = file_named(&line).or_else(|| std::env::var_os("EXEMPLAR_CONFIG").map(PathBuf::from));
    let mut from_file = Table::new();
    if let Some(file) = &file {
        let refuse = |why: String| {
            let said = format!("the settings in {} cannot be used: {why}\n", file.display());
            Arguments::command().error(clap::error::ErrorKind::InvalidValue, said)
        };
        from_file = settings(file, &command).map_err(refuse)?;
        command = with_defaults(command, &from_file);
    }
    let matches = command.clone().try_get_matches_from(line)?;
    let arguments = Arguments::from_arg_matches(&matches)?;
    let serve = matches.subcommand_matches("serve");
    let shown = serve
        .filter(|serve| serve.get_flag("show_config"))
        .map(|serve| shown(serve, &command, &from_file));
    Ok(Read { arguments, shown })
}

/// The file that `--config` names on the command line.
fn file_named(line: &[OsString]) -> Option<PathBuf> {
    let mut words = line.iter();
    while let Some(word) = words.next() {
        let word = word.to_str()?;
        if word == "--config" {
            return words.next().map(PathBuf::from);
        }
        if let Some(file) = word.strip_prefix("--config=") {
            return Some(PathBuf::from(file));
        }
        if word == "--" {
            return None;
        }
    }
    None
}

/// The names of the settings that a file can hold: the flags of `serve`.
fn known(command: &Command) -> Vec<String> {
    let serve = command.find_subcommand("serve");
    let names = serve.into_iter().flat_map(Command::get_arguments);
    names
        .map(|argument| argument.get_id().to_string())
        .filter(|name| !NOT_IN_A_FILE.contains(&name.as_str()))
        .collect()
}

/// Reads the file, by the flags' ids. Unknown keys are refused.
fn settings(file: &std::path::Path, command: &Command) -> Result<Table, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let known = known(command);
    let mut settings = Table::new();
    for (key, value) in table {
        let name = key.replace('-', "_");
        if !known.contains(&name) {
            let like = known.iter().max_by(|a, b| {
                let [a, b] = [a, b].map(|known| strsim::jaro_winkler(known, &name));
                a.total_cmp(&b)
            });
            let like = like.map_or_else(String::new, |like| {
                format!("; did you mean \"{}\"?", like.replace('_', "-"))
            });
            return Err(format!("there is no setting \"{key}\"{like}"));
        }
        if words(&value).is_none() {
            return Err(format!("\"{key}\" must be a text, a number, or a list of them"));
        }
        settings.insert(name, value);
    }
    Ok(settings)
}

/// A value as it would stand on the command line.
fn words(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Integer(number) => Some(vec![number.to_string()]),
        Value::Boolean(yes) => Some(vec![yes.to_string()]),
        Value::Array(values) => values.iter().map(|value| words(value)?.pop()).collect(),
        _ => None,
    }
}

/// The command with the file's values in place of what is usual, wherever a flag of that name is taken.
fn with_defaults(mut command: Command, settings: &Table) -> Command {
    let own: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .filter(|name| settings.contains_key(name))
        .collect();
    for name in own {
        if let Some(words) = settings.get(&name).and_then(words) {
            command = command.mut_arg(name, |argument| argument.default_values(words));
        }
    }
    let below: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    for name in below {
        command = command.mut_subcommand(name, |below| with_defaults(below, settings));
    }
    command
}

/// The settings as a file that sets them, each with where it comes from.
fn shown(serve: &ArgMatches, command: &Command, from_file: &Table) -> String {
    let mut out = String::new();
    for name in known(command) {
        let key = name.replace('_', "-");
        let values: Vec<String> = serve
            .get_raw(&name)
            .into_iter()
            .flatten()
            .map(|value| format!("{:?}", without_secret(&value.to_string_lossy())))
            .collect();
        let source = match serve.value_source(&name) {
            Some(ValueSource::CommandLine) => "flag",
            Some(ValueSource::EnvVariable) => "environment",
            Some(_) if from_file.contains_key(&name) => "file",
            _ => "usual",
        };
        // Writing to a string cannot fail.
        let _ = match values.as_slice() {
            [] => writeln!(out, "# {key} is not set"),
            [value] => writeln!(out, "{key} = {value} # {source}"),
            values => writeln!(out, "{key} = [{}] # {source}", values.join(", ")),
        };
    }
    out
}

/// An address without the password in it.
fn without_secret(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else {
        return value.to_owned();
    };
    let end = rest.find('/').unwrap_or(rest.len());
    let rest = match rest[..end].rfind('@') {
        Some(at) => match rest[..at].split_once(':') {
            Some((user, _)) => format!("{user}:***{}", &rest[at..]),
            None => rest.to_owned(),
        },
        None => rest.to_owned(),
    };
    // PostgreSQL takes a password as a parameter, too.
    let (before, parameters) = rest.split_once('?').unwrap_or((&rest, ""));
    let parameters: Vec<String> = parameters
        .split('&')
        .map(|parameter| match parameter.split_once('=') {
            Some((name, _)) if name.contains("password") => format!("{name}=***"),
            _ => parameter.to_owned(),
        })
        .collect();
    let parameters = parameters.join("&");
    let mark = if parameters.is_empty() { "" } else { "?" };
    format!("{scheme}://{before}{mark}{parameters}")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::arguments;

    /// The line read with a file of this content.
    fn with_file(content: &str, line: &[&str]) -> Result<Read, String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(content.as_bytes()).unwrap();
        let mut words: Vec<OsString> = ["exemplar", "--config"].map(OsString::from).into();
        words.push(file.path().into());
        words.extend(line.iter().map(OsString::from));
        read(words).map_err(|error| error.to_string())
    }

    fn serve(read: Read) -> arguments::Serve {
        match read.arguments.command {
            arguments::Command::Serve(serve) => *serve,
            _ => panic!("it is not serve"),
        }
    }

    #[test]
    fn a_flag_comes_before_the_file_and_the_file_before_what_is_usual() {
        let file = "listen = \"127.0.0.1:9000\"\nlimit-starts = 7\ntrusted_proxy = [\"10.0.0.1\", \"10.0.0.2\"]\n";
        let read = serve(with_file(file, &["serve", "--listen", "127.0.0.1:9001"]).ok().unwrap());
        assert_eq!(read.listen.port(), 9001);
        assert_eq!((read.limit_starts, read.trusted_proxy.len()), (7, 2));
        assert_eq!(read.limit_posts, 2_000);
    }

    #[test]
    fn the_file_names_the_store_for_every_command() {
        let read = with_file("data = \"/srv/data\"\n", &["open", "register-to-vote"])
            .ok()
            .unwrap();
        let arguments::Command::Open(open) = read.arguments.command else {
            panic!("it is not open");
        };
        assert_eq!(open.store.data, PathBuf::from("/srv/data"));
    }

    #[track_caller]
    fn refused(file: &str, expected: &str) {
        let said = with_file(file, &["serve"]).err().unwrap_or_default();
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn what_is_wrong_in_the_file_is_said() {
        refused("lisen = \"127.0.0.1:9000\"\n", "did you mean \"listen\"?");
        refused("listen = { port = 1 }\n", "must be a text");
        refused("listen = \"somewhere\"\n", "--listen");
        refused("listen\n", "cannot be used");
    }

    #[test]
    fn what_is_shown_says_where_it_comes_from_and_holds_no_secret() {
        let file = "smtp = \"smtps://me:secret@mail.example.org\"\n";
        let shown = with_file(file, &["serve", "--show-config", "--data", "d"])
            .ok()
            .unwrap()
            .shown
            .unwrap();
        assert!(
            shown.contains("smtp = \"smtps://me:***@mail.example.org\" # file"),
            "{shown}"
        );
        assert!(
            shown.contains("data = \"d\" # flag") && shown.contains("limit-posts = \"2000\" # usual"),
            "{shown}"
        );
        assert!(!shown.contains("secret"));
        let url = "postgres://u@h/n?password=secret&sslmode=require";
        assert_eq!(without_secret(url), "postgres://u@h/n?password=***&sslmode=require");
    }
}
