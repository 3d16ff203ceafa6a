### Words of what the office asks an applicant for while it looks at a case.

## The page of the applicant

# Above what a caseworker wrote
asks-note-title = From the person who deals with your application
# $date is a day
asks-until = Send it by { $date }. Your application waits until then.
asks-answer-button = Answer now
asks-check-title = Check what you send
asks-send-button = Send
asks-changed = This was changed somewhere else since you opened the page. Check it again before you send it.
asks-sent-title = We have what you sent
asks-sent-say = We go on with your application. You do not need to do anything.

## The status page

asks-status = We are waiting for you
asks-status-say = We asked you for something and go on once you have sent it. Send it by { $date }.
asks-status-until = Send it by
asks-status-button = See what we ask for
asks-status-sent = What you sent us since you applied

## Messages

# $title is what is asked for, such as "Proof of who you are"
asks-message-subject = We need something from you: { $title }
asks-message-say = We cannot decide your application for ‘{ $service }’ yet (reference { $reference }). Send us this:
asks-message-link =
    Send it by { $date } with this link. It is yours alone, and works until then:

    { $link }
# $address is where the code is typed
asks-message-code =
    Send it by { $date }. Go to { $address } and enter this code:

    { $code }

## The screen of a case

asks-tag-waiting = Waiting for the applicant
asks-tag-unanswered = Not answered in time
asks-staff-title = Ask the applicant for something
asks-staff-what = What do you need?
asks-staff-note = What do you want to add? (optional)
asks-staff-note-hint = The applicant reads this.
asks-staff-button = Continue
asks-staff-nothing = Select what you need
asks-staff-often = The applicant was asked too often. Decide on what is known.
asks-staff-asked = The applicant is being asked for something. Wait for the answer, or take it back first.
asks-staff-not-asked = The applicant is not being asked for anything any more. The history shows what was done.
asks-staff-waiting-title = What the applicant is asked for
# $date and $until are days
asks-staff-waiting = Asked on { $date }. The applicant has until { $until }. The time to decide stands still.
asks-staff-back = No longer needed
# $title is what was asked for; $asked and $answered are days
asks-staff-answer = { $title } (asked on { $asked }, answered on { $answered })

## Before it goes

asks-sure-title = Do you want to ask the applicant for this?
asks-sure-say = We write to the applicant at once. The time to decide stands still until they answer.
asks-sure-what = What you ask for
asks-sure-note = What you add
asks-sure-until = The applicant has until { $date }.
asks-sure-button = Ask the applicant
asks-sure-cancel = Go back to the case

## The record

staff-event-asked-for = The applicant was asked for something
staff-event-ask-answered = The applicant sent what they were asked for
staff-event-ask-taken-back = What the applicant was asked for is no longer needed
staff-event-ask-not-answered = The applicant did not answer in time
