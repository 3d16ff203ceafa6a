### Answers that repeat: the list of what was added, its errors, and removing one.
### The pages of a row itself are like those of any other question, in apply.ftl.
###
### $each   what one is, in the words of the service: job
### $Each   the same with a capital first letter
### $many   what several are, as after a number: jobs
### $n      how many
### $row    one of them: Job 2, or Job 2, Acme Ltd

## The list

# Above each page of a row, and before its answers: Job 2
rows-numbered = { $Each } { $n }
rows-numbered-of = { $Each } { $n } o { $of }
# In place of a list
rows-none = Heb ychwanegu dim
# Headings. $n is 2 or more
rows-added-many = Rydych wedi ychwanegu { $n } { $many }
rows-added-one = Rydych wedi ychwanegu 1 { $each }
rows-added-none = Nid ydych wedi ychwanegu dim { $many } eto
# Where the service has no word for several
rows-added = Ychwanegwyd hyd yma: { $n }
rows-another = Oes angen ychwanegu { $each } arall?
rows-any = Oes angen ychwanegu unrhyw nifer { $many }?
rows-any-plain = Oes angen ychwanegu un?
# The most is reached
rows-full = Ni allwch ychwanegu mwy: { $n } yw’r nifer fwyaf.
# It is known how many there must be
rows-needed = Mae angen ychwanegu { $n } i gyd.
# Beside one with a question that is not answered yet
rows-incomplete = Heb ei orffen
# A link
rows-remove = Dileu
# A heading above yes and no
rows-remove-title = Ydych chi’n siŵr eich bod am ddileu { $row }?
rows-changed = Newidiwyd y rhestr hon tra oedd eich tudalen ar agor. Mae’n dangos yr hyn sydd wedi’i gadw nawr.

## Errors

error-rows-empty = Dewiswch oes os oes angen ychwanegu { $each } arall
error-rows-remove-empty = Dewiswch ydw os ydych am ei ddileu
# $row is a number
error-rows-incomplete = Gorffennwch { $each } { $row }, neu dilëwch yr eitem
error-rows-same = Newidiwch neu dilëwch { $each } { $row }: mae yr un fath ag un arall
# Beside the question whose answer was given before
error-rows-twice = Rydych eisoes wedi rhoi’r ateb hwn ar gyfer { $each } arall
error-rows-too-few = { $n ->
    [one] Ychwanegwch o leiaf 1 { $each }
   *[other] Ychwanegwch o leiaf { $n }
}
error-rows-exactly = { $n ->
    [one] Ychwanegwch neu dilëwch rai nes bod 1 { $each }
   *[other] Ychwanegwch neu dilëwch rai nes bod { $n }
}
error-rows-too-many = { $n ->
    [one] Dilëwch rai: dim ond 1 { $each } y gallwch ei gael
   *[other] Dilëwch rai: gallwch gael hyd at { $n }
}
