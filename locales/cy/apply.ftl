### Yr hyn mae ymgeisydd yn ei ddarllen o'r dudalen gychwyn i'r dudalen statws.
### Mae negeseuon gwall yn errors.ftl; mae ffrâm pob tudalen a thudalennau problem yn pages.ftl.
###
### $called    yr hyn a ofynnwyd: eich enw llawn
### $question  y cwestiwn fel y'i gofynnwyd: Beth yw eich enw llawn?
### $date $when   diwrnod, neu ddiwrnod gydag amser, wedi'i ysgrifennu yn ôl yr iaith

## Tudalen gychwyn

apply-start-button = Dechrau nawr
apply-start-who-can = Pwy all ddefnyddio’r gwasanaeth hwn
apply-start-before = Cyn i chi ddechrau
apply-start-have-ready = Bydd angen y rhain arnoch:
# Mae $duration wedi'i ysgrifennu: 5 munud
apply-start-takes = Yr amser mae’n ei gymryd fel arfer: { $duration }.
# Mae $amount wedi'i ysgrifennu: £154
apply-start-price = Mae’n costio { $amount }.
apply-start-free = Mae am ddim.
# Dolen i'r dudalen sy'n dod o hyd i ddrafft eto
apply-start-return = Mynd yn ôl at atebion rydych wedi’u cadw
apply-start-other-ways = Ffyrdd eraill o ddefnyddio’r gwasanaeth hwn
# Rhif ffôn yw $number, oriau agor yw $hours
apply-start-phone = Ffoniwch { $number }, { $hours }
apply-start-write = Cyfeiriad i ysgrifennu ato: { $place }
apply-start-visit = Lle i ymweld ag ef: { $place }
apply-start-helper = Gall rhywun eich helpu, neu ateb ar eich rhan os gofynnwch iddynt.

## Pob cwestiwn

apply-continue = Parhau
apply-back = Yn ôl
# Ar ôl y cwestiwn. $question yw'r hyn a ofynnir
apply-optional = { $question } (dewisol)
apply-yes = Ie
apply-no = Na
# Rhwng y dewisiadau eraill ac un sy'n sefyll ar ei ben ei hun
apply-or = neu
# Mae'n agor pam rydym yn gofyn ac o dan ba gyfraith
apply-why-title = Pam rydym yn gofyn hyn
# Enw deddf a'i hadran yw $law
apply-why-law = Y gyfraith yw: { $law }.
apply-day = Diwrnod
apply-month = Mis
apply-year = Blwyddyn
apply-name-title = Teitl
apply-name-first = Enw cyntaf
apply-name-middle = Enwau canol
apply-name-last = Cyfenw
apply-address-line-1 = Llinell gyntaf y cyfeiriad
apply-address-line-2 = Ail linell y cyfeiriad
apply-address-town = Tref neu ddinas
apply-address-county = Sir
apply-address-postcode = Cod post
apply-address-country = Gwlad
# Llinell gyntaf rhestr o wledydd, lle nad oes dim wedi'i ddewis eto
apply-choose = Dewiswch un
# O dan flwch testun hir. Maint yw $n
apply-limit-characters = { $n ->
    [one] Gallwch roi hyd at 1 nod
   *[other] Gallwch roi hyd at { $n } nod
}
apply-limit-words = { $n ->
    [one] Gallwch roi hyd at 1 gair
    [two] Gallwch roi hyd at 2 air
   *[other] Gallwch roi hyd at { $n } gair
}
# Wrth deipio, gyda JavaScript
apply-left-characters = { $n ->
    [one] Mae gennych 1 nod ar ôl
   *[other] Mae gennych { $n } nod ar ôl
}
apply-left-words = { $n ->
    [one] Mae gennych 1 gair ar ôl
    [two] Mae gennych 2 air ar ôl
   *[other] Mae gennych { $n } gair ar ôl
}
apply-over-characters = { $n ->
    [one] Mae gennych 1 nod yn ormod
   *[other] Mae gennych { $n } nod yn ormod
}
apply-over-words = { $n ->
    [one] Mae gennych 1 gair yn ormod
    [two] Mae gennych 2 air yn ormod
   *[other] Mae gennych { $n } gair yn ormod
}

## Diwedd y daith nad yw'n gadarnhad

# Dolen i'r ateb a arweiniodd yma
apply-exit-change = Newid eich ateb
apply-exit-feedback = Beth oedd eich barn am y gwasanaeth hwn?

## Gwirio atebion

