### "Have I done this already?": the page before the questions, and the message to the address in the application.
### The service's own title and words stand beside these. $service is the service's name.

# Above the questions
already-how = Tell us the same details that you gave in your application.
already-how-told = We cannot show you on this page whether you applied. If we hold an application with these details, we send a message to the address given in it.
already-button = Ask
# After asking: the same page whether there is an application or not
already-asked-title = Look out for a message
already-asked-say = If we hold an application with these details, we are sending a message to the address given in it.
already-asked-when = An email takes a few minutes. If the application has no email address, we send a letter. If somebody asked in the last 24 hours, we do not send another email.
# Above the service's own words for people who did not apply
already-none-title = If no message comes
already-none-say = Then we hold no application with exactly these details. A name that was written differently is not found.
already-start = Go to the start of the service

## The message

already-message-subject = You asked about an application: { $service }
already-message-why = You, or somebody else, asked whether we hold an application with your details for this service: { $service }.
# $reference is the number of the application
already-message-reference = Your reference number is { $reference }.
already-message-not-you = If you did not ask, you do not need to do anything. We told nobody but you.
