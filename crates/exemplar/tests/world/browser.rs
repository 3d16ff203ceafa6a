//! A browser without scripts: one request a connection, cookies, and the forms of the page that it shows.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use scraper::{ElementRef, Html, Selector};

/// What one person uses.
pub struct Browser {
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
    /// Every address that was asked for or led to.
    pub asked: Vec<String>,
    pub status: u16,
    pub path: String,
    pub page: String,
}

/// A control that a person fills in.
#[derive(Debug)]
pub struct Control {
    pub name: String,
    /// `text`, `radio`, `checkbox`, `textarea`, `select` and the like.
    pub kind: String,
    pub value: String,
}

impl Browser {
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            cookies: BTreeMap::new(),
            asked: Vec::new(),
            status: 0,
            path: String::new(),
            page: String::new(),
        }
    }

    /// Opens a page, and goes where it leads.
    pub fn get(&mut self, path: &str) -> &mut Self {
        self.send("GET", path, "");
        for _ in 0..5 {
            if self.status != 303 {
                return self;
            }
            let path = self.path.clone();
            self.send("GET", &path, "");
        }
        panic!("{} leads in circles", self.path);
    }

    /// Sends the form that goes to an address ending so, and goes where it leads.
    pub fn post(&mut self, action: &str, typed: &[(String, String)]) -> &mut Self {
        let (action, mut fields, _) = self.form(action);
        fields.extend_from_slice(typed);
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&fields)
            .finish();
        self.send("POST", &action, &body);
        if self.status == 303 {
            let path = self.path.clone();
            self.get(&path);
        }
        self
    }

    /// The form that goes to an address ending so: its address, what is hidden in it, and its controls.
    pub fn form(&self, action: &str) -> (String, Vec<(String, String)>, Vec<Control>) {
        let page = Html::parse_document(&self.page);
        let forms = Selector::parse("form[method=post]").unwrap();
        let form = page.select(&forms).find(|form| goes_to(form).ends_with(action));
        let form =
            form.unwrap_or_else(|| panic!("no form to {action} on {}: {} {}", self.path, self.status, self.page));
        let all = Selector::parse("input, textarea, select").unwrap();
        let (mut hidden, mut controls) = (Vec::new(), Vec::new());
        for element in form.select(&all) {
            let value = |name| element.value().attr(name).unwrap_or_default().to_owned();
            match (element.value().name(), value("type").as_str()) {
                ("input", "hidden") => hidden.push((value("name"), value("value"))),
                ("input", kind) => controls.push(control(value("name"), kind, value("value"))),
                (kind, _) => controls.push(control(value("name"), kind, String::new())),
            }
        }
        (goes_to(&form), hidden, controls)
    }

    fn send(&mut self, method: &str, path: &str, body: &str) {
        self.asked.push(path.to_owned());
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            cookies.join("; "),
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        let reply = String::from_utf8(reply).unwrap();
        let (head, page) = reply.split_once("\r\n\r\n").unwrap();
        self.status = head.split(' ').nth(1).unwrap().parse().unwrap();
        assert!(self.status < 500, "{method} {path}: {reply}");
        self.page = page.to_owned();
        self.path = path.to_owned();
        for line in head.lines() {
            let (name, value) = line.split_once(": ").unwrap_or_default();
            if name.eq_ignore_ascii_case("set-cookie") {
                let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            } else if name.eq_ignore_ascii_case("location") {
                self.path = value.to_owned();
                self.asked.push(value.to_owned());
            }
        }
    }

    /// What the browser sends of its cookies.
    pub fn cookies(&self) -> String {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        cookies.join("; ")
    }

    /// The words of the first element that fits.
    pub fn words(&self, selector: &str) -> String {
        let page = Html::parse_document(&self.page);
        let found = page.select(&Selector::parse(selector).unwrap()).next();
        found.map_or_else(String::new, |found| found.text().collect::<String>().trim().to_owned())
    }

    /// Where the first link goes whose address begins so and is longer.
    pub fn link(&self, beginning: &str) -> String {
        let page = Html::parse_document(&self.page);
        let links = Selector::parse("a[href]").unwrap();
        let mut hrefs = page.select(&links).filter_map(|link| link.value().attr("href"));
        let found = hrefs.find(|href| href.starts_with(beginning) && href.len() > beginning.len());
        found
            .unwrap_or_else(|| panic!("no link to {beginning} on {}: {}", self.path, self.page))
            .to_owned()
    }
}

fn control(name: String, kind: &str, value: String) -> Control {
    let kind = if kind.is_empty() { "text" } else { kind };
    Control {
        name,
        kind: kind.to_owned(),
        value,
    }
}

fn goes_to(form: &ElementRef<'_>) -> String {
    form.value().attr("action").unwrap_or_default().to_owned()
}
