### Words of the email that reminds somebody of a draft before it is erased. No answer is in it.

# First line. $service is the service's name
reminder-subject = Your answers will be erased soon: { $service }
# $date is the day on which the draft is erased
reminder-body = You started “{ $service }” and saved your answers. You have not sent them. We will erase them on { $date } unless you go on before then.
# Before the address of the page to come back
reminder-go-on = To go on, use this address:
reminder-need = You need the code that you were given when you saved your answers. This is the only reminder.
reminder-not-you = If you do not want to go on, you do not need to do anything. If you did not give us this address, you can ignore this email.
# The job in the list of work that failed
watching-job-remind-of-drafts = Reminding people of drafts
