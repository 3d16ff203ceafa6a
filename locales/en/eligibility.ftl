### Check what you can apply for: the eligibility questions of all services on one road.

eligibility-title = Check what you can apply for
eligibility-say = Answer some questions to see which of these services you can use:
eligibility-not-kept = We do not keep your answers.
eligibility-none = None of the services here asks who can apply before you start.
# Button beside Continue: shows the list before everything is answered
eligibility-show = Show what I can apply for so far
eligibility-list-title = What you can apply for
eligibility-can = You can apply
eligibility-cannot = You cannot apply
eligibility-not-known = We do not know yet
eligibility-closed = It is closed at present.
eligibility-go-on = Answer more questions
eligibility-again = Start again
