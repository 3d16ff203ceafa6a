### What a decision issues, and the public register of it.

issues-title = What was issued
issues-number = Number
issues-issued = Issued on
issues-expires = Valid until
issues-forever = No end date
issues-state = Status
issues-state-live = Valid
issues-state-suspended = Suspended
issues-state-revoked = Revoked
issues-state-ended = Ended
issues-state-expired = Expired
issues-pays = Payment
issues-pays-from = Paid from

# $amount is money: £83.30
issues-pays-days = { $n ->
    [one] { $amount } a day
   *[other] { $amount } every { $n } days
}
issues-pays-weeks = { $n ->
    [one] { $amount } a week
   *[other] { $amount } every { $n } weeks
}
issues-pays-months = { $n ->
    [one] { $amount } a month
   *[other] { $amount } every { $n } months
}
issues-pays-years = { $n ->
    [one] { $amount } a year
   *[other] { $amount } every { $n } years
}

# On the screen of a case.
issues-change = What do you want to do?
issues-suspend = Suspend it
issues-revoke = Revoke it
issues-end = End it
issues-restore = Make it valid again
issues-reason = Why
issues-change-button = Save this change
issues-choose = Select what you want to do
issues-reason-needed = Enter why
issues-reason-too-long = The reason must be 500 characters or fewer

staff-event-entry-issued = Issued
staff-event-entry-suspended = Suspended
staff-event-entry-revoked = Revoked
staff-event-entry-ended = Ended
staff-event-entry-restored = Made valid again

issues-certificate = Open the certificate to print or keep it
issues-certificate-not-valid = This is not valid at present.
issues-certificate-verify = Anyone can check this number at:
watching-look-certificate = A certificate

register-title = Public register
# $what is what is issued, such as Registration.
register-title-of = Public register: { $what }
register-say = Anyone can search this register and check a number in it.
register-search = Search by words or a number
register-button = Search
register-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
# $what is what was typed.
register-found = { $n ->
    [0] Nothing was found for “{ $what }”
    [one] { $n } entry was found for “{ $what }”
   *[other] { $n } entries were found for “{ $what }”
}
register-none-say = Check the spelling, or type fewer words.
register-empty = There are no entries yet
register-all = Show the whole register
register-entry = Entry
register-csv = Download the whole register (CSV)
register-updated = Last updated on { $date }.
register-pages = Pages of the register
register-page = Page { $n }
register-previous = Previous page
register-next = Next page
# $moment is a day with a time.
register-as-of = This is how it stood on { $moment }.
register-suspended = This is suspended and not valid at present.
register-revoked = This was revoked and is no longer valid.
register-expired = This has expired and is no longer valid.
register-ended = This has ended and is no longer valid.
register-no-entry = There is no entry with that number
register-no-entry-say = Check the number. If it stands on a certificate, the certificate may not be genuine.
