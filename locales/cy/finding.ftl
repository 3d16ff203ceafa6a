### Words for finding cases, and for who may see one.

## Searching

finding-title = Chwilio
finding-answers-title = Neu chwilio yn ôl atebion
finding-answers-say = Ceir hyd i achosion sydd â phopeth a nodwch. Ceir hyd i enw yn ôl geiriau cyfan, a phopeth arall yn ei gyfanrwydd. Gadewch y gweddill yn wag.
finding-name = Enw
finding-phone = Rhif ffôn
finding-postcode = Cod post
finding-national-id = Dynodydd cenedlaethol
finding-surname = Enw olaf
finding-born = Dyddiad geni
finding-born-hint = Ynghyd â'r enw olaf, er enghraifft 31 3 1980
finding-button = Chwilio
finding-nothing-typed = Rhowch gyfeirnod, neu rywbeth y gellir cael hyd i achos drwyddo
finding-born-both = Rhowch yr enw olaf a'r dyddiad geni, neu'r naill na'r llall
finding-born-wrong = Rhowch ddyddiad geni go iawn
finding-found-title = Yr hyn a gafwyd
finding-none = Nid oes gan unrhyw achos y cewch ei weld bopeth o hyn.
finding-again = Chwilio am rywbeth arall
finding-somebody = Rhywun

## Who may see a case

finding-access-title = Pwy all weld yr achos hwn
finding-back-to-case = Yn ôl i'r achos
finding-access-open = Gall pawb y mae eu rôl yn rhoi'r achos hwn iddynt ei weld.
finding-access-restricted = Mae'r achos hwn wedi'i gyfyngu. Dim ond staff a enwyd a pherchnogion y gwasanaeth all ei weld, ac nid yw'n ymddangos i neb arall mewn unrhyw restr na chwiliad.
finding-access-named = Cyfyngu'r achos hwn i'r bobl hyn a chi'ch hun
finding-access-named-hint = Os na ddewisir neb, mae'r achos ar agor i bawb y mae eu rôl yn ei roi iddynt.
finding-access-button = Cadw pwy all ei weld
finding-know-title = Os ydych yn adnabod rhywun yn yr achos hwn
finding-know-say = Teulu, ffrindiau, cydweithwyr: rhaid i rywun arall ddelio ag ef. Mae'r achos yn mynd yn ôl i'r ciw ac ni fyddwch yn ei weld mwyach. Ni allwch dynnu hyn yn ôl.
finding-know-button = Rwy'n adnabod rhywun yn yr achos hwn
