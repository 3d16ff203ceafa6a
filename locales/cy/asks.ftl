### Welsh. The notes are in locales/en/asks.ftl.

asks-note-title = Gan y person sy’n delio â’ch cais
asks-until = Anfonwch ef erbyn { $date }. Bydd eich cais yn aros tan hynny.
asks-answer-button = Ateb nawr
asks-check-title = Gwiriwch yr hyn rydych yn ei anfon
asks-send-button = Anfon
asks-changed = Newidiwyd hyn yn rhywle arall ers i chi agor y dudalen. Gwiriwch ef eto cyn ei anfon.
asks-sent-title = Mae’r hyn a anfonoch gennym
asks-sent-say = Rydym yn bwrw ymlaen â’ch cais. Nid oes angen i chi wneud dim.

asks-status = Rydym yn aros amdanoch chi
asks-status-say = Rydym wedi gofyn i chi am rywbeth, a byddwn yn bwrw ymlaen pan fyddwch wedi’i anfon. Anfonwch ef erbyn { $date }.
asks-status-until = Anfonwch ef erbyn
asks-status-button = Gweld am beth rydym yn gofyn
asks-status-sent = Yr hyn a anfonoch atom ers gwneud cais

asks-message-subject = Mae angen rhywbeth gennych arnom: { $title }
asks-message-say = Ni allwn benderfynu ar eich cais am ‘{ $service }’ eto (cyfeirnod { $reference }). Anfonwch hyn atom:
asks-message-link =
    Anfonwch ef erbyn { $date } gyda’r ddolen hon. Eich dolen chi yn unig yw hi, ac mae’n gweithio tan hynny:

    { $link }
asks-message-code =
    Anfonwch ef erbyn { $date }. Ewch i { $address } a rhowch y cod hwn:

    { $code }

asks-tag-waiting = Yn aros am yr ymgeisydd
asks-tag-unanswered = Heb ei ateb mewn pryd
asks-staff-title = Gofyn i’r ymgeisydd am rywbeth
asks-staff-what = Beth sydd ei angen arnoch?
asks-staff-note = Beth hoffech ei ychwanegu? (dewisol)
asks-staff-note-hint = Bydd yr ymgeisydd yn darllen hyn.
asks-staff-button = Parhau
asks-staff-nothing = Dewiswch beth sydd ei angen arnoch
asks-staff-often = Gofynnwyd i’r ymgeisydd yn rhy aml. Penderfynwch ar yr hyn sy’n hysbys.
asks-staff-asked = Mae rhywbeth yn cael ei ofyn i’r ymgeisydd. Arhoswch am yr ateb, neu tynnwch y cais yn ôl yn gyntaf.
asks-staff-not-asked = Nid oes dim yn cael ei ofyn i’r ymgeisydd bellach. Mae’r hanes yn dangos beth a wnaed.
asks-staff-waiting-title = Yr hyn a ofynnir i’r ymgeisydd
asks-staff-waiting = Gofynnwyd ar { $date }. Mae gan yr ymgeisydd tan { $until }. Mae’r amser i benderfynu yn sefyll yn stond.
asks-staff-back = Nid oes ei angen bellach
asks-staff-answer = { $title } (gofynnwyd ar { $asked }, atebwyd ar { $answered })

asks-sure-title = Ydych chi am ofyn i’r ymgeisydd am hyn?
asks-sure-say = Byddwn yn ysgrifennu at yr ymgeisydd ar unwaith. Mae’r amser i benderfynu yn sefyll yn stond nes iddynt ateb.
asks-sure-what = Yr hyn rydych yn gofyn amdano
asks-sure-note = Yr hyn rydych yn ei ychwanegu
asks-sure-until = Mae gan yr ymgeisydd tan { $date }.
asks-sure-button = Gofyn i’r ymgeisydd
asks-sure-cancel = Mynd yn ôl i’r achos

staff-event-asked-for = Gofynnwyd i’r ymgeisydd am rywbeth
staff-event-ask-answered = Anfonodd yr ymgeisydd yr hyn a ofynnwyd
staff-event-ask-taken-back = Nid oes angen yr hyn a ofynnwyd i’r ymgeisydd bellach
staff-event-ask-not-answered = Ni atebodd yr ymgeisydd mewn pryd
