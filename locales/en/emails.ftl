### Words for the list of e-mails, and for the messages of a case.

emails-title = Emails
emails-say = The text of an email is on the page of its case, for those who may see the case. Emails of the newest cases come first.
emails-files = No mail server is set. Emails are kept as files in the mail folder and reach nobody until one is set.
emails-none = There are no emails.
emails-pages = Pages of emails
emails-next = Next page
emails-open = Open the case
emails-email = Email
emails-waiting = Waiting
emails-sent = Sent
emails-posted = Posted
emails-failed = Failed
emails-messages = Messages
emails-no-messages = No messages have been written.
emails-to = To
# A message that lets the applicant back into their application
emails-private = This message holds a link for the applicant alone. Its text is not shown.

## Filters of a queue
filter-age = Submitted at least so many days ago
filter-age-wrong = Days since submission must be a whole number, like 14
filter-due = To be decided on or before
filter-due-hint = For example, 27 3 2027
filter-due-wrong = The day must be a real date, like 27 3 2027
