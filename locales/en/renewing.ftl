### Renewing what was issued.

# The page that the link of a message leads to. $service is the name of the service.
renewing-link-title = Renew what you have
renewing-link-say = You followed a link from ‘{ $service }’. Before we show what we know of you, we ask you for something that only you know.
renewing-link-button = Continue
renewing-link-old-title = This link no longer works
renewing-link-old = It is too old, or what it was for is no longer held. If you need it again, apply from the start.
renewing-link-start = Go to the start page

# $what is what was issued, such as Registration; $number its number.
renewing-title = Renewal: { $what } { $number }
renewing-title-cannot = Renewal: { $what }
renewing-expires = It runs out on { $date }.
renewing-until = You can renew it until { $date }.
renewing-what = What we know already
renewing-what-say = We put these answers in for you. You can change each of them before you send your renewal.
renewing-asked-again = We ask again for files, and for what you sign or declare.
renewing-begin = Start your renewal
renewing-continue = Continue your renewal
renewing-begun = You have begun a renewal and not sent it yet.
renewing-sent = You have sent a renewal. Its reference is { $reference }. We will write to you when it is decided.
renewing-too-early = It runs out on { $date }. You can renew it from { $from }. Come back then, with the link in the message that we will send you, or with this one.
renewing-too-late = It ran out on { $date }. It could be renewed until { $until }. If you still need it, apply again.
renewing-taken-away = It is no longer valid, so it cannot be renewed. If you need it, apply again.
renewing-forever = It has no end date, so you do not need to renew it.
renewing-done = It has been renewed already.
renewing-nothing = There is nothing here that can be renewed.
renewing-apply = Apply again
renewing-status = See where your application is

# Check answers. $number is the number that it keeps.
renewing-check = You are renewing { $number }, which runs out on { $date }. It keeps its number.
renewing-check-late = You are renewing { $number }, which ran out on { $date }. It keeps its number.

# On the screen of a case.
renewing-staff-title = Renewal
renewing-staff-before = It renews what this case was issued
renewing-staff-after = Renewed by
renewing-staff-erased = a case that has been erased
renewing-staff-draft = begun and not sent
renewing-staff-can = It can be renewed until { $date }. Start a renewal for somebody on the telephone: you get a code, and they tell you what only they know.
renewing-staff-begin = Start a renewal
renewing-staff-code = The code of the renewal is { $code }. Open it with this code; the person says what only they know.
renewing-staff-open = Open the renewal with its code
staff-event-renewal-begun = Renewal begun
staff-event-refund-due = To be paid back
staff-event-entry-renewed = Renewed

# How long answers are kept: $time such as 7 years, $what such as Registration.
renewing-kept-after = { $time } after { $what } comes to an end
