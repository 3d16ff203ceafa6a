### Ffi sy’n cael ei thalu ar ôl i gais gael ei ganiatáu.

to-pay-check = Dim ond os byddwn yn caniatáu eich cais y byddwch yn talu’r ffi. Byddwn yn ysgrifennu atoch bryd hynny.

to-pay-status = Yn aros am eich taliad
to-pay-status-say = Gallwn roi i chi yr hyn y gwnaethoch gais amdano. Bydd gennych chi cyn gynted ag y bydd y ffi wedi’i thalu.
# $amount is money: £154; $date is a day
to-pay-status-pay = Talwch { $amount } erbyn { $date }.
to-pay-status-application = Eich cais

to-pay-message-subject = Talu’r ffi: { $service }
to-pay-message-say = Gallwn roi i chi yr hyn y gwnaethoch gais amdano gyda ‘{ $service }’. Bydd gennych chi cyn gynted ag y bydd y ffi wedi’i thalu.
to-pay-message-amount = Y ffi yw { $amount }. Talwch hi erbyn { $date }.
to-pay-message-reference = Rhowch y cyfeirnod hwn wrth dalu: { $reference }
to-pay-message-page = Mae lle mae eich cais wedi’i gyrraedd i’w weld ar ei dudalen. Ewch iddi gyda’r cod a gawsoch neu drwy ofyn am ddolen: { $link }

waiting-tell-not-paid-subject = Ni thalwyd y ffi: { $service }
waiting-tell-not-paid = Mae’r amser i dalu ffi eich cais am ‘{ $service }’ ar ben. Byddwn yn edrych arno eto ac yn ysgrifennu atoch ar ôl i ni benderfynu.

to-pay-staff-until = I’w dalu erbyn
to-pay-staff-say = Mae’r cais hwn wedi’i ganiatáu, a bydd yn dod i rym pan fydd y ffi wedi’i thalu.
# $means is a means of paying, $reference that of the application
to-pay-sure-paid = Talwyd { $amount } drwy { $means } am { $reference }. Nid oes dim ar ôl i’w dalu, felly mae’r hyn a benderfynwyd yn dod i rym.
to-pay-sure-waive = Mae { $amount } yn cael ei hepgor am { $reference }. Mae’r hyn a benderfynwyd yn dod i rym.

staff-event-asked-to-pay = Gofynnwyd am dalu’r ffi
staff-event-not-paid = Ni thalwyd y ffi mewn pryd
