### What an applicant reads from the start page to the status page.
### Error messages are in errors.ftl; the frame of each page and problem pages are in pages.ftl.
###
### $called    what was asked for: your full name
### $question  the question as it was asked: What is your full name?
### $date $when   a day, or a day with a time, written out for the language

## Start page

apply-start-button = Start now
apply-start-who-can = Who can use this service
apply-start-before = Before you start
apply-start-have-ready = You need to have ready:
# $duration is written out: 5 minutes
apply-start-takes = It takes about { $duration }.
# $amount is written out: £154
apply-start-price = It costs { $amount }.
apply-start-free = It is free.
# Link to the page that finds a draft again
apply-start-return = Go back to answers that you saved
apply-start-other-ways = Other ways to use this service
# $number is a telephone number, $hours the opening times
apply-start-phone = Phone { $number }, { $hours }
apply-start-write = Write to { $place }
apply-start-visit = Visit { $place }
apply-start-helper = Somebody can help you, or answer for you if you ask them to.

## Each question

apply-continue = Continue
apply-back = Back
# After the question. $question is what is asked
apply-optional = { $question } (optional)
apply-yes = Yes
apply-no = No
# Between the other options and one that stands alone
apply-or = or
# Opens why we ask and under which law
apply-why-title = Why we ask this
# $law is the name of an act and its section
apply-why-law = The law is: { $law }.
apply-day = Day
apply-month = Month
apply-year = Year
apply-name-title = Title
apply-name-first = First name
apply-name-middle = Middle names
apply-name-last = Last name
apply-address-line-1 = Address line 1
apply-address-line-2 = Address line 2
apply-address-town = Town or city
apply-address-county = County
apply-address-postcode = Postcode
apply-address-country = Country
# First line of a list of countries, where nothing is chosen yet
apply-choose = Choose one
# Beneath a box for long text. $n is a size
apply-limit-characters = { $n ->
    [one] You can enter up to 1 character
   *[other] You can enter up to { $n } characters
}
apply-limit-words = { $n ->
    [one] You can enter up to 1 word
   *[other] You can enter up to { $n } words
}
# While typing, with JavaScript
apply-left-characters = { $n ->
    [one] You have 1 character left
   *[other] You have { $n } characters left
}
apply-left-words = { $n ->
    [one] You have 1 word left
   *[other] You have { $n } words left
}
apply-over-characters = { $n ->
    [one] You have 1 character too many
   *[other] You have { $n } characters too many
}
apply-over-words = { $n ->
    [one] You have 1 word too many
   *[other] You have { $n } words too many
}

## An end of the journey that is not the confirmation

# Link to the answer that led here
apply-exit-change = Change your answer
apply-exit-feedback = What did you think of this service?

## Check answers

apply-check-title = Check your answers
# Above the list
apply-check-say = Make sure that everything is correct. You can change any answer.
apply-change = Change
# Hidden words after the link, so that it makes sense alone
apply-change-hidden = the answer to ‘{ $question }’
apply-not-answered = Not answered
# An answer of which only the box was ticked shows the box's words; this shows a declaration that was ticked
apply-agreed = Agreed
apply-check-not-sent = Nothing is sent until you choose the button.
apply-send = Accept and send
# An answer that is missing, because an answer before it changed
apply-check-missing = You need to answer one more question before you can send your answers
apply-check-missing-link = Answer ‘{ $question }’
# A rule that depends on today no longer holds
apply-check-no-longer = One of your answers no longer fits, because the date has changed
# Links for later
apply-check-save = Save and come back later

## Save and come back later: the page with the code

apply-save = Save and come back later
apply-saved-title = Your answers are saved
apply-saved-no-account = You do not need an account. To come back, you need two things:
apply-saved-need-code = this code
# $called is the question that confirms who is there: your date of birth
apply-saved-need-fact = { $called }
apply-saved-need-word = the word that you choose on this page
apply-saved-code = Your code
apply-saved-keep-code = Write the code down, or print this page.
apply-saved-where = Choose ‘Go back to answers that you saved’ on the start page of the service, on any device.
# $date is written out
apply-saved-until = We keep your answers until { $date }. If you have not sent them by then, we erase them.
apply-saved-print = Print this page
apply-saved-go-on = Go on answering

## Save and come back later: a word, where the question that confirms was not answered yet

apply-word-title = Choose a word
apply-word-why = You have not told us { $called } yet, so we need another way to know that it is you.
apply-word-label = Your word
apply-word-hint = Use { $n } letters or more. You can use more than one word
apply-word-button = Save

## Save and come back later: a link by e-mail

apply-email-title = Send yourself a link
apply-email-why = With the link you do not need to type the code.
apply-email-label = Email address
apply-email-hint = We only use it to send you the link
apply-email-button = Send the link
apply-email-sent-title = Check your email
# $email is as it was typed. The same whether or not it can be reached
apply-email-sent = We are sending a link to { $email }. It can take a few minutes to arrive.
apply-email-not-arrived = If it does not arrive, look in your spam folder, or use your code.
# The e-mail itself. $service is the service's name
apply-email-subject = Go back to your answers: { $service }
apply-email-body = You asked us for a link to go back to the answers that you saved.
apply-email-use = Use this link to go on:
apply-email-ask = We will ask you for { $called }.
apply-email-ask-word = We will ask you for the word that you chose.
apply-email-until = We keep your answers until { $date }.
apply-email-not-you = If you did not ask for this email, you can ignore it. Nobody can open the answers with the link alone.

## Coming back

