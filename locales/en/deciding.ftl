### Words of how a case comes to be decided: a second officer, checks, and what the computer decides.

## A second officer

# A tag on a case, and a choice of the list's filter
deciding-needs-second = Needs a second officer
deciding-second-say = Another officer must confirm what you decide. Until then nothing is decided, and the applicant is told nothing.
deciding-propose-button = Propose this decision
deciding-proposed-title = Proposed decision
deciding-proposed-outcome = Outcome
deciding-proposed-reason = Reason
deciding-proposed-said = For the file
deciding-proposed-by = Proposed by
deciding-proposed-on = Proposed
deciding-proposed-mine = You proposed this. Another officer must confirm it.
deciding-outdated = The answers changed after this was proposed. Send it back, so that it is decided on what is known now.
deciding-confirm-button = Confirm the decision and tell the applicant
deciding-back-note = Why do you send it back?
deciding-back-button = Send it back
deciding-take-back-button = Take my proposal back
deciding-back-nothing = Enter why you send it back
deciding-proposed-already = A decision is proposed already. Another officer confirms it or sends it back.
deciding-not-proposed = Nothing is proposed any more. The history shows what was done.
deciding-not-theirs = Somebody else must do this: two officers are needed.

## Checks

deciding-checks-title = Checks
deciding-check-none = Not answered yet
deciding-check-yes = Yes
deciding-check-no = No
deciding-check-cannot-tell = Cannot tell
deciding-check-by = { $who }, { $date }
# The other system that answered
deciding-check-system = Another system ({ $name })
deciding-check-correct = Correct this answer
deciding-check-why = Why do you correct the answer to “{ $check }”?
deciding-check-button = Save the answer
deciding-check-nothing = Select what the check says
deciding-check-why-nothing = Enter why you correct the answer
deciding-check-gone = This service has no such check any more.

## What the computer decides

deciding-decided-by = Decided by
# Who decided, with the law that lets it
deciding-computer-under = The computer, under { $law }
# Who decided, in the history
deciding-computer = The computer

## History

staff-event-proposed = Proposed
staff-event-sent-back = Proposal sent back
staff-event-proposal-taken-back = Proposal taken back
staff-event-proposal-voided = Proposal ended, because a check was answered
staff-event-check-answered = Check answered
deciding-event-proposed-by = Proposed by { $name }

## Stages, and what goes first

deciding-urgent = Urgent
deciding-stage = Stage
deciding-stage-by = Stage to be done by
deciding-stage-to = Move it on to
deciding-stage-button = Move it on
deciding-stage-nothing = Select where to move it
staff-event-stage-moved = Moved on

## Looking again

deciding-again-title = Look at the decision again
deciding-again-say = The applicant can ask for this before they appeal to { $to }. It is done once, by somebody who did not decide the case.
deciding-again-button = Decide again and tell the applicant
deciding-again-not-theirs = Somebody who did not decide this case must look at it again
# On the status page
deciding-appeal-review = If you disagree, ask us to look again first. You can appeal to { $to } by { $date }.
staff-event-reconsidered = Looked at again
