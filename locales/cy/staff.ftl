### Words of the pages of staff.

## Round every page

# Hidden name of the bar with a person's name
staff-navigation = Staff
# Hidden name of the links in it
staff-lists = Rhestrau
staff-sign-in = Mewngofnodi
staff-sign-out = Allgofnodi
staff-home-title = Eich gwaith
staff-home-say = Mae’r rhestrau y cewch eu hagor uchod.

## Signing in

staff-sign-in-title = Mewngofnodi fel aelod o staff
staff-email = Cyfeiriad e-bost
staff-password = Cyfrinair
staff-code = Cod
staff-code-hint = Y 6 digid y mae eich ap dilysu yn eu dangos nawr, neu un o’ch codau adfer
# It does not say which of the three is wrong
staff-sign-in-wrong = Gwiriwch eich cyfeiriad e-bost, eich cyfrinair a’ch cod, a defnyddiwch god nad ydych wedi’i ddefnyddio o’r blaen

## First visit

staff-first-title = Gosod sut rydych yn mewngofnodi
staff-first-button = Cadw a dangos fy nghodau adfer
staff-first-gone = Nid yw’r ddolen hon yn gweithio mwyach
staff-first-gone-say = Mae wedi cael ei defnyddio, neu mae’n hŷn na 24 awr. Gofynnwch i weinyddwr am un newydd.
staff-name = Enw
staff-name-wrong = Rhowch eich enw, mewn 100 nod neu lai
staff-email-wrong = Rhowch eich cyfeiriad e-bost, fel enw@example.com
staff-password-new = Dewiswch gyfrinair
staff-password-hint = O leiaf { $n } nod. Mae tri gair nad ydynt yn perthyn i’w gilydd yn dda.
staff-password-wrong = Dewiswch gyfrinair o leiaf { $n } nod o hyd
staff-codes-title = Gosod codau untro
staff-codes-say = Rhowch yr allwedd hon yn eich ap dilysu.
staff-codes-link = Agor yr allwedd mewn ap ar y ddyfais hon
staff-code-first = Y 6 digid y mae’r ap yn eu dangos nawr
staff-code-wrong = Rhowch y 6 digid y mae’r ap yn eu dangos nawr
staff-recovery-title = Cadwch eich codau adfer
staff-recovery-say = Mae pob cod yn gadael i chi fewngofnodi unwaith, pan nad yw eich ap dilysu gyda chi.
staff-recovery-once = Unwaith yn unig y mae’r dudalen hon yn eu dangos.

## Accounts

staff-people-title = Pobl
staff-role = Rôl
staff-state = Cyfrif
staff-sessions = Sesiynau
staff-end-sessions = Allgofnodi ym mhobman
staff-role-caseworker = Gweithiwr achos
staff-role-manager = Rheolwr
staff-role-owner = Perchennog
staff-role-operator = Gweithredwr
staff-role-administrator = Gweinyddwr
staff-state-invited = Heb ei osod eto
staff-state-active = Yn cael ei ddefnyddio
staff-state-ended = Wedi dod i ben

## Cases

staff-cases-title = Achosion
staff-cases-none = Nid oes achos sy’n cyfateb.
staff-cases-filter = Dangos y rhain
staff-cases-state = Cyflwr
staff-cases-open = I’w benderfynu
staff-cases-decided = Wedi’i benderfynu
staff-cases-who = Wedi’i neilltuo
staff-cases-all = I unrhyw un neu neb
staff-cases-mine = I mi
# Also in the column of who took a case
staff-cases-nobody = Neb
staff-cases-time = Amser
staff-cases-any-time = Unrhyw
staff-cases-overdue = Hwyr
staff-cases-office = Swyddfa
# Hidden name of the links to other pages of the list
staff-cases-pages = Tudalennau’r rhestr
staff-cases-next = Y dudalen nesaf
staff-state-received = Wedi dod i law
staff-reference = Cyfeirnod
staff-service = Gwasanaeth
staff-submitted = Cyflwynwyd
staff-due = I’w benderfynu erbyn
staff-age = Oedran
staff-assigned = Wedi’i neilltuo i
staff-office = Swyddfa
staff-decided-on = Penderfynwyd

## One case

staff-take = Neilltuo i mi
staff-hand-back = Rhoi yn ôl
staff-answers = Atebion
staff-history = Hanes
staff-applicant = Ymgeisydd
# What the installation itself did
staff-platform = Exemplar
staff-event-submitted = Cyflwynwyd
staff-event-taken = Cymerwyd
staff-event-handed-back = Rhoddwyd yn ôl
staff-event-noted = Nodyn
staff-event-decided = Penderfynwyd
staff-event-restricted = Wedi'i gyfyngu i staff a enwyd
staff-event-opened = Wedi'i agor i bawb yn y swyddfa
staff-event-conflict-declared = Dywedwyd eu bod yn adnabod rhywun yn yr achos
staff-note = Nodyn i staff
staff-note-button = Ychwanegu’r nodyn
staff-note-nothing = Rhowch nodyn
staff-note-too-long = Defnyddiwch 5,000 nod neu lai
staff-decide-title = Penderfynu
staff-decide-outcome = Beth yw eich penderfyniad?
staff-decide-reason = Pam?
staff-decide-said = Beth arall sy’n perthyn i’r ffeil (dewisol)
staff-decide-button = Penderfynu a rhoi gwybod i’r ymgeisydd
staff-decide-no-outcome = Dewiswch eich penderfyniad
staff-decide-reason-needed = Dewiswch reswm dros y penderfyniad hwn
# Above the case as it stands now; what was chosen is still in the form
staff-case-changed = Newidiodd rhywun yr achos hwn ar ôl i chi ei agor. Mae’r hanes yn dangos beth a wnaethant. Mae eich dewisiadau wedi’u cadw isod: gwiriwch nhw ac anfonwch eto.
staff-case-not-open = Nid yw’r achos hwn yn aros am benderfyniad mwyach. Mae’r hanes yn dangos beth a wnaed.
staff-conflict-title = Newidiodd rhywun arall hwn ar yr un pryd
staff-conflict-say = Ni chadwyd dim o’ch gwaith. Ewch yn ôl, darllenwch ef eto ac ailadroddwch yr hyn a wnaethoch.

## Letters

staff-letters-title = Llythyrau i’w postio
staff-letters-none = Nid oes llythyr yn aros am y post.
staff-letter = Llythyr
staff-letter-since = Ysgrifennwyd
staff-letter-posted = Rwyf wedi postio’r llythyr hwn
