//! Forms that were damaged by chance, with a stated seed: whatever stands in a file, it is read or refused in words, and
//! soon.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

use std::time::{Duration, Instant};

use exemplar_import::{Format, SourceFile, import};

/// Where chance begins.
const SEED: u64 = 20_261_124;
/// How many damaged forms are tried.
const TRIES: usize = 2_000;
/// The longest that one may take.
const LONGEST: Duration = Duration::from_secs(1);

/// A form with something of everything.
const FORM: &str = r#"{"name":"A <b>form</b>","startPage":"/a","pages":[
{"path":"/a","title":"Do you {{ s.t }}?","section":"s","components":[{"type":"YesNoField","name":"y","title":"Do you have it?"},
{"type":"TextField","name":"t","title":"What?","schema":{"max":20,"min":1,"regex":"^[A-Z]\\d{2}$"},"options":{"condition":"c1"}}],
"next":[{"path":"/b","condition":"c1"},{"path":"/c"}]},
{"path":"/b","title":"Rows","controller":"RepeatingFieldPageController","components":[{"type":"MultiInputField","name":"r","title":"Costs",
"children":[{"type":"NumberField","name":"n","title":"How much","options":{"prefix":"£"}},{"type":"DatePartsField","name":"d","title":"When"}]}],
"next":[{"path":"/c","condition":"c2"},{"path":"/a"}]},
{"path":"/c","title":"Choose","condition":"c2","components":[{"type":"Html","content":"<ul><li>a <a href='https://b.example'>c</a>"},
{"type":"CheckboxesField","name":"k","title":"Which?","list":"l"},{"type":"FileUploadField","name":"f","title":"Upload","options":{"accept":"image/png"}}],
"next":[{"path":"/s"}]},{"path":"/s","controller":"./pages/summary.js","title":"Check","components":[]}],
"lists":[{"name":"l","items":[{"text":"One","value":"1"},{"text":"Two","value":"2","condition":"c1"}]}],
"conditions":[{"name":"c1","value":"s.y == true and not ('1' in k)"},{"name":"c2","value":{"conditions":[
{"field":{"name":"s.y"},"operator":"is","value":{"value":"false"}},{"coordinator":"or","conditionName":"c1"}]}}],
"fees":[{"description":"A","amount":500,"condition":"c1","multiplier":"n"}],"outputs":[{"type":"webhook","url":"x"}]}"#;

/// The same for the format of NAV.
const NAV: &str = r#"{"title":"Et <b>skjema</b>","components":[{"type":"panel","key":"p","title":"Panel","components":[
{"type":"container","key":"c","components":[{"type":"radiopanel","key":"y","label":"Har du?","values":[{"value":"ja","label":"Ja"},{"value":"nei","label":"Nei"}]},
{"type":"selectboxes","key":"b","label":"Hvilke?","values":[{"value":"a","label":"A"},{"value":"d","label":"D"}]},{"type":"identity","key":"i"},
{"type":"navAddress","key":"n","customConditional":"show = row.i.harDuFodselsnummer === 'nei' || (row.i.identitetsnummer && !row.i.harDuFodselsnummer)"}]},
{"type":"alertstripe","content":"<ul><li>a <a href='https://b.example'>c</a>","conditional":{"when":"c.y","eq":"ja","show":true}},
{"type":"datagrid","key":"g","label":"Rader","addAnother":"Legg til rad","components":[{"type":"navDatepicker","key":"f","label":"Fra","validate":{"required":true}},
{"type":"navDatepicker","key":"t","label":"Til","beforeDateInputKey":"f","latestAllowedDate":5,"customConditional":"show = row.v !== true"},{"type":"navCheckbox","key":"v","label":"Vet ikke"}]},
{"type":"number","key":"m","label":"Tall","validate":{"min":1,"max":"9"},"customConditional":"var hide = data.c.b.a === true; show = !hide && _.some(data.g, (row) => { return row.f > row.t; });"},
{"type":"landvelger","key":"l","label":"Land"}]},{"type":"panel","key":"v","isAttachmentPanel":true,"title":"Vedlegg","components":[{"type":"attachment","key":"z","label":"Z",
"attachmentValues":{"leggerVedNaa":{"enabled":true}},"customConditional":"show = ['NO'].includes(data.l.value) || data.c.y !== \"ja\""}]}],"introPage":{"enabled":true,"introduction":"x"}}"#;

