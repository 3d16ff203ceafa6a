### Words about time that the language data of ICU does not give.
### Names of months and days, and dates written out, come from ICU and are not here.

# A day with a clock time. $date and $time are written out by ICU
dates-day-and-time = { $date } at { $time }
dates-named-day = { $weekday } { $date }
# The two clock times that people misread
dates-midday = midday
dates-midnight = midnight
# A span of days, $from and $to included
dates-from-to = { $from } to { $to }
# The last day of something
dates-until = until { $date }
# How long something takes or lasts
dates-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
dates-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
dates-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
dates-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
dates-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
dates-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
dates-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
