### Yr hyn mae tudalen yn ei ddweud pan na ellir derbyn ateb.
### Mae pob testun yn ymddangos ddwywaith, air am air: yn y crynodeb ar y brig ac wrth y maes.
### Nid oes yma neges e-bost na llythyr, na theitl tudalen.
###
### Mae ‘Rhaid bod’ yn dod o flaen $called am nad yw'n achosi treiglad nac yn cywasgu'r fannod,
### felly mae'r un geiriau yn ffitio pob brawddeg: eich enw llawn, y rheswm.
###
### $called   yr hyn a ofynnir, fel y mae'n ffitio ar ôl ‘Rhowch’: eich enw llawn
### $Called   yr un peth gyda phriflythyren
### $n        maint, fel rhif
### $from $to ffin, wedi'i hysgrifennu yn ôl yr iaith: 1, £500, 1 Mawrth 2026
### $example  ateb a fyddai'n cael ei dderbyn
### $list     sawl peth, wedi'u hysgrifennu yn ôl yr iaith
### $option   label dewis neu flwch ticio

## Ni roddwyd ateb

# Unrhyw gwestiwn sy'n cael ei deipio
error-empty = Rhowch { $called }
# Un o sawl dewis, neu unrhyw rai ohonynt
error-empty-choice = Dewiswch { $called }
# Ie neu na. Mae $called yn dilyn ‘os’: ydych yn byw yn y DU
error-empty-yes-no = Dewiswch ‘Ie’ os { $called }
# Datganiad heb ei dicio
error-empty-declaration = Dewiswch y blwch i ddangos eich bod yn cytuno â’r datganiad
# Cwestiwn sy'n cael ei deipio, gyda blwch i'w dicio yn lle ateb
error-empty-or-tick = Rhowch { $called }, neu dewiswch ‘{ $option }’
# Wedi'i deipio a'i dicio
error-both-typed-and-ticked = Rhowch { $called } neu dewiswch ‘{ $option }’, ond nid y ddau

## Dewisiadau

# Nid yw'r hyn a anfonwyd ymhlith y dewisiadau
error-choice-not-offered = Dewiswch { $called } o’r rhestr
# Ticiwyd dewis sy'n sefyll ar ei ben ei hun gydag eraill
error-choice-alone = Dewiswch { $called }, neu dewiswch ‘{ $option }’
error-choice-too-few = { $n ->
    [one] Dewiswch o leiaf 1 dewis ar gyfer { $called }
    [two] Dewiswch o leiaf 2 ddewis ar gyfer { $called }
   *[other] Dewiswch o leiaf { $n } dewis ar gyfer { $called }
}
error-choice-too-many = { $n ->
    [one] Dewiswch 1 dewis yn unig ar gyfer { $called }
    [two] Dewiswch hyd at 2 ddewis ar gyfer { $called }
   *[other] Dewiswch hyd at { $n } dewis ar gyfer { $called }
}
# Gwlad, cenedligrwydd neu arian nad yw yn y rhestr
error-country-not-in-list = Dewiswch wlad o’r rhestr
error-nationality-not-in-list = Dewiswch genedligrwydd o’r rhestr
error-currency-not-in-list = Dewiswch arian o’r rhestr

## Testun

error-text-too-long-characters = { $n ->
    [one] Rhaid bod { $called } yn 1 nod neu lai
   *[other] Rhaid bod { $called } yn { $n } nod neu lai
}
error-text-too-long-words = { $n ->
    [one] Rhaid bod { $called } yn 1 gair neu lai
    [two] Rhaid bod { $called } yn 2 air neu lai
   *[other] Rhaid bod { $called } yn { $n } gair neu lai
}
error-text-too-short-characters = { $n ->
    [one] Rhaid bod { $called } yn 1 nod neu fwy
   *[other] Rhaid bod { $called } yn { $n } nod neu fwy
}
error-text-too-short-words = { $n ->
    [one] Rhaid bod { $called } yn 1 gair neu fwy
    [two] Rhaid bod { $called } yn 2 air neu fwy
   *[other] Rhaid bod { $called } yn { $n } gair neu fwy
}
# Patrwm o lythrennau a rhifau
error-text-pattern = Rhaid bod { $called } yn y fformat cywir, fel { $example }
# $list yw'r nodau sydd yn y ffordd
error-text-must-not-include = Rhaid bod { $called } heb gynnwys { $list }

## Rhifau, gydag uned neu hebddi, a chanrannau

error-number-not-a-number = Rhaid bod { $called } yn rhif, fel { $example }
error-number-not-whole = Rhaid bod { $called } yn rhif cyfan, fel { $example }
error-number-too-low = Rhaid bod { $called } yn { $from } neu fwy
error-number-too-high = Rhaid bod { $called } yn { $to } neu lai
# Mae'r ddwy ffin wedi'u gosod
error-number-not-between = Rhaid bod { $called } rhwng { $from } a { $to }
error-number-too-many-decimals = { $n ->
    [one] Rhaid bod { $called } ag 1 lle degol neu lai
    [two] Rhaid bod { $called } â 2 le degol neu lai
   *[other] Rhaid bod { $called } â { $n } lle degol neu lai
}

## Arian

