### Words for watching over the work: who looked at a case, what failed, what is due.

watching-looks-title = Who looked at a case
watching-looks-button = Show who looked
watching-looks-none = No case has this reference, or nobody has looked at it.
watching-when = When
watching-who = Who
watching-what = What
watching-look-case = The case
watching-look-letter = A letter of the case
watching-look-access = Who may see the case
watching-failed-title = Work that failed
watching-failed-none = No work has failed.
watching-tries = Tries
watching-why = Why it failed
watching-given-up = Given up
watching-again = Do it again
watching-job-send-email = An email to an applicant
watching-job-write-to-staff = An email to staff
watching-job-hand-back-cases = Handing back the cases of an ended account
watching-job-erase-drafts = Erasing old drafts
watching-job-checkpoint = Signing a checkpoint
watching-job-keep-house = Daily housekeeping
watching-due-soon = Due within 7 days
