### Words for the list of e-mails, and for the messages of a case.

emails-title = E-byst
emails-say = Mae testun e-bost ar dudalen ei achos, i'r rhai sy'n cael gweld yr achos. Daw e-byst yr achosion diweddaraf yn gyntaf.
emails-files = Nid oes gweinydd post wedi'i osod. Cedwir e-byst fel ffeiliau yn y ffolder post ac nid ydynt yn cyrraedd neb nes bod un wedi'i osod.
emails-none = Nid oes e-byst.
emails-pages = Tudalennau o e-byst
emails-next = Tudalen nesaf
emails-open = Agor yr achos
emails-email = E-bost
emails-waiting = Yn aros
emails-sent = Wedi'i anfon
emails-posted = Wedi'i bostio
emails-failed = Wedi methu
emails-messages = Negeseuon
emails-no-messages = Nid oes negeseuon wedi'u hysgrifennu.
emails-to = At
# A message that lets the applicant back into their application
emails-private = Mae gan y neges hon ddolen i'r ymgeisydd yn unig. Ni ddangosir ei thestun.

## Filters of a queue
filter-age = Cyflwynwyd o leiaf hyn o ddyddiau yn ôl
filter-age-wrong = Rhaid i nifer y dyddiau ers cyflwyno fod yn rhif cyfan, fel 14
filter-due = I'w benderfynu ar neu cyn
filter-due-hint = Er enghraifft, 27 3 2027
filter-due-wrong = Rhaid i'r diwrnod fod yn ddyddiad go iawn, fel 27 3 2027
