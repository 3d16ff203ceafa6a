### "Ydw i wedi gwneud hyn yn barod?": y dudalen cyn y cwestiynau, a'r neges i'r cyfeiriad yn y cais.
### Mae teitl a geiriau'r gwasanaeth ei hun wrth ymyl y rhain. Enw'r gwasanaeth yw $service.

# Uwchben y cwestiynau
already-how = Rhowch yr un manylion ag a roesoch yn eich cais.
already-how-told = Ni allwn ddangos ar y dudalen hon a wnaethoch gais. Os oes gennym gais gyda’r manylion hyn, byddwn yn anfon neges i’r cyfeiriad sydd ynddo.
already-button = Gofyn
# Ar ôl gofyn: yr un dudalen, boed cais neu beidio
already-asked-title = Disgwyliwch am neges
already-asked-say = Os oes gennym gais gyda’r manylion hyn, rydym yn anfon neges i’r cyfeiriad sydd ynddo.
already-asked-when = Mae e-bost yn cymryd ychydig funudau. Os nad oes cyfeiriad e-bost yn y cais, byddwn yn anfon llythyr. Os gofynnodd rhywun yn ystod y 24 awr diwethaf, ni fyddwn yn anfon e-bost arall.
# Uwchben geiriau'r gwasanaeth i bobl na wnaethant gais
already-none-title = Os na ddaw neges
already-none-say = Yna nid oes gennym gais gyda’r union fanylion hyn. Ni cheir hyd i enw sydd wedi’i ysgrifennu’n wahanol.
already-start = Mynd i ddechrau’r gwasanaeth

## Y neges

already-message-subject = Gofynnoch am gais: { $service }
already-message-why = Gofynnoch chi, neu rywun arall, a oes gennym gais gyda’ch manylion ar gyfer y gwasanaeth hwn: { $service }.
# Rhif y cais yw $reference
already-message-reference = Eich cyfeirnod yw { $reference }.
already-message-not-you = Os na ofynnoch, nid oes angen i chi wneud dim. Ni ddywedom wrth neb ond chi.
