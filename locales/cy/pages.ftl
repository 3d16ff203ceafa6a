### Geiriau pob tudalen, a geiriau'r tudalennau nad ydynt yn perthyn i gwestiwn.
### Mae cwestiynau, gwirio atebion, cadarnhad, cadw a dod yn ôl a statws yn apply.ftl.

## O amgylch pob tudalen

# Dolen gyntaf pob tudalen, i'w gweld gyda'r bysellfwrdd
pages-skip-link = Neidio i’r prif gynnwys
# Teitl ffenestr y porwr. $title yw pennawd y dudalen, $service enw'r gwasanaeth
pages-title = { $title } - { $service }
# Yr un peth pan fydd gwallau ar y dudalen
pages-title-with-error = Gwall: { $title } - { $service }
# Gair cudd o flaen neges wrth faes
pages-error-prefix = Gwall:
# Pennawd y crynodeb gwallau
pages-problem-title = Mae problem
# Pennawd hysbysiad ar frig tudalen
pages-notice-title = Pwysig
# Gair cudd o flaen rhybudd
pages-warning = Rhybudd
# Baner gwasanaeth alffa neu beta: brawddeg, wedyn dolen
pages-phase-banner = Mae hwn yn wasanaeth newydd.
pages-phase-banner-link = Rhowch adborth i’n helpu i’w wella
# Enw cudd grŵp dolenni'r troedyn
pages-footer-label = Dolenni cymorth
pages-footer-contact = Cysylltu
pages-footer-cookies = Cwcis
pages-footer-privacy = Preifatrwydd
pages-footer-accessibility = Datganiad hygyrchedd
pages-footer-feedback = Adborth

## Newid iaith

# Enw cudd y rhestr o ieithoedd
pages-language-label = Iaith
# Pob iaith yn ei geiriau ei hun, yr un fath ym mhob ffeil
pages-language-name = Cymraeg
# Geiriau cudd y ddolen, yn yr iaith y mae'n arwain iddi
pages-language-change = Newid yr iaith i’r Gymraeg

## Cwcis

pages-cookies-title = Cwcis
pages-cookies-what = Ffeiliau bach y mae gwefan yn eu cadw ar eich ffôn, eich llechen neu’ch cyfrifiadur yw cwcis.
pages-cookies-only-essential = Dim ond cwcis sydd eu hangen i’r gwasanaeth hwn weithio rydym yn eu defnyddio. Nid ydym yn defnyddio cwcis i ddilyn yr hyn rydych yn ei wneud.
pages-cookies-no-banner = Am fod pob un ohonynt yn hanfodol, nid ydym yn gofyn i chi eu derbyn.
pages-cookies-table-title = Cwcis hanfodol
pages-cookies-name = Enw
pages-cookies-purpose = Diben
pages-cookies-expires = Pryd mae’n dod i ben
# Y cwci sy'n dod o hyd i ddrafft eto ar y ddyfais hon
pages-cookies-draft-purpose = Dod o hyd i’r atebion rydych wedi’u cadw ar y ddyfais hon
# Y cwci sy'n diogelu ffurflenni
pages-cookies-csrf-purpose = Gwirio bod yr hyn a anfonir atom yn dod o’n tudalennau ni
# Cwci staff sydd wedi mewngofnodi
pages-cookies-staff-purpose = Cadw staff wedi mewngofnodi
# Y cwci sy'n cofio'r iaith
pages-cookies-language-purpose = Cofio’r iaith a ddewisoch
pages-cookies-expires-close = Pan fyddwch yn cau eich porwr
# Mae $duration wedi'i ysgrifennu: 28 diwrnod
pages-cookies-expires-after = Ar ôl { $duration }

## Preifatrwydd

pages-privacy-title = Preifatrwydd
# $organisation sy'n berchen ar y gwasanaeth
pages-privacy-who = { $organisation } sy’n penderfynu sut mae eich gwybodaeth yn cael ei defnyddio.
pages-privacy-what-title = Yr hyn rydym yn ei gasglu a pham
pages-privacy-what = Dim ond am yr hyn sydd ei angen rydym yn gofyn. Mae’r rhestr hon yn dangos pob cwestiwn a pham rydym yn ei ofyn.
pages-privacy-measure = Rydym hefyd yn cyfrif faint o bobl sy’n defnyddio pob tudalen. Nid oes dim amdanoch chi yn y ffigurau hyn.
pages-privacy-keep-title = Am ba hyd rydym yn ei chadw
pages-privacy-keep-draft = Os na fyddwch yn anfon eich atebion
# Canlyniad y gwasanaeth yw $outcome
pages-privacy-keep-outcome = Os mai’r canlyniad yw ‘{ $outcome }’
pages-privacy-keep-withdrawn = Os byddwch yn tynnu’n ôl
pages-privacy-keep-erased = Ar ôl hynny rydym yn dileu eich atebion am byth.
pages-privacy-who-sees-title = Pwy sy’n ei gweld
pages-privacy-who-sees = Nid oes neb yn gweld eich atebion cyn i chi eu hanfon. Ar ôl hynny, dim ond staff sy’n delio â nhw all eu gweld, ac rydym yn cofnodi pob tro y maent yn edrych.
pages-privacy-rights-title = Eich hawliau
pages-privacy-rights = Gallwch ofyn i ni:
pages-privacy-right-copy = am gopi o’r hyn sydd gennym amdanoch
pages-privacy-right-correct = ei gywiro
pages-privacy-right-erase = ei ddileu, lle mae’r gyfraith yn caniatáu hynny
pages-privacy-right-object = rhoi’r gorau i’w ddefnyddio, lle mae’r gyfraith yn caniatáu hynny
pages-privacy-right-person = i berson edrych eto ar benderfyniad a wnaeth cyfrifiadur
pages-privacy-complain-title = Os nad ydych yn fodlon
# $regulator yw'r awdurdod diogelu data
pages-privacy-complain = Gallwch gwyno i ni. Gallwch hefyd gwyno i’r corff hwn: { $regulator }.

