//! One person's way through the service, page by page, as a browser goes it. Each page reached must be the one expected.
use std::net::SocketAddr;

use crate::client::{Client, Reply};
use crate::cookies::Jar;
use crate::failure::Failure;
use crate::page::{self, Form};
use crate::permit::{self, Person, Step};

/// A submission that the server acknowledged, with what is needed to ask for it again.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    /// Who applied.
    pub person: Person,
    /// The cookies of that browser.
    pub jar: Jar,
    /// The address of the confirmation page.
    pub path: String,
    /// The reference that the page gave.
    pub reference: String,
}

/// A person at a browser.
#[derive(Debug)]
pub struct Visitor {
    /// The browser.
    pub client: Client,
    /// The person.
    pub person: Person,
}

impl Visitor {
    /// A person who has not begun.
    pub fn new(address: SocketAddr, person: Person) -> Self {
        Visitor {
            client: Client::new(address),
            person,
        }
    }

    /// Another person sits down at the same browser, which keeps its connection and loses its cookies.
    pub fn change(&mut self, person: Person) {
        self.person = person;
        self.client.jar = Jar::default();
    }

    /// A whole journey. When asked, each page first refuses an invalid answer.
    pub async fn whole(&mut self, refuse_first: bool) -> Result<Acknowledged, Failure> {
        self.start().await?;
        let steps: Vec<_> = self.person.steps().collect();
        for step in steps {
            let mut form = self.open(step).await?;
            if refuse_first {
                form = self.refused(step, &form).await?;
            }
            self.answer(step, &form).await?;
        }
        let form = self.check().await?.form;
        let path = self.submit(&form).await?;
        let reference = self.confirmation(&path).await?.reference;
        Ok(Acknowledged {
            person: self.person.clone(),
            jar: self.client.jar.clone(),
            path,
            reference,
        })
    }

    /// Opens the start page, which must lead to the first question.
    pub async fn start(&mut self) -> Result<(), Failure> {
        let reply = self.client.get(permit::START).await?;
        expect_page("the start page", &reply, permit::START_HEADING)?;
        let first = permit::STEPS[0].path();
        match page::find(&reply.body, &first) {
            Some(_) => Ok(()),
            None => Err(Failure::Wrong(format!("the start page does not lead to {first}"))),
        }
    }

    /// Opens a question page, which must have the inputs that this person fills in.
    pub async fn open(&mut self, step: &Step) -> Result<Form, Failure> {
        let path = step.path();
        let reply = self.client.get(&path).await?;
        expect_page(&path, &reply, step.heading)?;
        self.form(step, &reply)
    }

    /// Sends an invalid answer, which must come back with the same page and a list of errors.
    pub async fn refused(&mut self, step: &Step, form: &Form) -> Result<Form, Failure> {
        let fields: permit::Fields = step
            .invalid
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        let path = form.action.clone().unwrap_or_else(|| step.path());
        let meter = std::mem::take(&mut self.client.meter);
        let result = self.client.post(&path, &form.encode(&fields)).await;
        self.client.meter = meter;
        let reply = result?;
        if reply.status != 422 || !page::has_error_summary(&reply.body) {
            return Err(unexpected(
                &format!("an invalid answer to {path}"),
                "422 with a list of errors",
                &reply,
            ));
        }
        expect_heading(&path, &reply, step.heading)?;
        self.form(step, &reply)
    }

    /// Sends this person's answer, which must lead to the next page.
    pub async fn answer(&mut self, step: &Step, form: &Form) -> Result<(), Failure> {
        let path = form.action.clone().unwrap_or_else(|| step.path());
        let reply = self
            .client
            .post(&path, &form.encode(&(step.fields)(&self.person)))
            .await?;
        let next = self.person.after(step);
        match &reply.location {
            Some(location) if reply.status == 303 && *location == next => Ok(()),
            _ => Err(unexpected(
                &format!("the answer to {path}"),
                &format!("303 to {next}"),
                &reply,
            )),
        }
    }