apply-check-title = Gwirio eich atebion
# Uwchben y rhestr
apply-check-say = Gwnewch yn siŵr bod popeth yn gywir. Gallwch newid unrhyw ateb.
apply-change = Newid
# Geiriau cudd ar ôl y ddolen, fel ei bod yn gwneud synnwyr ar ei phen ei hun
apply-change-hidden = yr ateb i ‘{ $question }’
apply-not-answered = Heb ei ateb
# Lle ticiwyd y blwch yn unig, dangosir geiriau'r blwch; mae hwn yn dangos datganiad a diciwyd
apply-agreed = Wedi cytuno
apply-check-not-sent = Nid oes dim yn cael ei anfon nes i chi ddewis y botwm.
apply-send = Derbyn ac anfon
# Ateb sydd ar goll, am fod ateb cynharach wedi newid
apply-check-missing = Mae angen i chi ateb un cwestiwn arall cyn y gallwch anfon eich atebion
apply-check-missing-link = Ateb ‘{ $question }’
# Nid yw rheol sy'n dibynnu ar heddiw yn dal bellach
apply-check-no-longer = Nid yw un o’ch atebion yn ffitio bellach, am fod y dyddiad wedi newid
# Dolenni ar gyfer nes ymlaen
apply-check-save = Cadw a dod yn ôl nes ymlaen

## Cadw a dod yn ôl nes ymlaen: y dudalen gyda'r cod

apply-save = Cadw a dod yn ôl nes ymlaen
apply-saved-title = Mae eich atebion wedi’u cadw
apply-saved-no-account = Nid oes angen cyfrif arnoch. I ddod yn ôl, mae angen dau beth arnoch:
apply-saved-need-code = y cod hwn
# $called yw'r cwestiwn sy'n cadarnhau pwy sydd yno: eich dyddiad geni
apply-saved-need-fact = { $called }
apply-saved-need-word = y gair rydych yn ei ddewis ar y dudalen hon
apply-saved-code = Eich cod
apply-saved-keep-code = Ysgrifennwch y cod, neu argraffwch y dudalen hon.
apply-saved-where = Dewiswch ‘Mynd yn ôl at atebion rydych wedi’u cadw’ ar dudalen gychwyn y gwasanaeth, ar unrhyw ddyfais.
# Mae $date wedi'i ysgrifennu'n llawn
apply-saved-until = Rydym yn cadw eich atebion tan { $date }. Os na fyddwch wedi’u hanfon erbyn hynny, byddwn yn eu dileu.
apply-saved-print = Argraffu’r dudalen hon
apply-saved-go-on = Mynd ymlaen i ateb

## Cadw a dod yn ôl nes ymlaen: gair, lle na chafodd y cwestiwn sy'n cadarnhau ei ateb eto

apply-word-title = Dewis gair
apply-word-why = Nid ydych wedi rhoi { $called } i ni eto, felly mae angen ffordd arall arnom o wybod mai chi sydd yno.
apply-word-label = Eich gair
apply-word-hint = Defnyddiwch { $n } llythyren neu fwy. Gallwch ddefnyddio mwy nag un gair
apply-word-button = Cadw

## Cadw a dod yn ôl nes ymlaen: dolen drwy e-bost

apply-email-title = Anfon dolen atoch eich hun
apply-email-why = Gyda’r ddolen nid oes angen i chi deipio’r cod.
apply-email-label = Cyfeiriad e-bost
apply-email-hint = Dim ond i anfon y ddolen atoch y byddwn yn ei ddefnyddio
apply-email-button = Anfon y ddolen
apply-email-sent-title = Edrychwch ar eich e-bost
# $email yw'r hyn a deipiwyd. Yr un geiriau p'un a ellir ei gyrraedd ai peidio
apply-email-sent = Rydym yn anfon dolen i { $email }. Gall gymryd ychydig funudau i gyrraedd.
apply-email-not-arrived = Os na fydd yn cyrraedd, edrychwch yn eich ffolder sbam, neu defnyddiwch eich cod.
# Yr e-bost ei hun. $service yw enw'r gwasanaeth
apply-email-subject = Mynd yn ôl at eich atebion: { $service }
apply-email-body = Gwnaethoch ofyn i ni am ddolen i fynd yn ôl at yr atebion rydych wedi’u cadw.
apply-email-use = Defnyddiwch y ddolen hon i fynd ymlaen:
apply-email-ask = Byddwn yn gofyn i chi am hyn: { $called }.
apply-email-ask-word = Byddwn yn gofyn i chi am y gair a ddewisoch.
apply-email-until = Rydym yn cadw eich atebion tan { $date }.
apply-email-not-you = Os na wnaethoch ofyn am yr e-bost hwn, gallwch ei anwybyddu. Ni all neb agor yr atebion gyda’r ddolen yn unig.

## Dod yn ôl

