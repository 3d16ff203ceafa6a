//! On a case: the documents that the applicant said they would send.

use exemplar_app::apply::zone;
use exemplar_app::says::Says;
use exemplar_app::words::Value;

use exemplar_app::casework::OpenCase;

use super::desk::Desk;

/// The documents that are still to come, and by when.
pub(super) fn to_come(desk: &Desk<'_>, open: &OpenCase, says: &Says<'_>) -> Option<String> {
    let words = desk.words();
    let applied = open.loaded.case.submitted?.to_zoned(zone(&open.definition)).date();
    let due = open.walk().documents_due(applied).into_iter().map(|due| {
        let label = says.text(&due.document.option.label);
        due.due.map_or_else(
            || label.to_owned(),
            |day| {
                let day = words.date(day);
                words.with(
                    "documents-due",
                    &[("document", Value::Text(label)), ("date", Value::Text(&day))],
                )
            },
        )
    });
    let due: Vec<String> = due.collect();
    (!due.is_empty()).then(|| due.join("; "))
}
