### Geiriau am amser nad yw data iaith ICU yn eu rhoi.
### Daw enwau misoedd a dyddiau, a dyddiadau llawn, o ICU ac nid ydynt yma.

# Diwrnod gydag amser. Mae ICU yn ysgrifennu $date a $time
dates-day-and-time = { $date } am { $time }
dates-named-day = { $weekday } { $date }
# Y ddau amser y mae pobl yn eu camddarllen
dates-midday = hanner dydd
dates-midnight = hanner nos
# Cyfnod o ddyddiau, gan gynnwys $from a $to
dates-from-to = { $from } i { $to }
# Diwrnod olaf rhywbeth
dates-until = tan { $date }
# Faint o amser mae rhywbeth yn ei gymryd neu'n para
dates-minutes = { $n ->
    [one] 1 funud
    [two] 2 funud
   *[other] { $n } munud
}
dates-hours = { $n ->
    [one] 1 awr
   *[other] { $n } awr
}
dates-days = { $n ->
    [one] 1 diwrnod
    [two] 2 ddiwrnod
   *[other] { $n } diwrnod
}
dates-working-days = { $n ->
    [one] 1 diwrnod gwaith
    [two] 2 ddiwrnod gwaith
   *[other] { $n } diwrnod gwaith
}
dates-weeks = { $n ->
    [one] 1 wythnos
   *[other] { $n } wythnos
}
dates-months = { $n ->
    [one] 1 mis
    [two] 2 fis
   *[other] { $n } mis
}
dates-years = { $n ->
    [one] 1 flwyddyn
    [two] 2 flynedd
    [few] 3 blynedd
    [4] 4 blynedd
    [many] 6 blynedd
   *[other] { $n } mlynedd
}
