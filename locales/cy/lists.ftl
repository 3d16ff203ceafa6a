### Welsh. The notes are in locales/en/lists.ftl.

lists-hint = Dechreuwch deipio, yna dewiswch o’r hyn a geir
lists-found = { $n ->
    [zero] Nid oes cofnod yn y rhestr sy’n cyfateb i ‘{ $text }’
    [one] Un cofnod yn y rhestr sy’n cyfateb i ‘{ $text }’
    [two] { $n } gofnod yn y rhestr sy’n cyfateb i ‘{ $text }’
   *[other] { $n } o gofnodion yn y rhestr sy’n cyfateb i ‘{ $text }’
}
lists-found-more = Y { $n } cyntaf o’r cofnodion sy’n cyfateb i ‘{ $text }’. Chwiliwch eto â mwy o’r enw i weld rhai eraill
lists-again = Dim un o’r rhain – chwilio eto
lists-suggested = { $n ->
    [zero] { $n } awgrym
    [one] { $n } awgrym
    [two] { $n } awgrym
    [few] { $n } awgrym
    [many] { $n } awgrym
   *[other] { $n } awgrym
}
lists-none-suggested = Heb ganfod dim
lists-suggestions = Awgrymiadau
error-list-nothing-found = Ni allem ganfod { $called } yn y rhestr. Gwiriwch y sillafu, neu teipiwch ran o’r enw
error-list-none-chosen = Dewiswch { $called } o’r rhestr, neu dewiswch chwilio eto
