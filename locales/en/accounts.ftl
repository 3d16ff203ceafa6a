### Words of accounts: sessions, confirming who one is, and what an administrator changes.

## Sessions

# Hidden name of the part of a page with the button to sign out
accounts-session-label = Your session
# Above a page of staff. $time is a time of day
accounts-until = You are signed in until { $time }. Each page that you open keeps you signed in for { $n } minutes more.
# Title of a notice above a page
accounts-notice = Important
# Above the form to sign in, after a form was sent too late
accounts-kept-say = You were signed out before you sent your form. Sign in to go on: what you typed is kept for an hour.
# Above the form with what was typed
accounts-again-say = You were signed out before this was sent. What you typed is below. Nothing is done yet: check it and send it again.
accounts-sessions-title = Where you are signed in
accounts-sessions-say = If you do not know one of these, sign out everywhere and ask an administrator to reset how you sign in.
accounts-device = Device
accounts-started = Signed in
accounts-used = Last used
# Tag beside the session in which the page is shown
accounts-this-one = This one
accounts-device-phone = Phone
accounts-device-tablet = Tablet
accounts-device-computer = Computer
accounts-device-other = Another device
accounts-stay-title = You are still signed in
# Said by a script 5 minutes before a session ends
accounts-session-soon = You will be signed out in less than 5 minutes. What you type is kept: if you are signed out, send it and sign in again.
accounts-session-over = You have been signed out. What you typed is not lost: send it, sign in again, and it is shown again.
# A button
accounts-stay = Stay signed in

## Confirming who one is

accounts-confirm-title = Confirm that it is you
accounts-confirm-say = What you asked for cannot be undone. Give your password and a code to go on. You are not asked again for { $n } minutes.
accounts-confirm-button = Confirm and go on
accounts-confirm-wrong = Check your password and code, and use a code that you have not used before

## One account

accounts-memberships = Roles
accounts-place = For
accounts-change = Change
accounts-until-label = Until
accounts-until-hint = The last day, for example 31 3 2027. Leave it empty if there is no end.
accounts-no-end = No end
accounts-end-membership = End this role
accounts-add-title = Add a role
accounts-add-button = Add the role
accounts-organisation = Organisation
accounts-organisation-hint = Its short name, as in the definition of the service
accounts-office = Office (optional)
accounts-office-hint = Its short name. Leave it empty for all offices
accounts-service-any = All services
accounts-role-needed = Select a role
accounts-organisation-needed = Enter the organisation
accounts-service-unknown = Select a service from the list
accounts-until-wrong = Enter a day that is still to come, or leave it empty
accounts-reset-heading = Reset how this person signs in
accounts-reset-why = Their password, one-time codes and recovery codes stop working, and they are signed out everywhere. They get an email that says so.
accounts-reset-button = Reset and show a new link
accounts-reset-title = Give this link to the person
accounts-reset-say = It works once, within 24 hours. Whoever has it can set the password, so use a way that nobody else reads. This page shows it once only.
accounts-end-heading = End this account
accounts-end-why = The person can no longer sign in, and the cases assigned to them go back to the queue. This cannot be undone.
accounts-end-button = End the account
accounts-last-administrator = This is the last administrator without an end. Add another one first.
accounts-own = Another administrator must do this
accounts-changed = Somebody else changed this account at the same time. Check what it says now, and try again.

## E-mails to staff

accounts-mail-reset-title = How you sign in was reset
accounts-mail-reset-say =
    An administrator reset your password and codes. You are signed out everywhere, and your old password and codes no longer work.

    The administrator will give you a link to set up how you sign in.

    If you did not expect this, tell another administrator now.