apply-return-title = Mynd yn ôl at atebion rydych wedi’u cadw
apply-return-code-label = Eich cod
apply-return-code-hint = Er enghraifft, { $example }. Nid oes gwahaniaeth am fylchau na phriflythrennau
apply-return-button = Parhau
apply-return-no-code = Nid yw fy nghod gen i
apply-return-no-code-say = Os gwnaethoch ofyn am ddolen drwy e-bost, defnyddiwch honno. Os nad oes gennych y naill na’r llall, dechreuwch eto: ni all neb agor yr atebion hebddynt, a byddwn yn eu dileu ar amser.
# Y dudalen mae dolen o e-bost yn arwain iddi. Mae botwm arni, fel nad yw agor y ddolen yn newid dim
apply-link-title = Mynd yn ôl at eich atebion
# $service yw enw'r gwasanaeth
apply-link-say = Gwnaethoch ddilyn dolen i’r atebion rydych wedi’u cadw ar gyfer ‘{ $service }’.
apply-link-button = Mynd ymlaen
apply-link-old-title = Nid yw’r ddolen hon yn gweithio bellach
apply-link-old = Mae wedi cael ei defnyddio neu mae’n rhy hen. Defnyddiwch eich cod, neu gofynnwch am ddolen newydd.
# Yr ail ffaith
apply-confirm-title = Gwirio mai chi sydd yno
apply-confirm-why = Rydym yn gofyn hyn fel na all neb arall weld eich atebion.
apply-confirm-word = Beth yw’r gair a ddewisoch?
apply-confirm-button = Parhau
apply-welcome-title = Croeso’n ôl
# Mae $when wedi'i ysgrifennu'n llawn
apply-welcome = Y tro diwethaf i chi gadw ateb: { $when }.
# Ateb a roddwyd ar ôl i amser y dudalen ddod i ben
apply-late-kept = Cafodd yr ateb diwethaf a roesoch ei gadw. Nid oes angen i chi ei roi eto.
apply-late-check = Mae’r ateb diwethaf a roesoch gennym, ond mae angen ei newid cyn y gallwn ei gadw.

## Cynnig anghywir, a gormod ohonynt

# Yn y crynodeb gwallau. Nid yw'n dweud pa un o'r ddau oedd yn anghywir
apply-wrong-try = Nid yw’r hyn a roesoch yn cyfateb i unrhyw atebion sydd wedi’u cadw. Gwiriwch ef a rhowch gynnig arall arni
apply-wrong-left = { $n ->
    [one] Gallwch roi cynnig arni unwaith eto
    [two] Gallwch roi cynnig arni ddwywaith eto
    [few] Gallwch roi cynnig arni deirgwaith eto
   *[other] Gallwch roi cynnig arni { $n } gwaith eto
}
apply-locked-title = Mae’r atebion hyn wedi’u cloi
apply-locked-why = Bu gormod o gynigion nad oeddent yn cyfateb. Rydym wedi cloi’r atebion i’w cadw’n ddiogel.
apply-locked-until = Gallwch roi cynnig arall arni o { $when } ymlaen.
apply-locked-safe = Nid oes dim wedi’i golli.

## Gadael y ddyfais hon

apply-leave = Gadael y ddyfais hon
apply-leave-title = Gadael y ddyfais hon
apply-leave-say = Bydd eich atebion yn aros wedi’u cadw. Ni fydd y ddyfais hon yn eu cofio, felly ni all y person nesaf i’w defnyddio eu gweld.
apply-leave-need = Bydd angen eich cod neu’ch dolen arnoch i ddod yn ôl.
apply-leave-button = Gadael y ddyfais hon
apply-left-title = Rydych wedi gadael y ddyfais hon
apply-left-say = Mae eich atebion wedi’u cadw ac ni ellir eu gweld ar y ddyfais hon bellach.

## Mae drafft ar y ddyfais hon yn barod

apply-resume-title = Rydych wedi dechrau’n barod
# Mae $when wedi'i ysgrifennu'n llawn
apply-resume-say = Mae gan y ddyfais hon atebion. Cawsant eu cadw ddiwethaf: { $when }.
apply-resume-question = Beth rydych am ei wneud?
apply-resume-go-on = Mynd ymlaen gyda’r atebion sydd wedi’u cadw
apply-resume-anew = Dechrau eto
apply-resume-anew-hint = Byddwn yn dileu’r atebion sydd wedi’u cadw
apply-resume-not-you = Os nad eich atebion chi ydynt, gadewch y ddyfais hon yn gyntaf

## Atebwyd un cwestiwn ddwywaith, ar ddwy ddyfais neu gan ddau berson

