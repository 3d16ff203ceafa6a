### Taking an application back, or a booking.

# On the status page
withdraw-link = Withdraw your application
withdraw-link-booking = Cancel your booking
withdraw-status = Withdrawn
withdraw-status-say = This was withdrawn on { $date }. Nothing more will happen. If you need it after all, apply again.

# The page that asks whether one is sure
withdraw-title = Are you sure you want to withdraw your application?
withdraw-title-booking = Are you sure you want to cancel your booking?
withdraw-say = We will stop looking at your application and will not decide it.
withdraw-say-booking = Somebody else will be able to book your time.
withdraw-no-way-back = This cannot be undone.
withdraw-button = Yes, withdraw my application
withdraw-button-booking = Yes, cancel my booking
withdraw-cancel = No, go back

# What staff see
withdraw-staff-title = Withdraw for the applicant
withdraw-staff-say = Do this only if the applicant asked for it. They get the service’s message about it.
withdraw-staff-said = How the applicant asked
withdraw-staff-said-hint = For example, ‘called on 3 May and gave the reference’
withdraw-staff-nothing = Enter how the applicant asked
withdraw-staff-sure-title = Are you sure you want to withdraw this for the applicant?
withdraw-staff-sure-say = Nobody will decide this application any more.
withdraw-staff-sure-say-booking = The booked time will be free for somebody else.
withdraw-staff-button = Withdraw
staff-event-withdrawn = Withdrawn
