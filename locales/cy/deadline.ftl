### Diwrnod olaf gwasanaeth, fel yr un i gofrestru ar gyfer etholiad.
### Yr hyn sy'n dod i ben yw $name: yr etholiadau ar 6 Mai 2027. Dyddiau gydag amseroedd yw $when, $end a $counted

# Ar y dudalen gychwyn ac uwchben "Derbyn ac anfon", ar ôl y diwrnod olaf, i'r sawl a ddaeth neu a ddechreuodd cyn hynny
deadline-still = Mae’r diwrnod olaf wedi mynd heibio, ond dechreuoch mewn pryd. Anfonwch eich atebion a byddant yn cyfrif ar gyfer { $name }.
# Ar y cadarnhad
deadline-was-in-time = Roeddech mewn pryd ar gyfer { $name }.
deadline-was-late = Roeddech yn rhy hwyr ar gyfer { $name }. Y diwrnod olaf oedd { $when }.
# Ar y dudalen statws ac i staff
deadline-row = Diwrnod olaf
deadline-in-time = Mewn pryd
deadline-late = Yn rhy hwyr
deadline-staff-in-time = Mewn pryd: { $counted } sy’n cyfrif, y funud olaf oedd { $end }
deadline-staff-late = Yn rhy hwyr: { $counted } sy’n cyfrif, y funud olaf oedd { $end }
