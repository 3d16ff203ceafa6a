//! A form of each format with something of everything, small enough to be damaged thousands of times.

/// A form with something of everything.
pub const FORM: &str = r#"{"name":"A <b>form</b>","startPage":"/a","pages":[
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
pub const NAV: &str = r#"{"title":"Et <b>skjema</b>","components":[{"type":"panel","key":"p","title":"Panel","components":[
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
pub const GC: &str = r###"{"titleEn":"A <b>form</b>","titleFr":"Un formulaire","groupsLayout":["g"],"groups":{"start":{"elements":["1",2],
"nextAction":[{"groupId":"g","choiceId":"1.0"},{"groupId":"review","choiceId":"catch-all"}]},"g":{"titleEn":"G","titleFr":"G","elements":["3","4","5","6"],"nextAction":"exit","exitUrlEn":"https://a.example"},
"review":{"elements":[]},"end":{"elements":["7"]}},"elements":[{"id":1,"type":"radio","properties":{"titleEn":"Do you?","titleFr":"Oui?","choices":[{"en":"Yes","fr":"Oui"},{"en":"No","fr":"Non"}],"validation":{"required":true}}},
{"id":2,"type":"textField","properties":{"titleEn":"Date (YYYY-MM-DD)","titleFr":"Date","charLimit":5,"conditionalRules":[{"choiceId":"1.1"},{"choiceId":"4.0"}]}},
{"id":3,"type":"richText","properties":{"titleEn":"","descriptionEn":"##A\n- b\n- [c](https://d.example) **e\n1. f","descriptionFr":"##A\n**b**"}},
{"id":4,"type":"checkbox","properties":{"titleEn":"Agree","titleFr":"D","choices":[{"en":"a","fr":"b"},{"en":"c","fr":"d"}],"validation":{"all":true,"required":true}}},
{"id":5,"type":"dynamicRow","properties":{"titleEn":"Rows","titleFr":"R","maxNumberOfRows":4,"subElements":[{"id":501,"type":"dropdown","properties":{"titleEn":"Which","titleFr":"Q","choices":[{"en":"Select","fr":""},{"en":"x","fr":"y"}]}},{"id":502,"type":"fileInput","properties":{"fileType":["pdf","exe"]}}]}},
{"id":6,"type":"combobox","properties":{"titleEn":"Country","titleFr":"Pays","managedChoices":"countries"}},{"id":7,"type":"richText","properties":{"descriptionEn":"Bye","descriptionFr":"Salut"}}]}"###;

/// The same in the format of Defra.
pub const DEFRA: &str = r##"engine: V2
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
