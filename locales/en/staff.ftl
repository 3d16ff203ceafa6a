### Words of the pages of staff.

## Round every page

# Hidden name of the bar with a person's name
staff-navigation = Staff
# Hidden name of the links in it
staff-lists = Lists
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-home-title = Your work
staff-home-say = The lists that you may open stand above.

## Signing in

staff-sign-in-title = Sign in as staff
staff-email = Email address
staff-password = Password
staff-code = Code
staff-code-hint = The 6 digits that your authenticator app shows now, or one of your recovery codes
# It does not say which of the three is wrong
staff-sign-in-wrong = Check your email address, password and code, and use a code that you have not used before

## First visit

staff-first-title = Set up how you sign in
staff-first-button = Save and show my recovery codes
staff-first-gone = This link no longer works
staff-first-gone-say = It was used, or it is older than 24 hours. Ask an administrator for a new one.
staff-name = Name
staff-name-wrong = Enter your name, in 100 characters or fewer
staff-email-wrong = Enter your email address, like name@example.com
staff-password-new = Choose a password
staff-password-hint = At least { $n } characters. Three words that do not belong together are good.
staff-password-wrong = Choose a password of at least { $n } characters
staff-codes-title = Set up one-time codes
staff-codes-say = Enter this key in your authenticator app.
staff-codes-link = Open the key in an app on this device
staff-code-first = The 6 digits that the app shows now
staff-code-wrong = Enter the 6 digits that the app shows now
staff-recovery-title = Keep your recovery codes
staff-recovery-say = Each code lets you sign in once, when you do not have your authenticator app with you.
staff-recovery-once = This page shows them once only.

## Accounts

staff-people-title = People
staff-role = Role
staff-state = Account
staff-sessions = Sessions
staff-end-sessions = Sign out everywhere
staff-role-caseworker = Caseworker
staff-role-manager = Manager
staff-role-owner = Owner
staff-role-operator = Operator
staff-role-administrator = Administrator
staff-state-invited = Not set up yet
staff-state-active = In use
staff-state-ended = Ended

## Cases

staff-cases-title = Cases
staff-cases-none = No case fits.
staff-cases-filter = Show these
staff-cases-state = State
staff-cases-open = To be decided
staff-cases-decided = Decided
staff-cases-who = Assigned
staff-cases-all = To anybody or nobody
staff-cases-mine = To me
# Also in the column of who took a case
staff-cases-nobody = Nobody
staff-cases-time = Time
staff-cases-any-time = Any
staff-cases-overdue = Overdue
staff-cases-office = Office
# Hidden name of the links to other pages of the list
staff-cases-pages = Pages of the list
staff-cases-next = Next page
staff-state-received = Received
staff-reference = Reference
staff-service = Service
staff-submitted = Submitted
staff-due = To be decided by
staff-age = Age
staff-assigned = Assigned to
staff-office = Office
staff-decided-on = Decided

## One case

staff-take = Assign to me
staff-hand-back = Hand back
staff-answers = Answers
staff-history = History
staff-applicant = Applicant
# What the installation itself did
staff-platform = Exemplar
staff-event-submitted = Submitted
staff-event-taken = Taken
staff-event-handed-back = Handed back
staff-event-noted = Note
staff-event-decided = Decided
staff-event-restricted = Restricted to named staff
staff-event-opened = Opened to all in the office
staff-event-conflict-declared = Said to know somebody in the case
staff-note = Note for staff
staff-note-button = Add the note
staff-note-nothing = Enter a note
staff-note-too-long = Use 5,000 characters or fewer
staff-decide-title = Decide
staff-decide-outcome = What do you decide?
staff-decide-reason = Why?
staff-decide-said = What else belongs on the file (optional)
staff-decide-button = Decide and tell the applicant
staff-decide-no-outcome = Select what you decide
staff-decide-reason-needed = Select a reason for this decision
# Above the case as it stands now; what was chosen is still in the form
staff-case-changed = Somebody changed this case after you opened it. The history shows what they did. Your choices are kept below: check them and send again.
staff-case-not-open = This case no longer waits for a decision. The history shows what was done.
staff-conflict-title = Somebody else changed this at the same time
staff-conflict-say = Nothing of yours was saved. Go back, read it again and repeat what you did.

## Letters

staff-letters-title = Letters to post
staff-letters-none = No letter waits for the post.
staff-letter = Letter
staff-letter-since = Written
staff-letter-posted = I have posted this letter
