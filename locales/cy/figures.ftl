### Words of the pages of figures, for everybody and for staff.

## Everywhere

# Link in the footer and on the home page
figures-link = Ffigurau perfformiad
# A month that has not ended. $month is written out: March 2026
figures-so-far = { $month } (hyd yma)
figures-month = Mis
# Name of a table. $figure is the title of an indicator
figures-by-month = { $figure }, fesul mis
figures-all = Pob un

## In place of a number

figures-withheld = heb ei ddangos
figures-unknown = anhysbys
figures-no-value = dim gwerth

## Channels

figures-channel-web = Ar-lein
figures-channel-telephone = Ffôn
figures-channel-counter = Cownter
figures-channel-paper = Papur
figures-channel-intermediary = Sefydliad y gellir ymddiried ynddo
figures-channel-api = System arall
# $channel is one of the above: cases that somebody keyed into the digital service with or for a person
figures-way-keyed-in = { $channel }, wedi’i roi yn y gwasanaeth digidol
# $channel is one of the above: completed without the digital service
figures-way-outside = { $channel }, y tu allan i’r gwasanaeth digidol

## The list of services

figures-list-title = Ffigurau perfformiad
figures-list-say = Faint o ddefnydd sydd ar bob gwasanaeth a pha mor dda y mae’n gweithio, fis wrth fis. Gall unrhyw un lawrlwytho’r rhifau.

## One service

# $service is the service's name
figures-title = Perfformiad: { $service }
# $moment is a day and a time; $zone a time zone such as Europe/London
figures-counted-to = Mae popeth hyd at { $moment } wedi’i gyfrif. Diwrnodau a misoedd y gylchfa amser { $zone } yw’r rhain.
figures-withheld-say = Nid ydym yn dangos rhifau sy’n llai na 5 o bobl, na rhifau eraill a fyddai’n gadael i chi eu cyfrifo. Nid ydym ychwaith yn dangos yr hyn a gyfrifir o rif nad yw’n cael ei ddangos.
figures-unknown-say = Ystyr ‘anhysbys’ yw nad oes neb wedi dweud y rhif wrthym. Nid yw’n golygu 0. Ystyr ‘dim gwerth’ yw nad oedd dim i gyfrifo ffigur ohono.
figures-csv = Lawrlwytho’r holl ffigurau fel CSV
figures-json = Lawrlwytho’r holl ffigurau fel JSON
# What a chart says to people who do not see it
figures-chart-say = Bar ar gyfer pob mis, yr hynaf yn gyntaf. Mae’r un rhifau yn y tabl isod.
# In place of a chart
figures-no-chart = Nid oes rhif y gallai siart ei ddangos.

## Completed transactions

figures-completed-title = Trafodion a gwblhawyd
figures-completed-is = Mae trafodyn wedi’i gwblhau pan fydd y person wedi anfon popeth sydd ei angen ar y gwasanaeth. Ffynhonnell: service manual, data you must publish.
figures-completed-once = Mae achosion yn y gwasanaeth digidol yn cael eu cyfrif ganddo, pwy bynnag a’u rhoddodd ynddo. Dim ond yr hyn a gwblhawyd y tu allan iddo y mae staff yn ei gofnodi, felly nid oes dim yn cael ei gyfrif ddwywaith. Nes bod staff wedi cofnodi mis, mae ei gyfanswm yn anhysbys.
figures-digital-alone = Digidol, heb gymorth
figures-digital-assisted = Digidol, gyda chymorth
figures-other = Arall
# The rest of a bar: parts that are withheld, together
figures-not-split = Rhannau nad ydynt yn cael eu dangos

## Digital take-up

figures-take-up-title = Defnydd digidol
figures-take-up-say = Ystyr ‘digidol, gyda chymorth’ yw bod rhywun wedi rhoi’r achos yn y gwasanaeth digidol wrth siarad â’r person. Mae papur a roddwyd ynddo gan staff wedyn yn ‘arall’.
figures-take-up-without = Defnydd heb gymorth
figures-take-up-without-is = Defnydd heb gymorth: trafodion a gwblhawyd yn ddigidol gan bobl ar eu pen eu hunain, wedi’u rhannu â’r holl drafodion a gwblhawyd yn yr un cyfnod. Ffynhonnell: Government Service Design Manual, digital take-up, 2013 i 2016.
figures-take-up-with = Defnydd gyda chymorth
figures-take-up-with-is = Defnydd gyda chymorth: yr un fath, gan gyfrif y rhai a gafodd gymorth fel rhai digidol. Ffynhonnell: service manual diweddarach, measuring digital take-up.

## Completion rate

figures-completion-title = Cyfradd gwblhau
figures-completion-is = Trafodion a gwblhawyd ar-lein, wedi’u rhannu â’r rhai a ddechreuwyd ar-lein yn yr un cyfnod. Ffynhonnell: service manual, data you must publish.
figures-completion-say = Nid yw person sy’n dychwelyd at ddrafft yn dechrau eto. Gall rhywun ddechrau mewn un mis a chwblhau yn y nesaf: lle cwblhawyd mwy nag a ddechreuwyd, nid oes gwerth.
figures-started = Dechreuwyd ar-lein

