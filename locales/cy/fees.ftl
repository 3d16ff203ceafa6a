### Welsh. The notes are in locales/en/fees.ftl.

fees-title = Y gost
fees-fee = Ffi
fees-total = Cyfanswm
fees-left = Ar ôl i’w dalu

fees-start-costs = Mae’n costio { $amount }.
fees-start-depends = Mae’r gost yn dibynnu ar eich atebion. Byddwch yn gweld y ffi cyn i chi anfon dim:
fees-start-line = { $for }: { $amount }
fees-start-less = { $for }: { $amount } yn llai

fees-paid = Talwyd drwy { $means }, derbynneb { $reference }
fees-to-refund = Talwyd drwy { $means }, derbynneb { $reference }, i’w ad-dalu
fees-refunded = Ad-dalwyd ({ $means }, derbynneb { $reference })
fees-waived = Hepgorwyd
fees-waived-void = Hepgorwyd cyn i ateb gael ei newid, ac nid yw’n cyfrif bellach
fees-means-card = cerdyn
fees-means-cash = arian parod
fees-means-transfer = trosglwyddiad banc
fees-means-cheque = siec

fees-staff-title = Ffioedd
fees-staff-unpaid = Yn aros am daliad
fees-staff-none = Nid oes cais yn aros am ei ffi.
fees-staff-service = Gwasanaeth
fees-staff-since = Ers
fees-staff-refunds = I’w ad-dalu
fees-staff-how = Sut y talwyd
fees-staff-done = Ad-dalwyd
fees-staff-paid-back = Nodi fel wedi’i ad-dalu
fees-staff-note = Nodi fel wedi’i dalu
fees-staff-note-button = Parhau
fees-staff-amount = Swm
fees-staff-means = Sut y talwyd?
fees-staff-receipt = Rhif y dderbynneb
fees-staff-receipt-hint = Neu’r hyn y mae’r banc yn galw’r taliad
fees-staff-waive = Hepgor y ffi
fees-staff-waive-reason = Pam mae’r ffi’n cael ei hepgor?
fees-staff-waive-hint = Mae’r rheswm yn aros ar y cofnod. Nid yw’r ymgeisydd yn ei weld.
fees-staff-waive-button = Hepgor y ffi
fees-staff-waits-no-more = Nid yw’r cais hwn yn aros am daliad.
fees-staff-not-waiting = Nid yw’r cais hwn yn aros am daliad bellach
fees-staff-changed = Talwyd neu newidiwyd rhywbeth ers i chi agor y dudalen hon. Gwiriwch beth sydd ar ôl i’w dalu
fees-staff-wrong-amount = Rhowch swm nad yw’n fwy na’r hyn sydd ar ôl i’w dalu, megis 20.50
fees-staff-no-means = Dewiswch sut y talwyd
fees-staff-receipt-needed = Rhowch rif y dderbynneb
fees-staff-reason-needed = Rhowch pam mae’r ffi’n cael ei hepgor
fees-staff-too-long = Mae hyn yn rhy hir. Byrhewch ef

fees-sure-title = Gwirio’r hyn rydych ar fin ei nodi
fees-sure-paid = Talwyd { $amount } drwy { $means } am { $reference }. Nid oes dim ar ôl i’w dalu, felly mae’r cais yn cael ei anfon.
fees-sure-part = Talwyd { $amount } drwy { $means } am { $reference }. Mae’r cais yn aros am y gweddill.
fees-sure-waive = Mae { $amount } yn cael ei hepgor am { $reference }. Mae’r cais yn cael ei anfon.
fees-sure-paid-button = Nodi fel wedi’i dalu
fees-sure-waive-button = Hepgor y ffi
fees-sure-back = Mynd yn ôl

staff-role-cashier = Ariannwr
