//! Small forms with rows, and with what is worked out, written for these tests.

use serde_json::{Value, json};

use super::tests::{contains, imported, panel, service, text, yes_no};

fn grid(key: &str, label: &str, components: Value) -> Value {
    json!({ "type": "datagrid", "key": key, "label": label, "addAnother": format!("Legg til {key}"), "components": components })
}

fn alert(content: &str, when: &str) -> Value {
    json!({ "type": "alertstripe", "key": "m", "content": content, "conditional": { "when": when, "eq": "ja", "show": true } })
}

#[test]
fn rows_stand_in_rows() {
    let yaml = service(panel(json!([
        grid(
            "bod",
            "Boder",
            json!([
                text("navn", "Hva heter boden?", json!({})),
                grid(
                    "vare",
                    "Varer",
                    json!([text("hva", "Hva selger den?", json!({})), yes_no("dyr", "Er den dyr?"),])
                ),
                text(
                    "laas",
                    "Hvem har låst den?",
                    json!({ "customConditional": "show = _.some(row.vare, (rad) => { return rad.dyr === 'ja'; });" })
                ),
            ])
        ),
        text(
            "vakt",
            "Hvem holder vakt?",
            json!({ "customConditional": "show = _.some(data.bod.vare, (rad) => { return rad.dyr === 'ja'; });" })
        ),
    ])));
    contains(
        &yaml,
        &[
            "rows:\n      each: bod\n",
            "rows:\n            each: vare\n",
            "when: any(varer, dyr)\n          ask: Hvem har låst den?",
            "when: any(boder, any(varer, dyr))\n    ask: Hvem holder vakt?",
        ],
    );
}

#[test]
fn what_is_said_of_some_rows_twice_is_said_of_them_once() {
    let yaml = service(panel(json!([
        grid(
            "bod",
            "Boder",
            json!([yes_no("ute", "Står den ute?"), yes_no("mat", "Selger den mat?")])
        ),
        text(
            "vakt",
            "Hvem holder vakt?",
            json!({ "customConditional":
            "show = _.some(data.bod, (rad) => { return rad.ute === 'ja'; }) || _.some(data.bod, (rad) => { return rad.mat === 'ja'; });" })
        ),
    ])));
    contains(
        &yaml,
        &["when: any(boder, staar_ute or selger_mat)\n    ask: Hvem holder vakt?"],
    );
}

#[test]
fn an_answer_in_rows_that_is_meant_from_outside_is_that_of_some_row() {
    let yaml = service(panel(json!([
        grid(
            "bod",
            "Boder",
            json!([yes_no("ute", "Står den ute?"), yes_no("mat", "Selger den mat?")])
        ),
        text(
            "vakt",
            "Hvem holder vakt?",
            json!({ "customConditional": "show = data.bod.ute === 'ja' || data.bod.mat === 'ja'" })
        ),
    ])));
    contains(
        &yaml,
        &["when: any(boder, staar_ute or selger_mat)\n    ask: Hvem holder vakt?"],
    );
}

#[test]
fn a_name_of_somebody_else_is_called_so() {
    let yaml = service(panel(json!([
        { "type": "firstName", "key": "fornavn", "label": "Barnets fornavn", "validate": { "required": true } },
        { "type": "surname", "key": "etternavn", "label": "Barnets etternavn", "validate": { "required": true } },
    ])));
    contains(&yaml, &["barnets_navn:\n    ask: Barnets navn\n"]);
}

#[test]
fn a_text_in_a_row_keeps_its_condition() {
    let yaml = service(panel(json!([grid(
        "bod",
        "Boder",
        json!([
            yes_no("mat", "Selger den mat?"),
            alert("<p>Vask hendene.</p>", "bod.mat"),
            text("navn", "Hva heter boden?", json!({})),
        ])
    )])));
    contains(
        &yaml,
        &["[[ if selger_mat ]]\n            Vask hendene.\n            [[ endif ]]"],
    );
}

#[test]
fn short_lines_of_a_row_share_a_page_under_their_heading() {
    let group = json!({ "type": "navSkjemagruppe", "key": "g", "legend": "Hvor den står",
        "conditional": { "when": "bod.ute", "eq": "ja", "show": true },
        "components": [text("gate", "Gate", json!({})), text("sted", "Sted", json!({}))] });
    let components = json!([
        yes_no("ute", "Står den ute?"),
        group,
        text("navn", "Hva heter boden?", json!({}))
    ]);
    let yaml = service(panel(json!([grid("bod", "Boder", components)])));
    contains(
        &yaml,
        &[
            "when: staar_ute\n          title: Hvor den står\n",
            "gate:\n              ask: Gate\n",
        ],
    );
}

#[test]
fn a_row_with_too_many_pages_asks_several_things_on_one() {
    let question = |n: usize| text(&format!("f{n}"), &format!("Hva er nummer {n}?"), json!({}));
    let all: Vec<Value> = (0..50).map(question).collect();
    let imported = imported(panel(json!([grid("bod", "Boder", json!(all))])), None);
    assert!(imported.report.passes_check, "{}", imported.report);
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    assert!(
        reasons.contains(&"pages_of_rows") && reasons.contains(&"fewer_rows"),
        "{}",
        imported.report
    );
}

#[test]
fn a_sum_is_worked_out_and_not_asked_for() {
    let money = |key: &str, label: &str| json!({ "type": "currency", "key": key, "label": label, "currency": "nok", "validate": { "required": true } });
    let mut sum = money("sum", "Totalt beløp");
    sum["readOnly"] = json!(true);
    sum["calculateValue"] =
        json!("value = tall(data.leie) + tall(data.strom); function tall(x) { return parseFloat(x || 0); }");
    let mut other = sum.clone();
    other["key"] = json!("annet");
    other["label"] = json!("Noe annet");
    other["calculateValue"] = json!("value = instance.calculate()");
    let components = json!([money("leie", "Leie"), money("strom", "Strøm"), sum, other]);
    let imported = imported(panel(components), None);
    let yaml = imported.folder.unwrap().text("service.yaml").unwrap().to_owned();
    assert!(imported.report.passes_check, "{yaml}\n{}", imported.report);
    contains(
        &yaml,
        &["is: total(leie, stroem)\n    called: Totalt beløp", "ask: Noe annet"],
    );
    assert!(!yaml.contains("ask: Totalt"), "{yaml}");
    assert!(imported.report.entries.iter().any(|entry| entry.reason == "calculated"));
}

#[test]
fn a_box_that_may_stay_empty_is_optional() {
    let tick = json!({ "type": "navCheckbox", "key": "reserve", "label": "Jeg ønsker en bod i reserve", "validate": { "required": false } });
    let yaml = service(panel(json!([tick, text("navn", "Hva heter boden?", json!({}))])));
    contains(&yaml, &["optional: yes\n    declaration: Jeg ønsker en bod i reserve"]);
}

#[test]
fn the_report_says_where_each_part_of_a_question_went() {
    let imported = imported(
        panel(json!([
            { "type": "firstName", "key": "fornavn", "label": "Fornavn", "validate": { "required": true } },
            { "type": "surname", "key": "etternavn", "label": "Etternavn", "validate": { "required": true } },
        ])),
        None,
    );
    let place = "components[0].components[1]";
    assert!(
        imported
            .report
            .entries
            .iter()
            .any(|entry| entry.place == place && entry.name.as_deref() == Some("navn"))
    );
}