## Datganiad hygyrchedd

pages-accessibility-title = Datganiad hygyrchedd
# $service yw enw'r gwasanaeth, $organisation ei berchennog
pages-accessibility-who = Mae’r datganiad hwn am ‘{ $service }’. { $organisation } sy’n ei redeg.
pages-accessibility-aim = Rydym am i gynifer o bobl â phosibl allu ei ddefnyddio. Dylech allu:
pages-accessibility-can-zoom = chwyddo hyd at 400% heb i destun adael y sgrin
pages-accessibility-can-keyboard = defnyddio’r cyfan gyda bysellfwrdd yn unig
pages-accessibility-can-speech = defnyddio’r cyfan gyda meddalwedd adnabod llais
pages-accessibility-can-reader = gwrando ar y cyfan gyda darllenydd sgrin
pages-accessibility-can-no-script = defnyddio’r cyfan heb JavaScript
pages-accessibility-status-title = Pa mor hygyrch ydyw
pages-accessibility-status-full = Mae’n bodloni fersiwn 2.2, lefel AA, o’r Canllawiau Hygyrchedd Cynnwys Gwe.
pages-accessibility-status-partial = Mae’n bodloni’r rhan fwyaf o fersiwn 2.2, lefel AA, o’r Canllawiau Hygyrchedd Cynnwys Gwe. Nid yw’r rhannau hyn yn gwneud hynny eto:
pages-accessibility-status-untested = Dim ond gyda meddalwedd y mae wedi’i brofi, ac mae hynny’n dod o hyd i rai problemau ond nid pob un. Nid yw pobl wedi’i brofi eto.
pages-accessibility-report-title = Rhoi gwybod i ni am broblem
pages-accessibility-report = Cysylltwch â ni os dewch o hyd i broblem nad yw ar y dudalen hon, neu os oes angen y gwasanaeth hwn arnoch ar ffurf arall.
pages-accessibility-enforce-title = Os nad ydych yn fodlon ar ein hateb
# $body sy'n cynghori ar gyfraith cydraddoldeb
pages-accessibility-enforce = Y corff i gysylltu ag ef: { $body }.
# Mae $date wedi'i ysgrifennu'n llawn
pages-accessibility-tested = Profwyd y gwasanaeth hwn ddiwethaf ar { $date }.
pages-accessibility-prepared = Newidiwyd y datganiad hwn ddiwethaf ar { $date }.

## Cysylltu

pages-contact-title = Cysylltu
pages-contact-intro = Gallwch gael help gyda’r gwasanaeth hwn, neu ei ddefnyddio mewn ffordd arall. Nid yw’n costio dim i ofyn am help.
pages-contact-phone = Ffôn
pages-contact-hours = Oriau agor
pages-contact-write = Ysgrifennwch at
pages-contact-visit = Ymwelwch â
pages-contact-email = E-bost
# Pan nad yw'r gwasanaeth yn rhoi unrhyw ffordd o gysylltu ag ef
pages-contact-none = Dim ond ar-lein y gallwch ddefnyddio’r gwasanaeth hwn.

## Adborth

pages-feedback-title = Rhoi adborth
pages-feedback-intro = Dywedwch wrthym beth yw eich barn am y gwasanaeth hwn. Peidiwch â chynnwys gwybodaeth bersonol, fel eich enw neu’ch cyfeirnod.
pages-feedback-send = Anfon adborth
pages-feedback-thanks-title = Diolch am eich adborth
pages-feedback-thanks = Rydym yn darllen pob adborth. Ni allwn ei ateb, am nad ydym yn gwybod pwy ydych chi.

## 404: nid oes tudalen o'r fath, neu nid chi sydd i'w gweld

pages-not-found-title = Heb ddod o hyd i’r dudalen
pages-not-found-typed = Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir.
pages-not-found-pasted = Os gwnaethoch bastio’r cyfeiriad gwe, gwiriwch eich bod wedi copïo’r cyfan.
# Dolen i dudalen gychwyn y gwasanaeth neu'r safle
pages-not-found-start = Mynd i’r dechrau

