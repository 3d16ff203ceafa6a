### Adnewyddu'r hyn a roddwyd.

# Y dudalen y mae dolen neges yn arwain ati. $service yw enw'r gwasanaeth.
renewing-link-title = Adnewyddu'r hyn sydd gennych
renewing-link-say = Gwnaethoch ddilyn dolen gan ‘{ $service }’. Cyn i ni ddangos yr hyn a wyddom amdanoch, gofynnwn i chi am rywbeth mai dim ond chi sy'n ei wybod.
renewing-link-button = Parhau
renewing-link-old-title = Nid yw'r ddolen hon yn gweithio mwyach
renewing-link-old = Mae'n rhy hen, neu nid ydym yn dal yr hyn yr oedd ar ei gyfer mwyach. Os oes ei angen arnoch eto, gwnewch gais o'r dechrau.
renewing-link-start = Mynd i'r dudalen gychwyn

# $what yw'r hyn a roddwyd, megis Cofrestriad; $number yw ei rif.
renewing-title = Adnewyddu: { $what } { $number }
renewing-title-cannot = Adnewyddu: { $what }
renewing-expires = Daw i ben ar { $date }.
renewing-until = Gallwch ei adnewyddu tan { $date }.
renewing-what = Yr hyn a wyddom yn barod
renewing-what-say = Rydym wedi rhoi'r atebion hyn i mewn i chi. Gallwch newid pob un ohonynt cyn anfon eich adnewyddiad.
renewing-asked-again = Gofynnwn eto am ffeiliau, ac am yr hyn rydych yn ei lofnodi neu'n ei ddatgan.
renewing-begin = Dechrau eich adnewyddiad
renewing-continue = Parhau â'ch adnewyddiad
renewing-begun = Rydych wedi dechrau adnewyddiad ond heb ei anfon eto.
renewing-sent = Rydych wedi anfon adnewyddiad. Ei gyfeirnod yw { $reference }. Byddwn yn ysgrifennu atoch pan fydd penderfyniad.
renewing-too-early = Daw i ben ar { $date }. Gallwch ei adnewyddu o { $from }. Dewch yn ôl bryd hynny, gyda'r ddolen yn y neges y byddwn yn ei hanfon atoch, neu gyda'r un hon.
renewing-too-late = Daeth i ben ar { $date }. Gellid ei adnewyddu tan { $until }. Os oes ei angen arnoch o hyd, gwnewch gais eto.
renewing-taken-away = Nid yw'n ddilys mwyach, felly ni ellir ei adnewyddu. Os oes ei angen arnoch, gwnewch gais eto.
renewing-forever = Nid oes dyddiad gorffen iddo, felly nid oes angen i chi ei adnewyddu.
renewing-done = Mae wedi cael ei adnewyddu yn barod.
renewing-nothing = Nid oes dim yma y gellir ei adnewyddu.
renewing-apply = Gwneud cais eto
renewing-status = Gweld lle mae eich cais

# Gwirio atebion. $number yw'r rhif y mae'n ei gadw.
renewing-check = Rydych yn adnewyddu { $number }, sy'n dod i ben ar { $date }. Mae'n cadw ei rif.
renewing-check-late = Rydych yn adnewyddu { $number }, a ddaeth i ben ar { $date }. Mae'n cadw ei rif.

# Ar sgrin achos.
renewing-staff-title = Adnewyddu
renewing-staff-before = Mae'n adnewyddu'r hyn a roddwyd i'r achos hwn
renewing-staff-after = Adnewyddwyd gan
renewing-staff-erased = achos sydd wedi'i ddileu
renewing-staff-draft = wedi'i ddechrau ond heb ei anfon
renewing-staff-can = Gellir ei adnewyddu tan { $date }. Dechreuwch adnewyddiad i rywun ar y ffôn: cewch god, a byddant yn dweud wrthych yr hyn mai dim ond nhw sy'n ei wybod.
renewing-staff-begin = Dechrau adnewyddiad
renewing-staff-code = Cod yr adnewyddiad yw { $code }. Agorwch ef gyda'r cod hwn; mae'r person yn dweud yr hyn mai dim ond nhw sy'n ei wybod.
renewing-staff-open = Agor yr adnewyddiad gyda'i god
staff-event-renewal-begun = Dechreuwyd adnewyddiad
staff-event-refund-due = I'w dalu'n ôl
staff-event-entry-renewed = Adnewyddwyd

# Am ba hyd y cedwir atebion: $time megis 7 mlynedd, $what megis Cofrestriad.
renewing-kept-after = { $time } ar ôl i { $what } ddod i ben