/// The same for GC Forms.
const GC: &str = r###"{"titleEn":"A <b>form</b>","titleFr":"Un formulaire","groupsLayout":["g"],"groups":{"start":{"elements":["1",2],
"nextAction":[{"groupId":"g","choiceId":"1.0"},{"groupId":"review","choiceId":"catch-all"}]},"g":{"titleEn":"G","titleFr":"G","elements":["3","4","5","6"],"nextAction":"exit","exitUrlEn":"https://a.example"},
"review":{"elements":[]},"end":{"elements":["7"]}},"elements":[{"id":1,"type":"radio","properties":{"titleEn":"Do you?","titleFr":"Oui?","choices":[{"en":"Yes","fr":"Oui"},{"en":"No","fr":"Non"}],"validation":{"required":true}}},
{"id":2,"type":"textField","properties":{"titleEn":"Date (YYYY-MM-DD)","titleFr":"Date","charLimit":5,"conditionalRules":[{"choiceId":"1.1"},{"choiceId":"4.0"}]}},
{"id":3,"type":"richText","properties":{"titleEn":"","descriptionEn":"##A\n- b\n- [c](https://d.example) **e\n1. f","descriptionFr":"##A\n**b**"}},
{"id":4,"type":"checkbox","properties":{"titleEn":"Agree","titleFr":"D","choices":[{"en":"a","fr":"b"},{"en":"c","fr":"d"}],"validation":{"all":true,"required":true}}},
{"id":5,"type":"dynamicRow","properties":{"titleEn":"Rows","titleFr":"R","maxNumberOfRows":4,"subElements":[{"id":501,"type":"dropdown","properties":{"titleEn":"Which","titleFr":"Q","choices":[{"en":"Select","fr":""},{"en":"x","fr":"y"}]}},{"id":502,"type":"fileInput","properties":{"fileType":["pdf","exe"]}}]}},
{"id":6,"type":"combobox","properties":{"titleEn":"Country","titleFr":"Pays","managedChoices":"countries"}},{"id":7,"type":"richText","properties":{"descriptionEn":"Bye","descriptionFr":"Salut"}}]}"###;

/// What is put in place of other things, beside what stands in a form, so that a file stays what it is.
const PUT_IN: [&str; 6] = ["null", "{}", "[]", "-1", "\"<\"", "!x"];

/// Numbers by chance, always the same ones.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }
}

/// The same in the format of Defra.
const DEFRA: &str = r##"engine: V2
schema: 2
name: A <b>form</b>
pages:
  - { path: /a, title: "Do you {{ t }}?", section: s, components: [{ id: q1, type: YesNoField, name: y, title: Do you have it? }, { type: TextField, name: t, title: What?, schema: { max: 20, regex: "^[A-Z]$" } }] }
  - path: /b
    title: "{% if y %}Rows{% endif %}"
    condition: &c c2
    controller: RepeatPageController
    repeat: { options: { name: r, title: Cost }, schema: { min: 1, max: 20 } }
    components:
      - { id: q2, type: NumberField, name: n, title: How much, options: { prefix: "£" } }
      - { id: q3, type: DatePartsField, name: d, title: When, options: { earliestDate: 2020-01-01 } }
  - { path: /c, title: End, condition: *c, controller: TerminalPageController, components: [{ type: Html, content: "<ul><li>a <a href='/{{ slug }}'>c</a>" }] }
  - path: /d
    title: Choose
    components:
      - { type: Markdown, content: "# A\n* b **c** [d](https://b.example)" }
      - { id: q4, type: CheckboxesField, name: k, title: Which?, list: l1 }
      - { type: PaymentField, name: p, options: { amount: 5, conditionalAmounts: [{ condition: c1, amount: 1 }] } }
      - { type: EastingNorthingField, name: g, title: Where? }
  - { path: /s, controller: SummaryPageController, title: Check, components: [] }
lists:
  - { id: l1, name: l, items: [{ id: i1, text: One, value: 1 }, { id: i2, text: Two, value: 2, hint: { text: x } }] }
conditions:
  - { id: c1, displayName: one, items: [{ componentId: q1, operator: is, type: BooleanValue, value: true }] }
  - { id: c2, displayName: two, coordinator: or, items: [{ conditionId: c1 }, { componentId: q4, operator: contains, type: ListItemRef, value: { listId: l1, itemId: i1 } }, { componentId: q3, operator: is at least, type: RelativeDate, value: { period: 2, unit: years, direction: in the past } }] }
"##;

/// The form with a part taken out, doubled, or put elsewhere.
fn damaged(form: &str, words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = form.as_bytes().to_vec();
    for _ in 0..=chance.below(4) {
        let from = chance.below(bytes.len());
        let length = 1 + chance.below(40).min(bytes.len() - from - 1);
        let part: Vec<u8> = bytes[from..from + length].to_vec();
        match chance.below(4) {
            0 => drop(bytes.drain(from..from + length)),
            1 => {
                let at = chance.below(bytes.len());
                bytes.splice(at..at, part);
            }
            2 => bytes[from] = b"\"{}[]<>&;:,(1x\xFF"[chance.below(15)],
            // A value in place of another one, so that the file stays JSON.
            _ => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let all = |n: usize| words.get(n).copied().unwrap_or_else(|| PUT_IN[n - words.len()]);
                let (old, new) = (
                    words[chance.below(words.len())],
                    all(chance.below(words.len() + PUT_IN.len())),
                );
                bytes = text.replacen(old, new, 1 + chance.below(3)).into_bytes();
            }
        }
    }
    bytes
}