## User satisfaction

figures-satisfaction-title = Boddhad defnyddwyr
figures-satisfaction-say = Gofynnir i bobl ar ôl iddynt anfon eu cais, a gallant ddewis peidio ag ateb. Mae dwy fformiwla swyddogol yn rhoi rhifau gwahanol ar gyfer yr un atebion, felly mae’r ddwy yn cael eu dangos.
figures-satisfaction-a = Diffiniad A
figures-satisfaction-a-is = Diffiniad A: cyfran y bobl a atebodd ‘bodlon’ neu ‘bodlon iawn’. Ffynhonnell: Government Service Design Manual, user satisfaction, hyd at Awst 2015.
figures-satisfaction-b = Diffiniad B
figures-satisfaction-b-is = Diffiniad B: cymedr y pum lefel, lle mae’r isaf yn cyfrif fel 0% a’r uchaf fel 100%. Ffynhonnell: cod y Performance Platform, user_satisfaction.py.
figures-answers = Pob ateb

## Cost per transaction

figures-cost-title = Cost fesul trafodyn
figures-cost-is = Cost darparu’r gwasanaeth drwy bob sianel, wedi’i rhannu â’r trafodion a gwblhawyd. Ffynhonnell: service manual, data you must publish.
figures-cost-say = Rydym yn ei chyfrifo o gost un trafodyn drwy bob sianel, fel y mae diffiniad y gwasanaeth yn ei ddweud, a faint a gwblhawyd drwyddi. Nid yw’n gyflawn oni bai bod y costau hynny’n cynnwys popeth: staff, adeiladau, TG, post a gorbenion. Lle nad oes cost i sianel a ddefnyddiwyd, neu lle mae ei rhif yn anhysbys, mae’r gost yn anhysbys.
figures-cost-before = Nifer yr achosion o’r blaen yw’r llinell sylfaen: faint oedd bob blwyddyn drwy bob sianel cyn y gwasanaeth hwn.
figures-channels-table = Cost a llinell sylfaen pob sianel
figures-channel = Sianel
figures-channel-cost = Cost un trafodyn
figures-channel-before = Achosion y flwyddyn o’r blaen

## Time to decision

figures-time-title = Amser hyd at benderfyniad
figures-time-is = Diwrnodau calendr o’r diwrnod yr anfonwyd achos hyd at ddiwrnod ei benderfyniad, yn ôl mis y penderfyniad. Ein diffiniad ni yw hwn.
figures-decided = Penderfynwyd
figures-time-mean = Diwrnodau, ar gyfartaledd
figures-time-median = Diwrnodau y penderfynwyd hanner yr achosion ynddynt

## Volumes that staff enter

figures-volumes-title = Niferoedd sianeli eraill
figures-volumes-list-say = Dewiswch wasanaeth i gofnodi faint o drafodion a gwblhawyd y tu allan i’r gwasanaeth digidol.
figures-volumes-none = Nid oes gennych wasanaeth â sianeli eraill.
# $service is the service's name
figures-volumes-of = Niferoedd sianeli eraill: { $service }
figures-volumes-rule = Cofnodwch yr hyn a gwblhawyd y tu allan i’r gwasanaeth digidol yn unig. Mae achosion a roddwyd ynddo gan staff wedi’u cyfrif eisoes: os cofnodwch nhw yma, cânt eu cyfrif ddwywaith.
figures-volumes-correct = Gallwch gywiro rhif. Yr un olaf sy’n cyfrif; mae’r rhai cynharach yn aros ar gofnod.
figures-volumes-choose = Dewiswch fis
figures-volumes-show = Dangos y mis
# $channel is a channel; $month is written out
figures-volumes-ask = { $channel }: trafodion a gwblhawyd ym mis { $month }
figures-volumes-hint = Rhif cyfan. Rhowch 0 os nad oedd dim. Gadewch yn wag os nad ydych yn gwybod eto.
figures-volumes-save = Cadw’r niferoedd
figures-volumes-saved = Mae’r niferoedd wedi’u cadw. Bydd y ffigurau’n dilyn o fewn ychydig funudau.
# In these three $channel is a channel
figures-volumes-error-whole = { $channel }: rhowch rif cyfan, fel 1250
figures-volumes-error-most = { $channel }: rhowch rif sy’n 10,000,000 neu lai
figures-volumes-error-empty = { $channel }: rhowch rif. Gallwch gywiro rhif sydd ar gofnod, ond ni allwch ei dynnu allan
figures-volumes-conflict = Mae rhywun arall wedi cofnodi niferoedd ar gyfer y mis hwn ers i chi agor y dudalen. Ni chadwyd dim o’ch rhai chi. Gwiriwch y rhifau ar gofnod isod, yna cadwch eto.
figures-volumes-record = Cofnodion
figures-volumes-channel = Sianel
figures-volumes-number = Rhif
figures-volumes-by = Cofnodwyd gan
figures-volumes-at = Pryd
figures-volumes-counts = Mae’n cyfrif
figures-volumes-yes = Ydy
figures-volumes-no = Nac ydy, cafodd ei gywiro
