//! How many transactions were completed by other channels: owners of a service enter it, month by month, and correct it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::figures::write::facts::channel_name;
use exemplar_app::figures::{Entered, NotEntered, VolumesOf};
use exemplar_app::words::{Value, Words};
use exemplar_core::figures::Month;
use exemplar_core::figures::volume::{WrongVolume, read_volume};
use exemplar_core::record::Channel;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{
    ErrorLink, ErrorMessage, ErrorSummary, Input, Label, NotificationBanner, NotificationKind, Select, SelectItem,
    Table, TableCell,
};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::performance::channel_words;
use crate::visit::see_other;

/// What the addresses of these pages begin with.
const PREFIX: &str = "/staff/volumes";

#[derive(Template)]
#[template(path = "staff/volumes_list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    services: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "staff/volumes.html")]
struct VolumesPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    saved: Option<NotificationBanner<'a>>,
    heading: &'a str,
    action: String,
    figures: String,
    months: Select<'a>,
    month: String,
    month_name: String,
    fields: Vec<Field<'a>>,
    record: Option<Table<'a>>,
}

/// The number of one channel.
struct Field<'a> {
    input: Input<'a>,
    seen: i64,
}

/// The services of who is signed in.
pub fn list(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let services = desk.site.app.services_with_volumes(who);
    let services = services
        .iter()
        .map(|service| (format!("{PREFIX}/{}", service.id), service.name.get(0).to_owned()));
    let page = ListPage {
        frame: desk.frame(desk.words().get("figures-volumes-title")),
        around: desk.around(),
        services: services.collect(),
    };
    desk.page(StatusCode::OK, &page)
}

