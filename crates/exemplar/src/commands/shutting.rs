//! `exemplar shut` and `exemplar open`: every instance follows within 5 seconds.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use exemplar_app::clock::Clock;
use exemplar_app::services::{Services, Shut};
use exemplar_core::id::{Language, ServiceId};
use exemplar_core::record::Actor;
use exemplar_store::Store;

use super::Failure;
use super::store::{block_on, open as open_store};
use crate::arguments;

/// The words on a page may have so many bytes.
const WORDS_LIMIT: usize = 20_000;

/// `exemplar shut`
pub fn shut(arguments: &arguments::Shut) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open_store(&arguments.store).await?;
        let service = ServiceId::from(arguments.service.as_str());
        let languages = languages(&store, &service).await?;
        let mut words = BTreeMap::new();
        for given in &arguments.words {
            let (language, file) = match given.split_once('=') {
                Some((language, file)) => (Language::from(language), file),
                None => (languages[0].clone(), given.as_str()),
            };
            if !languages.contains(&language) {
                return Err(format!("{service} is not in the language {language}").into());
            }
            words.insert(language, read(Path::new(file))?);
        }
        for language in languages.iter().filter(|language| !words.contains_key(*language)) {
            eprintln!("There are no words in {language}: pages in it say until when, and nothing else.");
        }
        let by = Actor::Integration("command line".to_owned());
        let shut = Shut {
            words,
            until: arguments.until,
        };
        store.shut(&service, &shut, &by, Clock::System.now()).await?;
        println!("{service} is shut. Every instance follows within 5 seconds. It opens with: exemplar open {service}");
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar open`
pub fn open(arguments: &arguments::Open) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open_store(&arguments.store).await?;
        let service = ServiceId::from(arguments.service.as_str());
        languages(&store, &service).await?;
        let was_shut = store.open_service(&service).await?;
        store.close().await;
        if was_shut {
            println!("{service} is open. Every instance follows within 5 seconds.");
        } else {
            println!("{service} was not shut.");
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// The languages of a live service, its first one at the front.
async fn languages(store: &Store, service: &ServiceId) -> Result<Vec<Language>, Failure> {
    let services = Services::default();
    services.follow(store).await?;
    match services.live(service.as_str()) {
        Some(live) => Ok(live.languages.clone()),
        None => {
            let names: Vec<String> = services.all().iter().map(|live| live.id.to_string()).collect();
            Err(format!("there is no service {service}; there are: {}", names.join(", ")).into())
        }
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    let words = std::fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    if words.trim().is_empty() || words.len() > WORDS_LIMIT {
        let at_most = WORDS_LIMIT / 1_000;
        return Err(format!("{} must hold some words, and at most {at_most} KB", file.display()).into());
    }
    Ok(words)
}
