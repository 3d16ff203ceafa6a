### Geiriau sut y penderfynir achos: ail swyddog, gwiriadau, a'r hyn y mae'r cyfrifiadur yn ei benderfynu.

## Ail swyddog

# A tag on a case, and a choice of the list's filter
deciding-needs-second = Angen ail swyddog
deciding-second-say = Rhaid i swyddog arall gadarnhau eich penderfyniad. Tan hynny nid oes dim wedi’i benderfynu, ac ni ddywedir dim wrth yr ymgeisydd.
deciding-propose-button = Cynnig y penderfyniad hwn
deciding-proposed-title = Penderfyniad a gynigiwyd
deciding-proposed-outcome = Canlyniad
deciding-proposed-reason = Rheswm
deciding-proposed-said = Ar gyfer y ffeil
deciding-proposed-by = Cynigiwyd gan
deciding-proposed-on = Cynigiwyd
deciding-proposed-mine = Chi a gynigiodd hyn. Rhaid i swyddog arall ei gadarnhau.
deciding-outdated = Newidiodd yr atebion ar ôl cynnig hyn. Anfonwch ef yn ôl, er mwyn penderfynu ar sail yr hyn sy’n hysbys nawr.
deciding-confirm-button = Cadarnhau’r penderfyniad a rhoi gwybod i’r ymgeisydd
deciding-back-note = Pam rydych chi’n ei anfon yn ôl?
deciding-back-button = Ei anfon yn ôl
deciding-take-back-button = Tynnu fy nghynnig yn ôl
deciding-back-nothing = Rhowch y rheswm dros ei anfon yn ôl
deciding-proposed-already = Mae penderfyniad wedi’i gynnig yn barod. Bydd swyddog arall yn ei gadarnhau neu’n ei anfon yn ôl.
deciding-not-proposed = Nid oes dim wedi’i gynnig bellach. Mae’r hanes yn dangos beth a wnaed.
deciding-not-theirs = Rhaid i rywun arall wneud hyn: mae angen dau swyddog.

## Gwiriadau

deciding-checks-title = Gwiriadau
deciding-check-none = Heb ei ateb eto
deciding-check-yes = Ie
deciding-check-no = Na
deciding-check-cannot-tell = Ni ellir dweud
deciding-check-by = { $who }, { $date }
# The other system that answered
deciding-check-system = System arall ({ $name })
deciding-check-correct = Cywiro’r ateb hwn
deciding-check-why = Pam rydych chi’n cywiro’r ateb i “{ $check }”?
deciding-check-button = Cadw’r ateb
deciding-check-nothing = Dewiswch beth mae’r gwiriad yn ei ddweud
deciding-check-why-nothing = Rhowch y rheswm dros gywiro’r ateb
deciding-check-gone = Nid oes gan y gwasanaeth hwn wiriad o’r fath bellach.

## Yr hyn y mae'r cyfrifiadur yn ei benderfynu

deciding-decided-by = Penderfynwyd gan
# Who decided, with the law that lets it
deciding-computer-under = Y cyfrifiadur, o dan { $law }
# Who decided, in the history
deciding-computer = Y cyfrifiadur

## Hanes

staff-event-proposed = Cynigiwyd
staff-event-sent-back = Anfonwyd y cynnig yn ôl
staff-event-proposal-taken-back = Tynnwyd y cynnig yn ôl
staff-event-proposal-voided = Daeth y cynnig i ben, am fod gwiriad wedi’i ateb
staff-event-check-answered = Atebwyd gwiriad
deciding-event-proposed-by = Cynigiwyd gan { $name }

## Camau, a'r hyn sy'n mynd gyntaf

deciding-urgent = Brys
deciding-stage = Cam
deciding-stage-by = Gorffen y cam erbyn
deciding-stage-to = Symudwch ef ymlaen i
deciding-stage-button = Ei symud ymlaen
deciding-stage-nothing = Dewiswch i ble i’w symud
staff-event-stage-moved = Symudwyd ymlaen

## Edrych eto

deciding-again-title = Edrych eto ar y penderfyniad
deciding-again-say = Gall yr ymgeisydd ofyn am hyn cyn apelio at { $to }. Gwneir hyn unwaith, gan rywun na benderfynodd yr achos.
deciding-again-button = Penderfynu eto a rhoi gwybod i’r ymgeisydd
deciding-again-not-theirs = Rhaid i rywun na benderfynodd yr achos hwn edrych arno eto
# On the status page
deciding-appeal-review = Os ydych yn anghytuno, gofynnwch i ni edrych eto yn gyntaf. Gallwch apelio at { $to } erbyn { $date }.
staff-event-reconsidered = Edrychwyd eto