/// The volumes of a service in one month: the last one that is over, where the address names none.
pub async fn get(desk: &Desk<'_>, service: &str) -> Response {
    let volumes = match read(desk, service).await {
        Ok(volumes) => volumes,
        Err(reply) => return *reply,
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let month = match asked.get("month") {
        "" => volumes.months.get(1).copied(),
        month => month.parse().ok().filter(|month| volumes.months.contains(month)),
    };
    let Some(month) = month else {
        return problems::not_found(desk);
    };
    let said = if asked.has("saved") { Said::Saved } else { Said::Nothing };
    show(desk, &volumes, month, &said)
}

/// The volumes with what was typed before a session ended.
pub async fn again(desk: &Desk<'_>, service: &str, form: &Form) -> Response {
    let volumes = match read(desk, service).await {
        Ok(volumes) => volumes,
        Err(reply) => return *reply,
    };
    let month = form.get("month").parse().ok();
    match month.filter(|month| volumes.months.contains(month)) {
        Some(month) => show(desk, &volumes, month, &Said::Typed(form)),
        None => problems::not_found(desk),
    }
}

/// Enters what was typed.
pub async fn post(desk: &Desk<'_>, service: &str, form: &Form) -> Response {
    let volumes = match read(desk, service).await {
        Ok(volumes) => volumes,
        Err(reply) => return *reply,
    };
    let month = form.get("month").parse().ok();
    let (Some(who), Some(month)) = (&desk.who, month.filter(|month| volumes.months.contains(month))) else {
        return problems::not_found(desk);
    };
    let mut entered = Vec::new();
    let mut wrong = Vec::new();
    for channel in &volumes.channels {
        let name = channel_name(*channel);
        let seen = form.get(&format!("{name}-seen")).parse().unwrap_or(0);
        match read_volume(form.get(name)) {
            Ok(Some(volume)) => entered.push(Entered {
                channel: *channel,
                volume,
                seen,
            }),
            // What was never entered may stay so.
            Ok(None) if seen == 0 => {}
            Ok(None) => wrong.push((*channel, "figures-volumes-error-empty")),
            Err(WrongVolume::NotWhole) => wrong.push((*channel, "figures-volumes-error-whole")),
            Err(WrongVolume::TooMany) => wrong.push((*channel, "figures-volumes-error-most")),
        }
    }
    if !wrong.is_empty() {
        return show(desk, &volumes, month, &Said::Wrong(form, wrong));
    }
    match desk.site.app.enter_volumes(who, service, month, &entered).await {
        Ok(()) => see_other(&format!("{PREFIX}/{service}?month={month}&saved=yes")),
        Err(NotEntered::NotFound) => problems::not_found(desk),
        Err(NotEntered::Conflict) => match read(desk, service).await {
            Ok(volumes) => show(desk, &volumes, month, &Said::Conflict(form)),
            Err(reply) => *reply,
        },
        Err(NotEntered::Fault(fault)) => problems::fault(desk.site, &fault),
    }
}

async fn read(desk: &Desk<'_>, service: &str) -> Result<VolumesOf, Box<Response>> {
    let Some(who) = &desk.who else {
        return Err(Box::new(problems::not_found(desk)));
    };
    match desk.site.app.volumes(who, service).await {
        Ok(Some(volumes)) => Ok(volumes),
        Ok(None) => Err(Box::new(problems::not_found(desk))),
        Err(fault) => Err(Box::new(problems::fault(desk.site, &fault))),
    }
}

/// What the page has to say besides the form.
enum Said<'a> {
    Nothing,
    Saved,
    /// What was typed, and nobody looked at it yet.
    Typed(&'a Form),
    /// What was typed, and what is wrong with it, by channel.
    Wrong(&'a Form, Vec<(Channel, &'static str)>),
    /// What was typed; meanwhile somebody else entered something.
    Conflict(&'a Form),
}

impl Said<'_> {
    fn typed(&self) -> Option<&Form> {
        match self {
            Self::Typed(form) | Self::Wrong(form, _) | Self::Conflict(form) => Some(form),
            Self::Nothing | Self::Saved => None,
        }
    }

    fn wrong(&self) -> &[(Channel, &'static str)] {
        match self {
            Self::Wrong(_, wrong) => wrong,
            _ => &[],
        }
    }
}

fn show(desk: &Desk<'_>, volumes: &VolumesOf, month: Month, said: &Said<'_>) -> Response {
    let words = desk.words();
    let name = volumes.definition.name.get(0);
    let heading = words.with("figures-volumes-of", &[("service", Value::Text(name))]);
    let status = match said {
        Said::Nothing | Said::Saved | Said::Typed(_) => StatusCode::OK,
        Said::Wrong(..) => StatusCode::UNPROCESSABLE_ENTITY,
        Said::Conflict(_) => StatusCode::CONFLICT,
    };
    let frame = match status {
        StatusCode::OK => desk.frame(&heading),
        _ => desk.frame_with_errors(&heading),
    };
    let months = volumes.months.iter().map(|one| SelectItem {
        selected: *one == month,
        ..SelectItem::new(one.to_string(), words.month(one.first_day()))
    });
    let page = VolumesPage {
        frame,
        around: desk.around(),
        summary: summary(desk, said),
        saved: matches!(said, Said::Saved).then(|| NotificationBanner {
            kind: NotificationKind::Success,
            title: words.get("pages-notice-title").into(),
            content: words.get("figures-volumes-saved").into(),
            ..NotificationBanner::default()
        }),
        heading: &heading,
        action: format!("{PREFIX}/{}", volumes.definition.id),
        figures: format!("/performance/{}", volumes.definition.id),
        months: Select {
            id: "month".into(),
            name: "month".into(),
            label: Label::new(words.get("figures-volumes-choose")),
            items: months.collect(),
            ..Select::default()
        },
        month: month.to_string(),
        month_name: words.month(month.first_day()),
        fields: volumes
            .channels
            .iter()
            .map(|channel| field(desk, volumes, month, *channel, said))
            .collect(),
        record: record(desk, volumes, month),
    };
    desk.page(status, &page)
}

fn summary<'a>(desk: &'a Desk<'_>, said: &Said<'_>) -> Option<ErrorSummary<'a>> {
    let words = desk.words();
    let errors = match said {
        Said::Nothing | Said::Saved | Said::Typed(_) => return None,
        Said::Conflict(_) => Vec::new(),
        Said::Wrong(_, wrong) => wrong
            .iter()
            .map(|(channel, key)| {
                ErrorLink::new(
                    format!("#{}", channel_name(*channel)),
                    wrong_words(words, *channel, key),
                )
            })
            .collect(),
    };
    let description = match said {
        Said::Conflict(_) => words.get("figures-volumes-conflict"),
        _ => "",
    };
    Some(ErrorSummary {
        title: words.get("pages-problem-title").into(),
        description: description.into(),
        errors,
        ..ErrorSummary::default()
    })
}