apply-conflict-title = Newidiwyd yr ateb hwn tra oedd eich tudalen ar agor
apply-conflict-say = Rydym wedi cadw’r ddau ateb. Dewiswch yr un sy’n gywir.
apply-conflict-question = Pa ateb rydych am ei gadw?
# Label yr ateb a gadwyd yw'r ateb; dyma'r awgrym. $who yw un o'r tri isod
apply-conflict-saved = Cadwyd gan { $who }: { $when }
apply-conflict-yours = Yr hyn a roesoch ar y dudalen hon
apply-conflict-who-you = chi, ar dudalen neu ddyfais arall
apply-conflict-who-helper = y person sy’n eich helpu
apply-conflict-who-staff = aelod o staff
apply-conflict-none = (dim ateb)
# Roedd gwirio atebion ar agor tra newidiodd ateb
apply-conflict-check = Mae ateb wedi newid ers i chi agor y dudalen hon. Gwiriwch eich atebion eto cyn i chi eu hanfon

## Cadarnhad

apply-done-title = Mae eich atebion wedi’u hanfon
apply-done-reference = Eich cyfeirnod yw
apply-done-next = Beth sy’n digwydd nesaf
# Mae $date wedi'i ysgrifennu'n llawn
apply-done-decide-by = Byddwn yn rhoi gwybod i chi am ein penderfyniad erbyn { $date }.
apply-done-message-email = Rydym wedi anfon cadarnhad i { $email }.
apply-done-message-post = Byddwn yn anfon cadarnhad atoch drwy’r post.
apply-done-status = Gweld beth sy’n digwydd gyda’ch cais
apply-done-copy-title = Cadw copi
apply-done-copy-print = Argraffu eich atebion
apply-done-copy-download = Lawrlwytho eich atebion fel PDF
apply-done-copy-until = Gallwch ddod yn ôl i’r dudalen hon ar y ddyfais hon tan { $date }.
apply-done-already = Rydych wedi anfon yr atebion hyn yn barod. Nid oes angen i chi eu hanfon eto.

## Bodlonrwydd, a ofynnir ar bob diwedd

apply-satisfaction-question = Pa mor fodlon ydych chi ar y gwasanaeth hwn?
apply-satisfaction-5 = Bodlon iawn
apply-satisfaction-4 = Bodlon
apply-satisfaction-3 = Ddim yn fodlon nac yn anfodlon
apply-satisfaction-2 = Anfodlon
apply-satisfaction-1 = Anfodlon iawn
apply-satisfaction-improve = Sut gallem wella’r gwasanaeth hwn?
apply-satisfaction-improve-hint = Peidiwch â chynnwys gwybodaeth bersonol, fel eich enw neu’ch cyfeirnod
apply-satisfaction-button = Anfon adborth

## Tudalen statws: ble mae achos

apply-status-title = Eich cais
apply-status-reference = Cyfeirnod
apply-status-where = Ble mae nawr
apply-status-sent = Anfonwyd
apply-status-expected = Disgwylir penderfyniad erbyn
# Y camau, yn eu trefn
apply-status-draft = Heb ei anfon eto
apply-status-waiting-for-others = Yn aros am berson arall
apply-status-waiting-for-payment = Yn aros am daliad
apply-status-submitted = Wedi dod i law
apply-status-decided = Wedi’i benderfynu
# Ystyr pob cam i'r person
apply-status-draft-say = Nid ydych wedi anfon eich atebion. Rydym yn eu cadw tan { $date }.
apply-status-waiting-for-others-say = Mae gan rywun arall ran i’w llenwi. Byddwn yn rhoi gwybod i chi pan fydd wedi’i wneud.
apply-status-waiting-for-payment-say = Nid yw eich taliad wedi dod i law eto. Bydd eich cais yn cael ei anfon cyn gynted ag y bydd yn cyrraedd.
apply-status-submitted-say = Mae eich cais gennym. Byddwn yn penderfynu erbyn { $date }.
apply-status-decided-say = Gwnaethom benderfynu ar { $date }.
# Pan fydd y diwrnod a addawyd wedi mynd heibio
apply-status-late-say = Roeddem wedi dweud y byddem yn penderfynu erbyn { $date }. Nid ydym wedi penderfynu eto. Nid oes angen i chi wneud dim.
apply-status-withdrawn-say = Gwnaethoch dynnu eich cais yn ôl ar { $date }.
apply-status-erased-title = Nid yw’r cais hwn gennym bellach
apply-status-erased-say = Rydym wedi’i ddileu, fel y dywedom y byddem yn ei wneud.
# Y penderfyniad
apply-status-outcome = Penderfyniad
apply-status-reasons = Rhesymau
apply-status-law = Cyfraith
apply-status-appeal-title = Os nad ydych yn cytuno
# Mae $to yn gwrando ar yr apêl
apply-status-appeal = Gallwch apelio erbyn { $date }. Y corff i apelio iddo: { $to }.
apply-status-answers = Yr hyn a anfonoch
apply-status-history = Beth sydd wedi digwydd
