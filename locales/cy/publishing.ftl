publishing-title = Fersiynau o wasanaethau
publishing-list-say = Dewiswch wasanaeth i weld pa fersiwn sy’n fyw, i gyhoeddi un arall, neu i fynd yn ôl at un gynharach.
publishing-list-none = Nid ydych yn cyhoeddi unrhyw wasanaeth. Dim ond perchennog gwasanaeth sy’n gwneud hynny.
publishing-of = Fersiynau o { $service }
publishing-live = Yn fyw nawr
publishing-live-none = Nid oes fersiwn yn fyw eto.
publishing-live-since = Yn fyw ers { $moment }, cyhoeddwyd gan { $by }
publishing-mark = Marc
publishing-mark-say = 12 nod cyntaf crynodeb y fersiwn: mae dwy fersiwn â’r un marc yr un peth.
publishing-bring = Dewch â fersiwn arall i mewn
publishing-bring-title = Dod â fersiwn i mewn
publishing-bring-say = Bydd wedyn yn rhestr ei wasanaeth, i’w weld, ei ragweld a’i gyhoeddi. Nid oes dim yn mynd yn fyw drwy hynny.
publishing-bring-folder = Ffolder y gwasanaeth
publishing-bring-hint = Y ffolder sydd â service.yaml ynddo. { $files } o ffeiliau a { $megabytes } MB ar y mwyaf. Ar ffôn, defnyddiwch gyfrifiadur neu “exemplar publish --propose FOLDER”.
publishing-bring-button = Dewch â’r fersiwn hwn i mewn
publishing-bring-empty = Dewiswch ffolder gwasanaeth
publishing-bring-no-folder = Dewiswch un ffolder, ac nid ffeiliau unigol
publishing-bring-large = Mae gan y ffolder a ddewiswyd ormod o ffeiliau, neu rai rhy fawr: dewiswch ffolder un gwasanaeth
publishing-bring-not-yours = Nid chi sy’n cyhoeddi’r gwasanaeth o’r enw hwnnw. Gofynnwch i’w berchennog ddod â’r fersiwn i mewn
publishing-bring-not-clean = Mae gwallau yn y fersiwn a ddewiswyd. Cywirwch nhw a dewiswch y ffolder eto
publishing-bring-found = Beth sydd o’i le arno
publishing-table = Fersiynau a ddaeth i mewn
publishing-none = Ni ddaeth unrhyw fersiwn i mewn.
publishing-number = Fersiwn
publishing-state = Cyflwr
publishing-brought = Daeth i mewn
publishing-by = Gan
publishing-nth = Fersiwn { $n }
publishing-state-draft = Drafft
publishing-state-asked = Yn aros am ail berson
publishing-state-scheduled = Yn mynd yn fyw yn nes ymlaen
publishing-state-published = Wedi’i chyhoeddi
publishing-state-live = Yn fyw
publishing-state-withdrawn = Wedi’i thynnu’n ôl
publishing-history = Beth oedd yn fyw pryd
publishing-history-moment = O
publishing-back = Dod yn ôl
publishing-back-of = y fersiwn a oedd yn fyw o { $moment }
publishing-version = Fersiwn { $n } o { $service }
publishing-check = Gwiriad
publishing-check-clean = Glân
publishing-check-warnings = { $n ->
    [one] { $n } rhybudd
   *[other] { $n } rhybudd
}
publishing-asked = Gofynnwyd amdani
publishing-agreed = Cytunwyd arni
publishing-withdrawn = Tynnwyd yn ôl
publishing-when = Yn mynd yn fyw
publishing-when-at-once = Ar unwaith
publishing-why = Pam
publishing-done = { $moment }, { $by }
publishing-platform = Y llinell orchymyn
publishing-changes = Beth sy’n newid
publishing-changes-none = Mae’r un peth â’r hyn sy’n fyw.
publishing-changes-first = Nid oes fersiwn yn fyw eto, felly nid oes dim i’w chymharu â hi.
publishing-touches-rules = Rheolau: mae achosion yn cadw’r rhai y dechreuon nhw oddi tanynt
publishing-touches-words = Geiriau, a’r hyn sy’n rhaid bod yn wir heddiw: mae pob achos yn dilyn ar unwaith
publishing-touches-nobody = Nodiadau, tystiolaeth ac enghreifftiau: nid oes achos yn cael ei gyffwrdd
publishing-affects = Ar bwy y mae’n effeithio
publishing-affects-now = Fel y byddai nawr:
publishing-affects-then = Fel y dywedwyd cyn ei chyhoeddi:
publishing-affects-moved = { $n ->
    [0] Nid oes drafft yn mynd ymlaen o dan y fersiwn newydd.
    [one] Mae { $n } drafft yn mynd ymlaen o dan y fersiwn newydd.
   *[other] Mae { $n } drafft yn mynd ymlaen o dan y fersiwn newydd.
}
publishing-affects-finish = { $n ->
    [0] Nid oes rhaid i unrhyw ddrafft orffen o dan y fersiwn y dechreuodd gyda hi.
    [one] Mae { $n } drafft yn gorffen o dan y fersiwn y dechreuodd gyda hi.
   *[other] Mae { $n } drafft yn gorffen o dan y fersiwn y dechreuon nhw gyda hi.
}
publishing-affects-cases = { $n ->
    [0] Nid oes achos a anfonwyd ar agor.
    [one] Mae { $n } achos a anfonwyd yn cadw ei reolau ac yn dilyn y geiriau newydd.
   *[other] Mae { $n } achos a anfonwyd yn cadw eu rheolau ac yn dilyn y geiriau newydd.
}
publishing-preview = Rhagolwg
publishing-preview-say = Mae rhagolwg yn rhedeg yn ei gyfeiriad ei hun, gyda’i achosion ei hun. Nid oes neges yn ei adael, nid oes dim ynddo’n cyfrif, ac mae’r cyfan yn cael ei ddileu ar ôl { $days } diwrnod. Gall pwy bynnag sydd â’r cyfeiriad ei weld.
publishing-preview-begin = Dechrau rhagolwg
publishing-preview-open = Agor y rhagolwg
publishing-preview-end = Gorffen y rhagolwg a dileu ei achosion
publishing-publish = Cyhoeddi
publishing-publish-two = Mae’n rhaid i berchennog arall y gwasanaeth gytuno cyn iddi fynd yn fyw.
publishing-note = Pam mae’r fersiwn hon yn cael ei chyhoeddi?
publishing-note-hint = Mae’n aros ar gofnod.
publishing-day = Pryd ddylai fynd yn fyw?
publishing-day-hint = Gadewch y diwrnod a’r amser yn wag i’w chyhoeddi ar unwaith. Amseroedd { $zone } yw’r rhain.
publishing-time = Amser
publishing-time-hint = Er enghraifft, 08:30
publishing-publish-button = Cyhoeddi’r fersiwn hon
publishing-ask-button = Gofyn am gyhoeddi’r fersiwn hon
publishing-agree = Cytuno
publishing-agree-say = Darllenwch beth sy’n newid ac ar bwy y mae’n effeithio. Os cytunwch, bydd yn mynd yn fyw { $when }.
publishing-agree-at-once = ar unwaith
publishing-agree-at = ar { $moment }
publishing-agree-button = Cytuno a chyhoeddi
publishing-own = Chi ofynnodd am y fersiwn hon, felly mae’n rhaid i rywun arall gytuno arni.
publishing-withdraw = Ei thynnu’n ôl
publishing-withdraw-say = Ni chaiff ei chyhoeddi wedyn. Gallwch ddod â hi i mewn eto.
publishing-withdraw-button = Tynnu’r fersiwn hon yn ôl
publishing-error-note-missing = Rhowch pam mae’r fersiwn hon yn cael ei chyhoeddi
publishing-error-note-long = Mae’n rhaid i’r rheswm dros gyhoeddi’r fersiwn hon fod yn 1,000 nod neu lai
publishing-error-day = Rhowch ddiwrnod go iawn ac amser fel 08:30, neu gadewch y ddau’n wag
publishing-error-ahead = Mae’n rhaid i’r diwrnod a’r amser fod yn y dyfodol, ac o fewn blwyddyn
publishing-error-moved-on = Gwnaeth rhywun rywbeth i’r fersiwn hon ers i chi agor y dudalen. Edrychwch arni eto.
publishing-error-live-changed = Aeth fersiwn arall yn fyw ers i chi agor y dudalen. Edrychwch ar yr hyn sy’n newid nawr.
publishing-error-live = Mae’r fersiwn hon yn fyw’n barod.
publishing-error-same-person = Chi ofynnodd am y fersiwn hon. Mae’n rhaid i rywun arall gytuno.
publishing-preview-title = Rhagolwg
publishing-preview-banner = Rhagolwg o wasanaeth yw hwn. Nid oes dim a anfonwch yn cyrraedd neb.
publishing-preview-messages = Negeseuon y rhagolwg hwn
publishing-preview-messages-none = Ni ysgrifennwyd neges eto.
watching-job-move-drafts = Symud drafftiau i fersiwn newydd
staff-event-moved = Symudwyd y cais i fersiwn newydd o’r gwasanaeth
