### Yr hyn y mae mathau o ateb yn ei ddweud nad oes ei angen ar y rhai cyntaf: labeli eu blychau, a gwallau.
### Mae'r gwallau y mae pob math yn eu rhannu yn errors.ftl.
###
### $called   yr hyn a ofynnir, fel y mae'n ffitio ar ôl ‘Rhowch’: eich enw llawn
### $Called   yr un peth gyda phriflythyren
### $from $to ffin, wedi'i hysgrifennu yn ôl yr iaith
### $example  ateb a fyddai'n cael ei dderbyn

## Canrannau

# Ar ôl y blwch am ganran
kinds-percent-sign = %
error-percent-not-a-number = Rhaid bod { $called } yn rhif, fel { $example }
error-percent-not-whole = Rhaid bod { $called } yn rhif cyfan, fel { $example }
error-percent-not-between = Rhaid bod { $called } rhwng { $from }% a { $to }%

## Gwefannau

error-website-format = Rhowch { $called } yn y fformat cywir, fel { $example }

## Amser o'r dydd

error-time-not-a-time = Rhaid bod { $called } yn amser, fel 2:30pm neu 14:30
error-time-morning-or-afternoon = Rhaid bod { $called } yn cynnwys am neu pm, fel 2:30pm
error-time-too-early = Rhaid bod { $called } yn { $from } neu’n hwyrach
error-time-too-late = Rhaid bod { $called } yn { $to } neu’n gynharach
error-time-not-between = Rhaid bod { $called } rhwng { $from } a { $to }

## Misoedd a blynyddoedd

error-month-not-real = Rhaid bod { $called } yn fis go iawn
error-month-not-past = Rhaid bod { $called } y mis hwn neu’n gynharach
error-month-not-future = Rhaid bod { $called } y mis hwn neu’n hwyrach
error-month-too-early = Rhaid bod { $called } yn { $from } neu’n hwyrach
error-month-too-late = Rhaid bod { $called } yn { $to } neu’n gynharach
error-month-not-between = Rhaid bod { $called } rhwng { $from } a { $to }
error-year-not-a-year = Rhaid bod { $called } yn flwyddyn gyda 4 rhif
error-year-not-past = Rhaid bod { $called } eleni neu’n gynharach
error-year-not-future = Rhaid bod { $called } eleni neu’n hwyrach
error-year-too-early = Rhaid bod { $called } yn { $from } neu’n hwyrach
error-year-too-late = Rhaid bod { $called } yn { $to } neu’n gynharach
error-year-not-between = Rhaid bod { $called } rhwng { $from } a { $to }

## Dau ddiwrnod, y cyntaf a'r olaf o rywbeth

kinds-range-first = Diwrnod cyntaf
kinds-range-last = Diwrnod olaf
# Mewn gwallau, yn lle enw'r cwestiwn
kinds-called-range-first = y diwrnod cyntaf
kinds-called-range-last = y diwrnod olaf
# Mae $length wedi'i ysgrifennu allan: 28 diwrnod
error-range-too-long = Rhaid bod { $called } yn { $length } neu lai

## Pa mor hir y parodd rhywbeth

kinds-years = Blynyddoedd
kinds-months = Misoedd
kinds-weeks = Wythnosau
kinds-days = Diwrnodau
kinds-hours = Oriau
kinds-minutes = Munudau
# Mewn gwallau, ac ar ôl blwch sydd ar ei ben ei hun
kinds-called-years = blynyddoedd
kinds-called-months = misoedd
kinds-called-weeks = wythnosau
kinds-called-days = diwrnodau
kinds-called-hours = oriau
kinds-called-minutes = munudau
error-duration-not-whole = Rhaid bod nifer y { $called } yn rhif cyfan o 0 i { $to }
# Mae $from a $to wedi'u hysgrifennu allan: 6 mis
error-duration-too-short = Rhaid bod { $called } yn { $from } neu fwy
error-duration-too-long = Rhaid bod { $called } yn { $to } neu lai
error-duration-not-between = Rhaid bod { $called } rhwng { $from } a { $to }

## Rhifau pobl a sefydliadau

