### Words of every page, and of the pages that belong to no question.
### Questions, check answers, confirmation, save and return and status are in apply.ftl.

## Round every page

# First link of each page, seen on keyboard focus
pages-skip-link = Skip to main content
# Title of the browser window. $title is the page's heading, $service the service's name
pages-title = { $title } - { $service }
# The same when the page shows errors
pages-title-with-error = Error: { $title } - { $service }
# Hidden word before a message beside a field
pages-error-prefix = Error:
# Heading of the error summary
pages-problem-title = There is a problem
# Heading of a notice on top of a page
pages-notice-title = Important
# Hidden word before a text of warning
pages-warning = Warning
# Phase banner of an alpha or beta: a sentence, then a link
pages-phase-banner = This is a new service.
pages-phase-banner-link = Give feedback to help us improve it
# Hidden name of the group of footer links
pages-footer-label = Support links
pages-footer-contact = Contact
pages-footer-cookies = Cookies
pages-footer-privacy = Privacy
pages-footer-accessibility = Accessibility statement
pages-footer-feedback = Feedback

## Language switch

# Hidden name of the list of languages
pages-language-label = Language
# Each language in its own words, the same in every file
pages-language-name = English
# Hidden words of the link, in the language it leads to
pages-language-change = Change the language to English

## Cookies

pages-cookies-title = Cookies
pages-cookies-what = Cookies are small files that a website keeps on your phone, tablet or computer.
pages-cookies-only-essential = We only use cookies that this service needs to work. We do not use cookies to follow what you do.
pages-cookies-no-banner = Because all of them are essential, we do not ask you to accept them.
pages-cookies-table-title = Essential cookies
pages-cookies-name = Name
pages-cookies-purpose = What it is for
pages-cookies-expires = When it expires
# The cookie that finds a draft again on this device
pages-cookies-draft-purpose = Finds the answers that you have saved on this device
# The cookie that protects forms
pages-cookies-csrf-purpose = Checks that what is sent to us comes from our own pages
# The cookie of signed-in staff
pages-cookies-staff-purpose = Keeps staff signed in
# The cookie that remembers the language
pages-cookies-language-purpose = Remembers the language that you chose
pages-cookies-expires-close = When you close your browser
# $duration is written out: 28 days
pages-cookies-expires-after = After { $duration }

## Privacy

pages-privacy-title = Privacy
# $organisation owns the service
pages-privacy-who = { $organisation } decides how your information is used.
pages-privacy-what-title = What we collect and why
pages-privacy-what = We only ask for what we need. This list shows each question and why we ask it.
pages-privacy-measure = We also count how many people use each page. These counts hold nothing about you.
pages-privacy-keep-title = How long we keep it
pages-privacy-keep-draft = If you do not send your answers
# $outcome is a result of the service: Permit approved
pages-privacy-keep-outcome = If the result is ‘{ $outcome }’
pages-privacy-keep-withdrawn = If you withdraw
pages-privacy-keep-erased = After that we erase your answers for good.
pages-privacy-who-sees-title = Who sees it
pages-privacy-who-sees = Nobody sees your answers before you send them. After that, only staff who deal with them can see them, and we keep a record each time they look.
pages-privacy-rights-title = Your rights
pages-privacy-rights = You can ask us:
pages-privacy-right-copy = for a copy of what we hold about you
pages-privacy-right-correct = to correct it
pages-privacy-right-erase = to erase it, where the law allows
pages-privacy-right-object = to stop using it, where the law allows
pages-privacy-right-person = to have a person look again at a decision that a computer made
pages-privacy-complain-title = If you are not happy
# $regulator is the data protection authority
pages-privacy-complain = You can complain to us, or to { $regulator }.

## Accessibility statement