/// Damages a form again and again; enough of what comes of it can still be read. The words stand in it.
fn check(format: Format, form: &str, words: &[&str]) {
    let mut chance = Chance(SEED);
    let mut read = 0;
    for _ in 0..TRIES {
        let file = SourceFile {
            name: "damaged".to_owned(),
            content: damaged(form, words, &mut chance),
        };
        let begun = Instant::now();
        let imported = import(format, &file);
        assert!(
            begun.elapsed() < LONGEST,
            "{:?}",
            String::from_utf8_lossy(&file.content)
        );
        assert!(!imported.report.entries.is_empty());
        read += usize::from(imported.folder.is_some());
    }
    assert!(read > TRIES / 20, "only {read} were read at all");
}

#[test]
fn whatever_stands_in_a_file_it_is_read_or_refused() {
    let words = ["\"c1\"", "\"/a\"", "\"s.y\"", "\"TextField\""];
    check(Format::XgovV1, FORM, &words);
}

#[test]
fn whatever_stands_in_a_form_of_nav_it_is_read_or_refused() {
    let words = ["\"datagrid\"", "\"container\"", "\"c.y\"", "\"show"];
    check(Format::Navformio, NAV, &words);
}

#[test]
fn whatever_stands_in_a_form_of_gc_it_is_read_or_refused() {
    let words = ["\"1.0\"", "\"exit\"", "\"dynamicRow\"", "\"elements\""];
    check(Format::Gcforms, GC, &words);
}

#[test]
fn whatever_stands_in_a_file_of_defra_it_is_read_or_refused() {
    check(Format::DefraForms, DEFRA, &["c1", "c2", "q1", "TextField"]);
}

#[test]
fn conditions_that_name_each_other_end() {
    let condition = |n: usize| {
        format!(
            "  - {{ id: c{n}, displayName: c{n}, coordinator: or, items: [{{ conditionId: c{m} }}, {{ conditionId: c{m} }}, {{ componentId: q{n}, operator: is, type: BooleanValue, value: true }}] }}\n",
            m = (n + 1) % 60
        )
    };
    let page = |n: usize| {
        format!(
            "  - {{ path: /{n}, title: x, condition: c{c}, components: [{{ id: q{n}, type: YesNoField, name: y{n}, title: Yes? }}] }}\n",
            c = n % 60
        )
    };
    let pages: String = (0..200).map(page).collect();
    let conditions: String = (0..60).map(condition).collect();
    let file = SourceFile {
        name: "large.yaml".to_owned(),
        content: format!("engine: V2\npages:\n{pages}conditions:\n{conditions}").into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::DefraForms, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some());
}

#[test]
fn a_form_that_grows_beyond_measure_ends() {
    let condition = |n: usize| {
        format!(
            r#"{{"name":"c{n}","value":"c{m} and c{m} or y{n} == true"}}"#,
            m = n + 1
        )
    };
    let conditions: Vec<String> = (0..60).map(condition).collect();
    let page = |n: usize| {
        format!(
            r#"{{"path":"/{n}","title":"x","components":[{{"type":"YesNoField","name":"y{n}","title":"Yes?"}}],
            "next":[{{"path":"/{a}","condition":"c{c}"}},{{"path":"/{b}"}}]}}"#,
            a = (n * 7) % 300,
            b = n + 1,
            c = n % 60
        )
    };
    let pages: Vec<String> = (0..300).map(page).collect();
    let file = SourceFile {
        name: "large.json".to_owned(),
        content: format!(
            r#"{{"pages":[{}],"conditions":[{}]}}"#,
            pages.join(","),
            conditions.join(",")
        )
        .into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::XgovV1, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some());
}

#[test]
fn a_form_of_nav_that_is_deep_or_long_ends() {
    let condition = "(data.y === 'ja' || ".repeat(35) + "data.y === 'nei'" + &")".repeat(35);
    let deep = r#"{"type":"container","key":"c","components":["#.repeat(40) + &"]}".repeat(40);
    let field = |n: usize| {
        format!(
            r#"{{"type":"textfield","key":"f{n}","label":"Hva er det?","customConditional":"show = {condition} && data.f{m} !== 'x'"}}"#,
            m = n / 2
        )
    };
    let fields: Vec<String> = (0..300).map(field).collect();
    let content = format!(
        r#"{{"components":[{{"type":"panel","key":"p","title":"P","components":[{deep},{{"type":"radiopanel","key":"y","label":"Y",
        "values":[{{"value":"ja","label":"Ja"}},{{"value":"nei","label":"Nei"}}]}},{}]}}]}}"#,
        fields.join(",")
    );
    let file = SourceFile {
        name: "large.json".to_owned(),
        content: content.into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::Navformio, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some(), "{}", imported.report);
}