error-money-not-an-amount = Rhaid bod { $called } yn swm o arian, fel { $example }
error-money-not-whole = Rhaid bod { $called } yn swm cyfan, fel { $example }
error-money-too-low = Rhaid bod { $called } yn { $from } neu fwy
error-money-too-high = Rhaid bod { $called } yn { $to } neu lai
error-money-not-between = Rhaid bod { $called } rhwng { $from } a { $to }
error-money-too-many-decimals = { $n ->
    [one] Rhaid bod { $called } ag 1 lle degol neu lai
    [two] Rhaid bod { $called } â 2 le degol neu lai
   *[other] Rhaid bod { $called } â { $n } lle degol neu lai
}

## Dyddiadau. Rhannau coll yn gyntaf, wedyn yr hyn nad yw'n ddyddiad, wedyn y ffiniau

error-date-empty = Rhowch { $called }
error-date-missing-day = Rhaid bod { $called } yn cynnwys diwrnod
error-date-missing-month = Rhaid bod { $called } yn cynnwys mis
error-date-missing-year = Rhaid bod { $called } yn cynnwys blwyddyn
error-date-missing-day-and-month = Rhaid bod { $called } yn cynnwys diwrnod a mis
error-date-missing-day-and-year = Rhaid bod { $called } yn cynnwys diwrnod a blwyddyn
error-date-missing-month-and-year = Rhaid bod { $called } yn cynnwys mis a blwyddyn
error-date-not-real = Rhaid bod { $called } yn ddyddiad go iawn
error-date-short-year = Rhaid i’r flwyddyn gynnwys 4 rhif
error-date-not-past = Rhaid bod { $called } yn y gorffennol
error-date-not-today-or-past = Rhaid bod { $called } heddiw neu yn y gorffennol
error-date-not-future = Rhaid bod { $called } yn y dyfodol
error-date-not-today-or-future = Rhaid bod { $called } heddiw neu yn y dyfodol
error-date-not-after = Rhaid bod { $called } ar ôl { $from }
error-date-not-same-or-after = Rhaid bod { $called } ar { $from } neu wedi hynny
error-date-not-before = Rhaid bod { $called } cyn { $to }
error-date-not-same-or-before = Rhaid bod { $called } ar { $to } neu cyn hynny
error-date-not-between = Rhaid bod { $called } rhwng { $from } a { $to }

## Yr hyn sydd â fformat ei hun

error-email-format = Rhowch { $called } yn y fformat cywir, fel { $example }
error-phone-format = Rhowch { $called } yn y fformat cywir, fel { $example }
error-postcode-format = Rhowch { $called } yn y fformat cywir, fel { $example }
error-national-id-format = Rhowch { $called } yn y fformat cywir, fel { $example }

## Enw person. Wrth ymyl un rhan ohono

error-name-title-too-long = Rhaid bod y teitl yn { $n } nod neu lai
error-name-first-empty = Rhowch enw cyntaf
error-name-first-too-long = Rhaid bod yr enw cyntaf yn { $n } nod neu lai
error-name-middle-too-long = Rhaid bod yr enwau canol yn { $n } nod neu lai
error-name-last-empty = Rhowch gyfenw
error-name-last-too-long = Rhaid bod y cyfenw yn { $n } nod neu lai

## Cyfeiriad post. Wrth ymyl un llinell ohono

error-address-line-1-empty = Rhowch linell gyntaf y cyfeiriad, fel yr adeilad a’r stryd
error-address-line-1-too-long = Rhaid bod llinell gyntaf y cyfeiriad yn { $n } nod neu lai
error-address-line-2-too-long = Rhaid bod ail linell y cyfeiriad yn { $n } nod neu lai
error-address-town-empty = Rhowch dref neu ddinas
error-address-town-too-long = Rhaid bod y dref neu’r ddinas yn { $n } nod neu lai
error-address-county-too-long = Rhaid bod y sir yn { $n } nod neu lai
error-address-postcode-empty = Rhowch god post
error-address-postcode-format = Rhowch god post yn y fformat cywir, fel { $example }
error-address-postcode-too-long = Rhaid bod y cod post yn { $n } nod neu lai
error-address-country-empty = Dewiswch wlad

## Cadw a dod yn ôl

# Y cyfeiriad e-bost ar y dudalen sy'n anfon dolen
error-return-email-empty = Rhowch gyfeiriad e-bost
error-return-email-format = Rhowch gyfeiriad e-bost yn y fformat cywir, fel { $example }
error-return-code-empty = Rhowch eich cod
error-return-code-format = Rhowch eich cod yn y fformat cywir, fel { $example }
# $called yw'r cwestiwn sy'n cadarnhau pwy sydd yno: eich dyddiad geni
error-return-fact-empty = Rhowch { $called }
error-return-word-empty = Rhowch eich gair
error-return-word-too-short = Rhaid bod eich gair yn { $n } nod neu fwy
error-return-word-too-long = Rhaid bod eich gair yn { $n } nod neu lai
# Mynd ymlaen neu ddechrau eto
error-resume-empty = Dewiswch a ydych am fynd ymlaen neu ddechrau eto
# Rhoddodd dwy ddyfais ddau ateb
error-conflict-empty = Dewiswch pa ateb rydych am ei gadw

## Adborth

error-satisfaction-empty = Dewiswch pa mor fodlon ydych chi ar y gwasanaeth
error-improve-too-long = Rhaid bod yr hyn y gallem ei wella yn { $n } nod neu lai