pages-accessibility-title = Accessibility statement
# $service is the service's name, $organisation its owner
pages-accessibility-who = This statement is about ‘{ $service }’. { $organisation } runs it.
pages-accessibility-aim = We want as many people as possible to be able to use it. You should be able to:
pages-accessibility-can-zoom = zoom in up to 400% without text leaving the screen
pages-accessibility-can-keyboard = use all of it with only a keyboard
pages-accessibility-can-speech = use all of it with speech recognition software
pages-accessibility-can-reader = listen to all of it with a screen reader
pages-accessibility-can-no-script = use all of it without JavaScript
pages-accessibility-status-title = How accessible it is
pages-accessibility-status-full = It meets the Web Content Accessibility Guidelines version 2.2, level AA.
pages-accessibility-status-partial = It meets most of the Web Content Accessibility Guidelines version 2.2, level AA. These parts do not yet:
pages-accessibility-status-untested = It has been tested with software only, which finds some problems and not all. People have not tested it yet.
pages-accessibility-report-title = Tell us about a problem
pages-accessibility-report = Contact us if you find a problem that is not on this page, or if you need this service in another form.
pages-accessibility-enforce-title = If you are not happy with our answer
# $body advises on equality law
pages-accessibility-enforce = Contact { $body }.
# $date is written out
pages-accessibility-tested = This service was last tested on { $date }.
pages-accessibility-prepared = This statement was last changed on { $date }.

## Contact

pages-contact-title = Contact
pages-contact-intro = You can get help with this service, or use it in another way. It is free to ask for help.
pages-contact-phone = Telephone
pages-contact-hours = Opening times
pages-contact-write = Write to
pages-contact-visit = Visit
pages-contact-email = Email
# Shown when the service gives no way to reach it
pages-contact-none = You can only use this service online.

## Feedback

pages-feedback-title = Give feedback
pages-feedback-intro = Tell us what you think of this service. Do not include personal information, such as your name or your reference.
pages-feedback-send = Send feedback
pages-feedback-thanks-title = Thank you for your feedback
pages-feedback-thanks = We read all feedback. We cannot answer it, because we do not know who you are.

## 404: no such page, or not yours to see

pages-not-found-title = Page not found
pages-not-found-typed = If you typed the web address, check that it is correct.
pages-not-found-pasted = If you pasted the web address, check that you copied all of it.
# Link to the start page of the service or of the site
pages-not-found-start = Go to the start

## 403: the form did not come from our page, or its time ran out

pages-expired-title = This page was open for too long
pages-expired-saved = The answers that you gave before are saved.
pages-expired-again = What you entered on this page was not saved. Go back to the page and enter it again.
pages-expired-button = Go back to the page

## 409: the world moved. The page for two answers to one question is in apply.ftl

pages-conflict-title = Something has changed since you opened this page
pages-conflict-nothing-lost = We did not save what you sent, so that nothing is overwritten.
pages-conflict-again = Look at the page again and repeat what you wanted to do.
pages-conflict-button = Look at the page again

## 413 and 422: what was sent cannot be read as our form

pages-too-large-title = What you sent is too large
pages-too-large = We did not save it. Go back and send less.
pages-unreadable-title = We could not read what you sent
pages-unreadable = We did not save it. Go back to the page and try again.

## 429: too many tries

pages-too-many-title = You have tried too many times
# $n is a number of minutes
pages-too-many-wait = { $n ->
    [one] Wait 1 minute, then try again.
   *[other] Wait { $n } minutes, then try again.
}
pages-too-many-saved = The answers that you gave before are saved.

## 500: a fault of ours

pages-fault-title = There is a problem with the service
pages-fault-later = Try again later.
pages-fault-saved = The answers on earlier pages are saved. What you entered on the last page may not be.
# $reference lets staff find the fault
pages-fault-reference = If you contact us about this, tell us this number: { $reference }

## 503: more people than we can serve

pages-busy-title = The service is busy
pages-busy-wait = Many people are using the service at the moment.
# $n is a number of seconds
pages-busy-again = { $n ->
    [one] Try again in 1 second.
   *[other] Try again in { $n } seconds.
}
pages-busy-saved = The answers that you gave before are saved.
pages-busy-button = Try again

## 503: shut for a while

pages-unavailable-title = The service is unavailable
# $when is written out: 9am on 1 March 2026
pages-unavailable-until = You will be able to use the service from { $when }.
pages-unavailable-later = You will be able to use the service later.
pages-unavailable-saved = The answers that you gave before are saved.

## The service has opening dates and today is outside them

# The service's own words of closing stand beneath these titles
pages-closed-title = This service is closed
pages-not-open-yet-title = This service is not open yet
# $when is written out
pages-not-open-yet = You can use this service from { $when }.
# Shown to people who have a draft
pages-closed-draft = You did not send your answers before the service closed. We keep them until { $date }, then erase them.

## At the end of each page above

# Link to the contact page
pages-contact-us = Contact us if you need help

## First page of the site

pages-home-title = Services
pages-home-intro = Choose what you want to do.
pages-home-none = No service is open at the moment.