apply-return-title = Go back to answers that you saved
apply-return-code-label = Your code
apply-return-code-hint = For example, { $example }. Spaces and capital letters do not matter
apply-return-button = Continue
apply-return-no-code = I do not have my code
apply-return-no-code-say = If you asked for a link by email, use that. If you have neither, start again: nobody can open the answers without them, and we erase them on time.
# The page that a link from an e-mail leads to. It has a button, so that opening the link alone changes nothing
apply-link-title = Go back to your answers
# $service is the service's name
apply-link-say = You followed a link to the answers that you saved for ‘{ $service }’.
apply-link-button = Go on
apply-link-old-title = This link no longer works
apply-link-old = It has been used up or is too old. Use your code, or ask for a new link.
# The second fact
apply-confirm-title = Check that it is you
apply-confirm-why = We ask this so that nobody else can see your answers.
apply-confirm-word = What is the word that you chose?
apply-confirm-button = Continue
apply-welcome-title = Welcome back
# $when is written out
apply-welcome = You last saved an answer on { $when }.
# An answer that was entered when the time on the page had run out
apply-late-kept = The last answer that you entered was kept. You do not need to enter it again.
apply-late-check = The last answer that you entered was kept, but needs a change before we can save it.

## A wrong try, and too many of them

# In the error summary. It says nothing of which of the two was wrong
apply-wrong-try = What you entered does not match any saved answers. Check it and try again
apply-wrong-left = { $n ->
    [one] You can try 1 more time
   *[other] You can try { $n } more times
}
apply-locked-title = These answers are locked
apply-locked-why = Too many tries did not match. We locked the answers to keep them safe.
apply-locked-until = You can try again from { $when }.
apply-locked-safe = Nothing has been lost.

## Leave this device

apply-leave = Leave this device
apply-leave-title = Leave this device
apply-leave-say = Your answers stay saved. This device will forget them, so the next person to use it cannot see them.
apply-leave-need = You need your code or your link to come back.
apply-leave-button = Leave this device
apply-left-title = You have left this device
apply-left-say = Your answers are saved and can no longer be seen on this device.

## A draft is already on this device

apply-resume-title = You have already started
# $when is written out
apply-resume-say = This device has answers that were last saved on { $when }.
apply-resume-question = What do you want to do?
apply-resume-go-on = Go on with the saved answers
apply-resume-anew = Start again
apply-resume-anew-hint = We will erase the saved answers
apply-resume-not-you = If the answers are not yours, leave this device first

## One question was answered twice, on two devices or by two people

apply-conflict-title = This answer was changed while your page was open
apply-conflict-say = We have kept both answers. Choose the one that is correct.
apply-conflict-question = Which answer do you want to keep?
# The label of the stored answer is the answer; this is its hint. $who is one of the three below
apply-conflict-saved = Saved by { $who } on { $when }
apply-conflict-yours = What you entered on this page
apply-conflict-who-you = you, on another page or device
apply-conflict-who-helper = the person who helps you
apply-conflict-who-staff = a member of staff
apply-conflict-none = (no answer)
# Check answers was open while an answer changed
apply-conflict-check = An answer has changed since you opened this page. Check your answers again before you send them

## Confirmation

apply-done-title = Your answers have been sent
apply-done-reference = Your reference is
apply-done-next = What happens next
# $date is written out
apply-done-decide-by = We will tell you our decision by { $date }.
apply-done-message-email = We have sent a confirmation to { $email }.
apply-done-message-post = We will send you a confirmation by post.
apply-done-status = See how your application is getting on
apply-done-copy-title = Keep a copy
apply-done-copy-print = Print your answers
apply-done-copy-download = Download your answers as a PDF
apply-done-copy-until = You can come back to this page on this device until { $date }.
apply-done-already = You have already sent these answers. You do not need to send them again.

## Satisfaction, asked at every end

apply-satisfaction-question = How satisfied are you with this service?
apply-satisfaction-5 = Very satisfied
apply-satisfaction-4 = Satisfied
apply-satisfaction-3 = Neither satisfied nor dissatisfied
apply-satisfaction-2 = Dissatisfied
apply-satisfaction-1 = Very dissatisfied
apply-satisfaction-improve = How could we improve this service?
apply-satisfaction-improve-hint = Do not include personal information, such as your name or your reference
apply-satisfaction-button = Send feedback

## Status page: where a case is

apply-status-title = Your application
apply-status-reference = Reference
apply-status-where = Where it is now
apply-status-sent = Sent
apply-status-expected = Decision expected by
# The phases, in their order
apply-status-draft = Not sent yet
apply-status-waiting-for-others = Waiting for another person
apply-status-waiting-for-payment = Waiting for payment
apply-status-submitted = Received
apply-status-decided = Decided
# What each phase means for the person
apply-status-draft-say = You have not sent your answers. We keep them until { $date }.
apply-status-waiting-for-others-say = Somebody else has a part to fill in. We tell you when they have done it.
apply-status-waiting-for-payment-say = We have not received your payment yet. Your application is sent as soon as it arrives.
apply-status-submitted-say = We have your application. We will decide by { $date }.
apply-status-decided-say = We decided on { $date }.
# When the day that was promised has gone by
apply-status-late-say = We had said that we would decide by { $date }. We have not decided yet. You do not need to do anything.
apply-status-withdrawn-say = You withdrew your application on { $date }.
apply-status-erased-title = We no longer have this application
apply-status-erased-say = We erased it, as we said we would.
# The decision
apply-status-outcome = Decision
apply-status-reasons = Reasons
apply-status-law = Law
apply-status-appeal-title = If you do not agree
# $to is the body that hears the appeal
apply-status-appeal = You can appeal to { $to } by { $date }.
apply-status-answers = What you sent
apply-status-history = What has happened
