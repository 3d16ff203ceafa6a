### Times that can be booked: the page of a question of times, and what staff see.
###
### $date  a day
### $time  a time of day, or a day with a time
### $n     how many

## Errors

error-slots-empty = Choose a time
error-slots-wrong = Choose times from those that are shown
error-slots-not-offered = { $date } at { $time } cannot be booked. Choose another time
error-slots-outside = { $date } at { $time } is too soon or too far ahead. Choose another time
error-slots-full = { $date } at { $time } is full now. Choose another time
error-slots-too-many = { $n ->
    [one] You can choose 1 time only
   *[other] You can choose up to { $n } times
}
error-slots-too-few = { $n ->
    [one] Choose 1 time
   *[other] Choose at least { $n } times
}

## The page

slots-chosen = Times you chose, the best first
slots-none-chosen = You have not chosen a time yet.
slots-full-choice = { $n ->
    [one] You have chosen a time. To choose another, remove it first.
   *[other] You have chosen as many times as you can: { $n }. To choose another, remove one first.
}
slots-none-free = No times are free. You can come back later to look again.
slots-none-this-week = There are no times on these days.
slots-changed = The times were changed in another window or on another device. Check them and continue.
slots-full = Full
slots-is-chosen = Chosen
# Hidden words before a time on its button
slots-choose = Choose
# Buttons beside a time that was chosen
slots-up = Move up
slots-remove = Remove
# Hidden name of the links to other weeks
slots-weeks = Weeks
slots-week-before = Earlier week
slots-week-after = Later week

## What was booked

slots-booked = Booked
slots-booked-places = { $n ->
    [one] { $time }, 1 place
   *[other] { $time }, { $n } places
}
slots-kept-after = { $time } after the time that is booked
slots-staff-none-free = None of the times that were chosen is free. Choose another outcome

## The calendars of staff

slots-staff-title = Booked times
slots-staff-none = You see no calendar.
slots-staff-day = Day
slots-staff-booked = Places booked
slots-staff-free = Places free
slots-staff-no-times = No times
# $booked  how many places are booked
# $free    how many are free
slots-staff-taken = Booked: { $booked }. Free: { $free }.
slots-staff-places = { $n ->
    [one] 1 place
   *[other] { $n } places
}
slots-staff-hidden = { $n ->
    [one] 1 place is of a case that you cannot see.
   *[other] { $n } places are of cases that you cannot see.
}
slots-staff-closed = Closed
slots-staff-closed-by-service = Closed by the service
slots-staff-close-it = Close this time
slots-staff-open-it = Open this time again
