//! A fee that is due since what was applied for was granted: how much, until when and how, on the status page.

use exemplar_app::Fault;
use exemplar_app::apply::Draft;
use exemplar_app::says::Says;
use exemplar_app::waiting::statement;
use exemplar_app::words::Value;
use exemplar_core::journey::in_currency;
use exemplar_core::waiting::waits_after_decision;

use crate::public::apply::fee;
use crate::visit::Visit;

/// What is shown of it.
pub struct ToPayShown {
    /// How much, and until when.
    pub say: String,
    /// What is quoted with the payment.
    pub reference: String,
    /// The lines of the fee.
    pub fee: String,
    /// How and where, in the service's words.
    pub how: String,
    /// What is paid back, and when.
    pub refund: String,
}

/// What is shown of a fee that is due; none where none is.
///
/// # Errors
/// When the store fails.
pub async fn shown(visit: &Visit, draft: &Draft) -> Result<Option<ToPayShown>, Fault> {
    let Some(loaded) = draft
        .loaded
        .as_ref()
        .filter(|loaded| waits_after_decision(&loaded.case))
    else {
        return Ok(None);
    };
    let standing = visit.site.app.standing(draft.case).await?;
    let Some(to_pay) = standing.to_pay() else {
        return Ok(None);
    };
    let (words, definition) = (visit.words(), &draft.definition);
    let amount = in_currency(standing.outstanding(), &definition.currency);
    let amount = words.money(amount, &definition.currency);
    let until = words.date(to_pay.until);
    let with = [("amount", Value::Text(&amount)), ("date", Value::Text(&until))];
    let says = Says {
        words,
        definition,
        language: definition.language_index(&visit.manner.language).unwrap_or_default(),
    };
    let walk = draft.walk(&visit.manner);
    let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, &walk));
    Ok(Some(ToPayShown {
        say: words.with("to-pay-status-pay", &with),
        reference: loaded
            .case
            .reference
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        fee: fee::list(statement(says, loaded, definition, &standing)),
        how: markup(&definition.payment.say),
        refund: markup(&definition.payment.refund),
    }))
}