/// What is wrong with the number of a channel; the same at the field as in the summary.
fn wrong_words(words: &Words, channel: Channel, key: &str) -> String {
    words.with(key, &[("channel", Value::Text(channel_words(words, channel)))])
}

fn field<'a>(desk: &'a Desk<'_>, volumes: &VolumesOf, month: Month, channel: Channel, said: &Said<'_>) -> Field<'a> {
    let words = desk.words();
    let name = channel_name(channel);
    let month_name = words.month(month.first_day());
    let last = volumes.last(month, channel);
    let stored = last.map(|last| last.volume.to_string()).unwrap_or_default();
    let value = said.typed().map_or(stored, |typed| typed.get(name).to_owned());
    let error = said.wrong().iter().find(|(wrong, _)| *wrong == channel);
    let ask = words.with(
        "figures-volumes-ask",
        &[
            ("channel", Value::Text(channel_words(words, channel))),
            ("month", Value::Text(&month_name)),
        ],
    );
    Field {
        input: Input {
            id: name.into(),
            name: name.into(),
            label: Label::new(ask),
            hint: words.get("figures-volumes-hint").into(),
            error: error
                .map(|(_, key)| ErrorMessage::new(words.get("pages-error-prefix"), wrong_words(words, channel, key))),
            value: value.into(),
            inputmode: "numeric",
            classes: "govuk-input--width-10",
            spellcheck: Some(false),
            ..Input::default()
        },
        seen: last.map_or(0, |last| last.n),
    }
}

/// All entries of the month, the last of each channel first.
fn record<'a>(desk: &'a Desk<'_>, volumes: &VolumesOf, month: Month) -> Option<Table<'a>> {
    let words = desk.words();
    let zone = zone(&volumes.definition);
    let of_month = volumes.entries.iter().rev().filter(|entry| entry.month == month);
    let rows: Vec<_> = of_month
        .map(|entry| {
            let counts = volumes.last(month, entry.channel).is_some_and(|last| last.n == entry.n);
            let counts = if counts {
                "figures-volumes-yes"
            } else {
                "figures-volumes-no"
            };
            let by = volumes.names.get(&entry.by).cloned().unwrap_or_default();
            let at = entry.at.to_zoned(zone.clone()).datetime();
            vec![
                TableCell::new(channel_words(words, entry.channel)),
                TableCell::numeric(words.count(entry.volume.unsigned_abs())),
                TableCell::new(by),
                TableCell::new(words.moment(at)),
                TableCell::new(words.get(counts)),
            ]
        })
        .collect();
    let heads = [
        "figures-volumes-channel",
        "figures-volumes-number",
        "figures-volumes-by",
        "figures-volumes-at",
        "figures-volumes-counts",
    ];
    let head = heads.iter().enumerate().map(|(at, key)| TableCell {
        numeric: at == 1,
        ..TableCell::new(words.get(key))
    });
    (!rows.is_empty()).then(|| Table {
        caption: words.get("figures-volumes-record").into(),
        caption_classes: "govuk-table__caption--m",
        head: head.collect(),
        rows,
        first_cell_is_header: true,
        ..Table::default()
    })
}