# Mae'r ffurf yn gywir, ac mae'r digid gwirio yn dweud bod nod yn anghywir
error-identifier-mistyped = Gwiriwch { $called }: mae o leiaf un rhif neu lythyren yn anghywir

## Cyfrifon banc

kinds-bank-name = Enw ar y cyfrif
kinds-bank-sort-code = Cod didoli
kinds-bank-sort-code-hint = Mae ganddo 6 digid
kinds-bank-number = Rhif y cyfrif
kinds-bank-number-hint = Mae ganddo rhwng 6 ac 8 digid
kinds-bank-roll-number = Rhif rôl cymdeithas adeiladu
kinds-bank-roll-number-hint = Gallwch ddod o hyd iddo ar eich cerdyn, cyfriflen neu lyfr banc
kinds-bank-iban = IBAN
# Mewn gwallau, yn lle enw'r cwestiwn
kinds-called-bank-iban = yr IBAN
error-bank-name-empty = Rhowch yr enw ar y cyfrif
error-bank-name-too-long = Rhaid bod yr enw ar y cyfrif yn { $n } nod neu lai
error-bank-sort-code-empty = Rhowch god didoli
error-bank-sort-code-format = Rhaid bod y cod didoli yn 6 digid, fel 309430
error-bank-number-empty = Rhowch rif cyfrif
error-bank-number-format = Rhaid bod rhif y cyfrif rhwng 6 ac 8 digid
error-bank-roll-number-too-long = Rhaid bod rhif rôl y gymdeithas adeiladu yn { $n } nod neu lai
error-bank-roll-number-format = Rhaid i rif rôl y gymdeithas adeiladu gynnwys dim ond llythrennau a i z, rhifau, cysylltnodau, bylchau, blaenslaesau ac atalnodau llawn
error-bank-iban-empty = Rhowch IBAN
error-bank-iban-format = Rhowch IBAN yn y fformat cywir, fel { $example }
# Mae $start yn god gwlad: NO
error-bank-iban-country = Rhaid bod yr IBAN yn dechrau gyda { $start }

## Llofnodion

error-signature-empty = Teipiwch eich enw llawn i lofnodi

## Lleoedd

kinds-place-latitude = Lledred
kinds-place-latitude-hint = Er enghraifft, 51.5034. Mae rhwng -90 a 90
kinds-place-longitude = Hydred
kinds-place-longitude-hint = Er enghraifft, -0.1276. Mae rhwng -180 a 180
error-place-latitude-empty = Rhowch ledred
error-place-latitude-format = Rhaid bod y lledred yn rhif rhwng -90 a 90, fel 51.5034
error-place-longitude-empty = Rhowch hydred
error-place-longitude-format = Rhaid bod yr hydred yn rhif rhwng -180 a 180, fel -0.1276

## Dogfennau, a sut y caiff pob un ei hanfon

kinds-way-now = Byddaf yn ei hanfon nawr
kinds-way-later = Byddaf yn ei hanfon yn nes ymlaen
kinds-way-sent-already = Rwyf wedi ei hanfon yn barod
kinds-way-someone-else = Bydd rhywun arall yn ei hanfon
kinds-way-do-not-have = Nid yw gennyf
# Mae $document yr hyn y mae'r diffiniad yn ei alw: Eich slipiau cyflog
error-evidence-empty = Dewiswch sut byddwch yn anfon ‘{ $document }’

## Person neu sefydliad

kinds-party-is = Pwy yw
kinds-party-person = Person
kinds-party-organisation = Sefydliad
kinds-party-first = Enw cyntaf, os yw’n berson
kinds-party-last = Cyfenw, os yw’n berson
kinds-party-name = Enw’r sefydliad, os yw’n sefydliad
error-party-is-empty = Dewiswch ai person neu sefydliad ydyw
error-party-first-empty = Rhowch enw cyntaf y person
error-party-first-too-long = Rhaid bod yr enw cyntaf yn { $n } nod neu lai
error-party-last-empty = Rhowch gyfenw’r person
error-party-last-too-long = Rhaid bod y cyfenw yn { $n } nod neu lai
error-party-name-empty = Rhowch enw’r sefydliad
error-party-name-too-long = Rhaid bod enw’r sefydliad yn { $n } nod neu lai
