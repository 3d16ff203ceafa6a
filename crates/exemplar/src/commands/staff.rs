//! Commands for the accounts of staff.

use std::path::Path;
use std::process::ExitCode;

use exemplar_app::clock::Clock;
use exemplar_app::services::Services;
use exemplar_app::staff::{FIRST_LINK_HOURS, NAME_AT_MOST, NewStaff, is_email};
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_core::id::OrganisationId;
use exemplar_core::permission::{Membership, StaffRole, StaffState};
use exemplar_outbound::{Mailer, Texts};

use super::Failure;
use super::store::{block_on, open};
use crate::accounts::{AddStaff, OneOfStaff, Role, Staff};
use crate::arguments::StoreArguments;

/// `exemplar staff`
pub fn run(command: Staff) -> Result<ExitCode, Failure> {
    block_on(async {
        match command {
            Staff::Add(arguments) => add(*arguments).await?,
            Staff::List(arguments) => list(&arguments).await?,
            Staff::End(arguments) => end(&arguments).await?,
            Staff::Reset(arguments) => reset(&arguments).await?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

async fn app(arguments: &StoreArguments, address: &str) -> Result<App, Failure> {
    let store = open(arguments).await?;
    let app = App {
        certificates: None,
        store,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::System,
        address: address.trim_end_matches('/').to_owned(),
        files: arguments.objects()?,
        scanner: None,
        connectors: exemplar_outbound::Connectors::default(),
        // These commands send no message.
        mail: Mailer::folder(Path::new("mail").to_owned(), "Exemplar <no-reply@localhost>")?,
        texts: Texts::folder(arguments.texts(None)),
        writer: chance::writer(),
        wake: tokio::sync::Notify::new(),
    };
    app.services.follow(&app.store).await?;
    Ok(app)
}

async fn add(arguments: AddStaff) -> Result<(), Failure> {
    if !is_email(arguments.email.trim()) {
        return Err(format!("{} is not an e-mail address", arguments.email).into());
    }
    let name = arguments.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_AT_MOST {
        return Err(format!("a name has 1 to {NAME_AT_MOST} characters").into());
    }
    let app = app(&arguments.store, &arguments.address).await?;
    let organisation = match arguments.organisation {
        Some(organisation) => OrganisationId::from(organisation),
        None => only_organisation(&app)?,
    };
    let link = app.add_staff(NewStaff {
        name,
        email: arguments.email.trim().to_owned(),
        role: role(arguments.role),
        organisation,
        office: arguments.office.map(Into::into),
        service: arguments.service.map(Into::into),
    });
    print_link(&link.await?);
    app.store.close().await;
    Ok(())
}

/// The organisation that owns all services, where there is one only.
fn only_organisation(app: &App) -> Result<OrganisationId, Failure> {
    let mut owners: Vec<_> = app
        .services
        .all()
        .iter()
        .map(|service| service.organisation.clone())
        .collect();
    owners.sort();
    owners.dedup();
    match owners.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err("no service is live: name the organisation with --organisation".into()),
        several => {
            let names: Vec<_> = several.iter().map(OrganisationId::as_str).collect();
            Err(format!(
                "name the organisation with --organisation, one of: {}",
                names.join(", ")
            )
            .into())
        }
    }
}

fn role(role: Role) -> StaffRole {
    match role {
        Role::Caseworker => StaffRole::Caseworker,
        Role::Cashier => StaffRole::Cashier,
        Role::Manager => StaffRole::Manager,
        Role::Owner => StaffRole::Owner,
        Role::Operator => StaffRole::Operator,
        Role::Administrator => StaffRole::Administrator,
    }
}

async fn list(arguments: &StoreArguments) -> Result<(), Failure> {
    let store = open(arguments).await?;
    for staff in store.all_staff().await? {
        let state = match staff.state {
            StaffState::Invited => "not set up",
            StaffState::Active => "in use",
            StaffState::Ended => "ended",
        };
        let roles: Vec<_> = staff.memberships.iter().map(role_words).collect();
        println!(
            "{}\t{}\t{state}\t{}",
            staff.private.email,
            staff.private.name,
            roles.join("; ")
        );
    }
    store.close().await;
    Ok(())
}

fn role_words(membership: &Membership) -> String {
    let mut words = format!("{:?}", membership.role).to_lowercase();
    let places = [
        Some(membership.organisation.as_str()),
        membership.office.as_deref(),
        membership.service.as_deref(),
    ];
    for place in places.into_iter().flatten().filter(|place| !place.is_empty()) {
        words.push_str(", ");
        words.push_str(place);
    }
    words
}

async fn end(arguments: &OneOfStaff) -> Result<(), Failure> {
    let app = app(&arguments.store, &arguments.address).await?;
    let staff = app.staff_of(&arguments.email).await?;
    app.end_staff(staff.id, None).await?;
    println!(
        "the account of {} is ended, and all its sessions; its cases go back to the queue",
        arguments.email
    );
    app.store.close().await;
    Ok(())
}

async fn reset(arguments: &OneOfStaff) -> Result<(), Failure> {
    let app = app(&arguments.store, &arguments.address).await?;
    let staff = app.staff_of(&arguments.email).await?;
    print_link(&app.reset_staff(staff.id, None).await?);
    app.store.close().await;
    Ok(())
}

fn print_link(link: &str) {
    println!("Give this link to the person. It works once, within {FIRST_LINK_HOURS} hours:\n  {link}");
}
