### Yr hyn y mae penderfyniad yn ei roi, a'r gofrestr gyhoeddus ohono.

issues-title = Yr hyn a roddwyd
issues-number = Rhif
issues-issued = Rhoddwyd ar
issues-expires = Yn ddilys tan
issues-forever = Dim dyddiad gorffen
issues-state = Statws
issues-state-live = Dilys
issues-state-suspended = Wedi'i atal
issues-state-revoked = Wedi'i ddiddymu
issues-state-ended = Wedi dod i ben
issues-state-expired = Wedi darfod
issues-pays = Taliad
issues-pays-from = Telir o

issues-pays-days = { $n ->
    [one] { $amount } y diwrnod
   *[other] { $amount } bob { $n } diwrnod
}
issues-pays-weeks = { $n ->
    [one] { $amount } yr wythnos
   *[other] { $amount } bob { $n } wythnos
}
issues-pays-months = { $n ->
    [one] { $amount } y mis
   *[other] { $amount } bob { $n } mis
}
issues-pays-years = { $n ->
    [one] { $amount } y flwyddyn
   *[other] { $amount } bob { $n } blynedd
}

issues-change = Beth ydych chi am ei wneud?
issues-suspend = Ei atal
issues-revoke = Ei ddiddymu
issues-end = Dod ag ef i ben
issues-restore = Ei wneud yn ddilys eto
issues-reason = Pam
issues-change-button = Cadw'r newid hwn
issues-choose = Dewiswch beth rydych chi am ei wneud
issues-reason-needed = Nodwch pam
issues-reason-too-long = Rhaid i'r rheswm fod yn 500 o gymeriadau neu lai

staff-event-entry-issued = Rhoddwyd
staff-event-entry-suspended = Wedi'i atal
staff-event-entry-revoked = Wedi'i ddiddymu
staff-event-entry-ended = Wedi dod i ben
staff-event-entry-restored = Wedi'i wneud yn ddilys eto

issues-certificate = Agor y dystysgrif i'w hargraffu neu ei chadw
issues-certificate-not-valid = Nid yw hwn yn ddilys ar hyn o bryd.
issues-certificate-verify = Gall unrhyw un wirio'r rhif hwn yn:
watching-look-certificate = Tystysgrif

register-title = Cofrestr gyhoeddus
register-title-of = Cofrestr gyhoeddus: { $what }
register-say = Gall unrhyw un chwilio'r gofrestr hon a gwirio rhif ynddi.
register-search = Chwilio yn ôl geiriau neu rif
register-button = Chwilio
register-count = { $n ->
    [one] { $n } cofnod
   *[other] { $n } cofnod
}
register-found = { $n ->
    [0] Ni chafwyd hyd i ddim ar gyfer “{ $what }”
    [one] Cafwyd hyd i { $n } cofnod ar gyfer “{ $what }”
   *[other] Cafwyd hyd i { $n } cofnod ar gyfer “{ $what }”
}
register-none-say = Gwiriwch y sillafu, neu teipiwch lai o eiriau.
register-empty = Nid oes unrhyw gofnodion eto
register-all = Dangos y gofrestr gyfan
register-entry = Cofnod
register-csv = Lawrlwytho'r gofrestr gyfan (CSV)
register-updated = Diweddarwyd ddiwethaf ar { $date }.
register-pages = Tudalennau'r gofrestr
register-page = Tudalen { $n }
register-previous = Tudalen flaenorol
register-next = Tudalen nesaf
register-as-of = Dyma sut yr oedd ar { $moment }.
register-suspended = Mae hwn wedi'i atal ac nid yw'n ddilys ar hyn o bryd.
register-revoked = Diddymwyd hwn ac nid yw'n ddilys mwyach.
register-expired = Mae hwn wedi darfod ac nid yw'n ddilys mwyach.
register-ended = Mae hwn wedi dod i ben ac nid yw'n ddilys mwyach.
register-no-entry = Nid oes cofnod gyda'r rhif hwnnw
register-no-entry-say = Gwiriwch y rhif. Os yw ar dystysgrif, efallai nad yw'r dystysgrif yn ddilys.
