### Welsh. The notes are in locales/en/waiting.ftl.

waiting-check-not-yet = Nid yw eich cais yn cael ei anfon eto pan fyddwch yn dewis y botwm. Cedwir eich atebion fel y maent tan hynny.
waiting-check-button = Derbyn a pharhau
waiting-check-signature = Rhaid i rywun arall lofnodi cyn i’ch cais gael ei anfon. Byddwn yn anfon e-bost â dolen atynt.
waiting-check-payment = Byddwch yn talu { $amount } ar ôl hyn, ac yna bydd eich cais yn cael ei anfon.

waiting-payment-title = Talu’r ffi
waiting-payment-say = Talwch { $amount } erbyn { $date }. Byddwn yn anfon eich cais cyn gynted ag y bydd y ffi wedi’i thalu.
waiting-payment-closed = Gallwch gau’r dudalen hon. Nid oes angen i chi ddod yn ôl ati.
waiting-reference = Y cyfeirnod i’w roi wrth dalu
waiting-payment-how = Sut i dalu
waiting-payment-refund = Pryd y byddwn yn ad-dalu’r ffi

waiting-signature-title = Yn aros am lofnod
waiting-signature-say = Anfonwyd dolen at { $name } yn { $email }. Gall lofnodi tan { $date }.
waiting-signature-then-pay = Byddwch yn talu’r ffi ar ôl y llofnod.
waiting-signature-closed = Gallwch gau’r dudalen hon. Byddwn yn ysgrifennu atoch pan fydd rhywbeth yn digwydd.
waiting-signed = Llofnododd { $name } ar { $date }.
waiting-ask-again = Anfon y ddolen eto
waiting-asked-again = Anfonwyd dolen newydd. Nid yw’r un flaenorol yn gweithio bellach.
waiting-answers = Eich atebion
waiting-change = Newid ateb
waiting-change-say = Os newidiwch ateb, nid yw llofnod yn cyfrif bellach a bydd yr hyn a dalwyd gennych yn cael ei ad-dalu.
waiting-resume-say = Anfonoch eich atebion, ac maent yn aros am lofnod neu am y ffi.

waiting-ended-changed = Aethoch yn ôl i newid eich atebion. Nid anfonwyd dim.
waiting-ended-declined = Ni lofnododd y person arall. Y rheswm: { $reason }
waiting-ended-time = Mae’r amser i lofnodi neu i dalu ar ben. Nid anfonwyd dim. Gallwch anfon eich atebion eto.
waiting-ended-signature = Nid yw llofnod { $name } yn cyfrif bellach.

waiting-link-title = Llofnodi cais
waiting-link-say = Mae rhywun yn gwneud cais am ‘{ $service }’ ac mae angen eich llofnod. Mae’r ddolen yn gweithio unwaith.
waiting-link-used-title = Defnyddiwyd y ddolen hon
waiting-link-used = Ewch ymlaen lle’r agoroch hi, neu gofynnwch i’r ymgeisydd anfon dolen arall atoch.
waiting-link-signed-title = Rydych wedi llofnodi
waiting-link-signed = Nid oes dim mwy i chi ei wneud.
waiting-link-void-title = Nid oes dim i’w lofnodi
waiting-link-void = Newidiodd yr ymgeisydd ateb, neu mae’r amser ar ben. Nid yw llofnod a roddwyd gennych yn cyfrif bellach. Gallant anfon dolen arall atoch.
waiting-link-unknown = Gofynnwch i’r ymgeisydd anfon dolen arall atoch.

waiting-sign-title = Llofnodi’r cais hwn
waiting-sign-intro = { $name }, gofynnir i chi lofnodi cais am ‘{ $service }’.
waiting-sign-answers = Eu hatebion
waiting-sign-declaration = Datganiad
waiting-sign-name = Eich enw llawn
waiting-sign-name-hint = Drwy deipio eich enw rydych yn llofnodi’r datganiad.
waiting-sign-button = Llofnodi
waiting-sign-decline-title = Os nad ydych am lofnodi
waiting-sign-reason = Pam nad ydych yn llofnodi?
waiting-sign-reason-hint = Bydd yr ymgeisydd yn darllen hyn.
waiting-sign-decline = Peidio â llofnodi
waiting-sign-name-needed = Rhowch eich enw llawn
waiting-sign-reason-needed = Rhowch pam nad ydych yn llofnodi
waiting-sign-too-long = Rhaid i hyn fod yn 200 nod neu lai
waiting-signed-title = Rydych wedi llofnodi
waiting-signed-say = Byddwn yn dweud wrth yr ymgeisydd. Gallwch gau’r dudalen hon.
waiting-declined-title = Nid ydych wedi llofnodi
waiting-declined-say = Byddwn yn dweud wrth yr ymgeisydd, gyda’ch rheswm. Gallwch gau’r dudalen hon.
waiting-second-person = Ail berson

waiting-sign-email-subject = Llofnodi cais: { $service }
waiting-sign-email-body = Mae rhywun yn gwneud cais am ‘{ $service }’ a rhoddodd eich cyfeiriad i ni, am fod rhaid i chi lofnodi hefyd.
waiting-sign-email-use = Defnyddiwch y ddolen hon tan { $date }. Mae’n gweithio unwaith:
waiting-sign-email-not-you = Os nad yw hyn i chi, nid oes angen i chi wneud dim.

waiting-tell-asked-to-pay-subject = Talu’r ffi: { $service }
waiting-tell-asked-to-pay = Bydd eich cais am ‘{ $service }’ yn cael ei anfon cyn gynted ag y bydd y ffi wedi’i thalu. Mae’r swm a sut i dalu ar ei dudalen.
waiting-tell-declined-subject = Ni lofnodwyd eich cais: { $service }
waiting-tell-declined = Ni lofnododd y person a enwyd gennych eich cais am ‘{ $service }’. Nid anfonwyd dim. Mae’r rheswm uwchben eich atebion.
waiting-tell-wait-ended-subject = Nid anfonwyd eich cais: { $service }
waiting-tell-wait-ended = Mae’r amser i lofnodi neu i dalu am eich cais am ‘{ $service }’ ar ben. Nid anfonwyd dim. Gallwch anfon eich atebion eto.
waiting-tell-reference = Eich cyfeirnod yw { $reference }.
waiting-tell-go-on = Ewch ymlaen ag ef yma, gyda’r cod a gawsoch neu drwy ofyn am ddolen:
waiting-tell-not-you = Os nad yw hyn i chi, nid oes angen i chi wneud dim.

staff-event-checked = Derbyniwyd yr atebion gan yr ymgeisydd
staff-event-answered = Newidiwyd ateb
staff-event-ways-back-changed = Newidiwyd sut i ddod yn ôl
staff-event-link-opened = Agorodd yr ail berson ei ddolen
staff-event-asked-again = Anfonwyd dolen arall at yr ail berson
staff-event-signed = Llofnodwyd gan yr ail berson
staff-event-declined = Ni lofnododd yr ail berson
staff-event-taken-back = Tynnwyd yn ôl gan yr ymgeisydd
staff-event-wait-ended = Roedd yr amser i lofnodi neu i dalu ar ben
staff-event-paid = Nodwyd taliad
staff-event-waived = Hepgorwyd y ffi
staff-event-paid-back = Ad-dalwyd