    /// Opens check-answers, which must show this person's name.
    pub async fn check(&mut self) -> Result<Check, Failure> {
        let reply = self.client.get(permit::CHECK).await?;
        expect_page(permit::CHECK, &reply, permit::CHECK_HEADING)?;
        if page::find(&reply.body, &self.person.last).is_none() {
            return Err(Failure::Wrong(format!(
                "{} does not show the name {}",
                permit::CHECK,
                self.person.last
            )));
        }
        let form = page::form(&reply.body).ok_or_else(|| Failure::Wrong(format!("{} has no form", permit::CHECK)))?;
        Ok(Check { form, body: reply.body })
    }

    /// Submits, which must lead to a confirmation page; its address is returned.
    pub async fn submit(&mut self, form: &Form) -> Result<String, Failure> {
        let path = form.action.as_deref().unwrap_or(permit::CHECK);
        let reply = self.client.post(path, &form.encode(&[])).await?;
        match &reply.location {
            Some(location) if reply.status == 303 && location.starts_with(permit::DONE) => Ok(location.clone()),
            _ => Err(unexpected(
                "the submission",
                &format!("303 to {}", permit::DONE),
                &reply,
            )),
        }
    }

    /// Opens a confirmation page and reads the reference.
    pub async fn confirmation(&mut self, path: &str) -> Result<Confirmation, Failure> {
        let reply = self.client.get(path).await?;
        let reference = (reply.status == 200).then(|| page::reference(&reply.body)).flatten();
        match reference {
            Some(reference) => Ok(Confirmation {
                reference,
                body: reply.body,
            }),
            None => Err(unexpected(path, "200 with a reference", &reply)),
        }
    }

    /// Opens the confirmation page of an earlier submission with the cookies of then.
    pub async fn ask_again(&mut self, earlier: &Acknowledged) -> Result<Confirmation, Failure> {
        self.change(earlier.person.clone());
        self.client.jar = earlier.jar.clone();
        self.confirmation(&earlier.path).await
    }

    fn form(&self, step: &Step, reply: &Reply) -> Result<Form, Failure> {
        let form = page::form(&reply.body).ok_or_else(|| Failure::Wrong(format!("{} has no form", step.path())))?;
        match (step.fields)(&self.person)
            .iter()
            .find(|(name, _)| !form.names.iter().any(|known| known == name))
        {
            Some((name, _)) => Err(Failure::Wrong(format!("{} has no input {name}", step.path()))),
            None => Ok(form),
        }
    }
}

/// The page after submission.
#[derive(Debug)]
pub struct Confirmation {
    /// The reference that it gives.
    pub reference: String,
    body: String,
}

impl Confirmation {
    /// The answers of this person that the page's copy does not show.
    pub fn missing(&self, person: &Person) -> Vec<&'static str> {
        person.missing_from(&page::values(&self.body))
    }
}

/// The page before submission.
#[derive(Debug)]
pub struct Check {
    /// Its form.
    pub form: Form,
    /// All of it.
    pub body: String,
}

fn expect_page(what: &str, reply: &Reply, heading: &str) -> Result<(), Failure> {
    if reply.status != 200 {
        return Err(unexpected(what, "200", reply));
    }
    expect_heading(what, reply, heading)
}

fn expect_heading(what: &str, reply: &Reply, heading: &str) -> Result<(), Failure> {
    if page::heading(&reply.body).as_deref() == Some(heading) {
        return Ok(());
    }
    Err(unexpected(what, &format!("the heading \"{heading}\""), reply))
}

/// Says what came instead, without the whole page.
fn unexpected(what: &str, expected: &str, reply: &Reply) -> Failure {
    if reply.status == 429 || reply.status >= 500 {
        return Failure::Unavailable {
            request: what.to_owned(),
            status: reply.status,
        };
    }
    let location = reply
        .location
        .as_deref()
        .map(|to| format!(" to {to}"))
        .unwrap_or_default();
    let heading = page::heading(&reply.body)
        .map(|heading| format!(", heading \"{heading}\""))
        .unwrap_or_default();
    Failure::Wrong(format!(
        "{what}: expected {expected}, came {}{location}{heading}",
        reply.status
    ))
}