## 403: ni ddaeth y ffurflen o'n tudalen ni, neu daeth ei hamser i ben

pages-expired-title = Bu’r dudalen hon ar agor yn rhy hir
pages-expired-saved = Mae’r atebion a roesoch cynt wedi’u cadw.
pages-expired-again = Ni chafodd yr hyn a roesoch ar y dudalen hon ei gadw. Ewch yn ôl i’r dudalen a’i roi eto.
pages-expired-button = Mynd yn ôl i’r dudalen

## 409: mae rhywbeth wedi newid. Mae'r dudalen ar gyfer dau ateb i un cwestiwn yn apply.ftl

pages-conflict-title = Mae rhywbeth wedi newid ers i chi agor y dudalen hon
pages-conflict-nothing-lost = Ni chadwyd yr hyn a anfonoch, fel nad oes dim yn cael ei ddisodli.
pages-conflict-again = Edrychwch ar y dudalen eto a gwnewch yr hyn roeddech am ei wneud.
pages-conflict-button = Edrych ar y dudalen eto

## 413 a 422: ni ellir darllen yr hyn a anfonwyd fel ein ffurflen ni

pages-too-large-title = Mae’r hyn a anfonoch yn rhy fawr
pages-too-large = Ni chafodd ei gadw. Ewch yn ôl ac anfonwch lai.
pages-unreadable-title = Ni allem ddarllen yr hyn a anfonoch
pages-unreadable = Ni chafodd ei gadw. Ewch yn ôl i’r dudalen a rhowch gynnig arall arni.

## 429: gormod o geisiadau

pages-too-many-title = Rydych wedi rhoi cynnig arni ormod o weithiau
# Nifer o funudau yw $n
pages-too-many-wait = { $n ->
    [one] Arhoswch 1 funud, wedyn rhowch gynnig arall arni.
    [two] Arhoswch 2 funud, wedyn rhowch gynnig arall arni.
   *[other] Arhoswch { $n } munud, wedyn rhowch gynnig arall arni.
}
pages-too-many-saved = Mae’r atebion a roesoch cynt wedi’u cadw.

## 500: ein bai ni

pages-fault-title = Mae problem gyda’r gwasanaeth
pages-fault-later = Rhowch gynnig arall arni nes ymlaen.
pages-fault-saved = Mae’r atebion ar dudalennau cynharach wedi’u cadw. Efallai na chafodd yr hyn a roesoch ar y dudalen olaf ei gadw.
# Mae $reference yn helpu staff i ddod o hyd i'r nam
pages-fault-reference = Os byddwch yn cysylltu â ni am hyn, rhowch y rhif hwn i ni: { $reference }

## 503: mwy o bobl nag y gallwn eu gwasanaethu

pages-busy-title = Mae’r gwasanaeth yn brysur
pages-busy-wait = Mae llawer o bobl yn defnyddio’r gwasanaeth ar hyn o bryd.
# Nifer o eiliadau yw $n
pages-busy-again = { $n ->
    [one] Rhowch gynnig arall arni ymhen 1 eiliad.
   *[other] Rhowch gynnig arall arni ymhen { $n } eiliad.
}
pages-busy-saved = Mae’r atebion a roesoch cynt wedi’u cadw.
pages-busy-button = Rhoi cynnig arall arni

## 503: ar gau am gyfnod

pages-unavailable-title = Nid yw’r gwasanaeth ar gael
# Mae $when wedi'i ysgrifennu'n llawn
pages-unavailable-until = Byddwch yn gallu defnyddio’r gwasanaeth o { $when } ymlaen.
pages-unavailable-later = Byddwch yn gallu defnyddio’r gwasanaeth nes ymlaen.
pages-unavailable-saved = Mae’r atebion a roesoch cynt wedi’u cadw.

## Mae gan y gwasanaeth ddyddiadau agor, ac mae heddiw y tu allan iddynt

# Mae geiriau cau'r gwasanaeth ei hun o dan y teitlau hyn
pages-closed-title = Mae’r gwasanaeth hwn ar gau
pages-not-open-yet-title = Nid yw’r gwasanaeth hwn ar agor eto
# Mae $when wedi'i ysgrifennu'n llawn
pages-not-open-yet = Gallwch ddefnyddio’r gwasanaeth hwn o { $when } ymlaen.
# I bobl sydd â drafft
pages-closed-draft = Ni wnaethoch anfon eich atebion cyn i’r gwasanaeth gau. Rydym yn eu cadw tan { $date }, wedyn yn eu dileu.

## Ar ddiwedd pob tudalen uchod

# Dolen i'r dudalen gysylltu
pages-contact-us = Cysylltwch â ni os oes angen help arnoch

## Tudalen gyntaf y safle

pages-home-title = Gwasanaethau
pages-home-intro = Dewiswch beth rydych am ei wneud.
pages-home-none = Nid oes gwasanaeth ar agor ar hyn o bryd.
