importing-title = Mewnforio ffurflen o system arall
importing-lead = Os oes ffurflen mewn system arall yn barod, gall ddod yn ddrafft yma, gydag adroddiad o’r hyn a ddaeth o bob cwestiwn.
importing-link = Mewnforio ffurflen
importing-say = Dewiswch ffurflen a gadwyd fel ffeil. Daw’n wasanaeth y gallwch ei ragweld, gydag adroddiad o’r hyn a ddaeth o bob peth.
importing-safe = Nid yw unrhyw gyfeiriad, allwedd na bachyn gwe yn y ffurflen yn cael ei alw, ac nid oes dim yn mynd yn fyw drwy ei mewnforio.
importing-from = O ba system y daw’r ffurflen?
importing-from-xgov = XGov Digital Form Builder
importing-from-xgov-hint = Defnyddir gan sawl corff yn y DU, yn fersiwn 1 neu 2. Mae’r ffeil yn gorffen yn .json
importing-from-defra = Defra Forms
importing-from-defra-hint = Gan adran amgylchedd y DU. Mae’r ffeil yn gorffen yn .json neu .yaml
importing-from-gcforms = GC Forms
importing-from-gcforms-hint = Gan Lywodraeth Canada, yn Saesneg a Ffrangeg. Mae’r ffeil yn gorffen yn .json
importing-from-nav = Ffurflenni NAV
importing-from-nav-hint = Gan weinyddiaeth les Norwy, wedi’u gwneud â Form.io. Mae’r ffeil yn gorffen yn .json; mae cyfieithiadau yn ffeiliau ar wahân
importing-shape = Beth ydych chi’n ei fewnforio?
importing-shape-one = Un ffurflen
importing-shape-one-hint = Un ffeil, gyda ffeiliau ei chyfieithiadau lle mae rhai
importing-shape-many = Cais o lawer o ffeiliau
importing-shape-many-hint = Mae pob ffeil yn rhan ohono, fel costau neu gysylltiadau. Daw’r cyfan yn un gwasanaeth â rhestr dasgau
importing-file = Ffeiliau
importing-file-hint = Gallwch ddewis sawl un ar unwaith: { $files } o ffeiliau ar y mwyaf, { $megabytes } MB yr un a { $all } MB gyda’i gilydd.
importing-button = Mewnforio
importing-found = Beth oedd yn y ffordd
importing-error-from = Dewiswch o ba system y daw’r ffurflen
importing-error-shape = Dewiswch ai un ffurflen yw hi neu gais o lawer o ffeiliau
importing-error-file = Dewiswch ffeil y ffurflen
importing-error-many-files = Dewiswch { $files } o ffeiliau ar y mwyaf
importing-error-large = Mae’n rhaid i’r ffeiliau a ddewiswyd fod yn { $megabytes } MB neu lai yr un, ac yn { $all } MB neu lai gyda’i gilydd
importing-error-not-json = Nid JSON yw’r ffeil a ddewiswyd, { $name }. Cadwch y ffurflen eto o’i system, a dewiswch y ffeil honno
importing-error-many-forms = { $n ->
    [one] Dewisoch { $n } ffurflen. Dewiswch ei ffeil hi yn unig
   *[other] Dewisoch { $n } ffurflen. Dewiswch un ohonynt gyda’i chyfieithiadau, neu dewiswch “Cais o lawer o ffeiliau”
}
importing-error-asks-nothing = Nid yw’r ffurflen a ddewiswyd yn gofyn dim, felly ni all gwasanaeth ddod ohoni. Dewiswch ffurflen â chwestiynau
importing-error-other = Mae’r ffeil a ddewiswyd yn edrych fel ffurflen o system arall: { $system }. Dewiswch y system honno a dewiswch y ffeil eto
importing-error-nothing = Nid yw’r ffeil a ddewiswyd yn ffurflen o’r system a ddewisoch. Dewiswch system arall neu ffeil arall
importing-of = Beth a ddaeth o “{ $title }”
importing-passes = Mae’r gwasanaeth a ddaeth ohoni’n pasio’r gwiriad: gellir ei ragweld fel y mae.
importing-fails = Mae’r gwiriad yn canfod gwallau yn y gwasanaeth a ddaeth ohoni, felly ni ellir ei ragweld eto. Cymerwch ei ffolder gyda chi a chywirwch nhw.
importing-warning = Rhybudd
importing-kept-until = Cedwir y dudalen hon i chi yn unig, tan { $moment }.
importing-counts = Yn gryno
importing-files = Ffeiliau
importing-files-count = { $n ->
    [one] { $n } ffeil
   *[other] { $n } ffeil
}
importing-lines = { $n ->
    [one] { $n } peth
   *[other] { $n } peth
}
importing-more = { $n ->
    [one] Mae { $n } arall yn yr adroddiad y gallwch ei gymryd gyda chi.
   *[other] Mae { $n } arall yn yr adroddiad y gallwch ei gymryd gyda chi.
}
importing-findings = Gwallau y mae’r gwiriad yn eu canfod
importing-keep = Ei gadw
importing-keep-say = Fe’i cedwir fel fersiwn drafft, ac mae’n aros ar gofnod gyda’ch enw. Ni all neb wneud cais drwyddo nes i chi ei gyhoeddi.
importing-place = Beth ddylai ddod?
importing-place-new = Gwasanaeth newydd i { $organisation }
importing-place-of = Fersiwn o “{ $title }” ({ $service })
importing-name = Cyfeiriad gwasanaeth newydd
importing-name-hint = Mewn llythrennau bach heb acenion, digidau a chysylltnodau. Daw’n rhan o’r cyfeiriad gwe.
importing-keep-preview = Cadw fel drafft ac agor y rhagolwg
importing-keep-button = Cadw fel drafft
importing-error-place = Dewiswch beth ddylai ddod
importing-error-name = Rhowch gyfeiriad mewn llythrennau bach heb acenion, digidau a chysylltnodau, 60 nod neu lai
importing-error-taken = Mae gwasanaeth â’r cyfeiriad hwnnw’n barod. Rhowch gyfeiriad arall
importing-error-not-clean = Mae’r gwiriad yn canfod gwallau ynddo, felly ni ellir ei gadw
importing-take = Ei gymryd gyda chi
importing-take-say = I gywiro a chwblhau’r gwasanaeth, dadbaciwch ei ffolder, newidiwch y ffeiliau, a dewch â’r ffolder i mewn fel fersiwn arall.
importing-take-folder = Ffolder y gwasanaeth (ZIP)
importing-take-report = Yr adroddiad (JSON)
importing-lines-title = Beth a ddaeth o bob peth
importing-carried = Trosglwyddwyd
importing-carried-say = Mae yno, ac yn golygu’r un peth.
importing-approximated = Brasamcanwyd
importing-approximated-say = Mae rhywbeth tebyg iddo yno. Edrychwch a yw’n ddigon tebyg.
importing-not-possible = Nid yw’n bosibl
importing-not-possible-say = Nid yw yno, am y rheswm hwn.
importing-left-out = Hepgorwyd
importing-left-out-say = Nid oedd yn gwneud dim, neu fe’i gwneir heb ei ddweud.
importing-untidy = Anniben yn y ffurflen
importing-untidy-say = Mae’r ffurflen yn ei gwrth-ddweud ei hun yma. Fe’i darllenwyd yn y ffordd fwyaf tebygol.
importing-to-complete = I’w gwblhau
importing-to-complete-say = Nid yw’r ffurflen yn ei ddweud. Mae’n rhaid i chi, cyn i’r gwasanaeth fynd yn fyw.
importing-another = Mewnforio ffurflen arall
