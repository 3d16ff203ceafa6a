### Documents that come after an application.

# After how the document will be sent: "Your payslips: I will send it later, within 28 days of applying"
documents-within = within { $length } of applying
# Beneath a document, before it is said how it will be sent
documents-send-within = If you do not send it now, it must reach us within { $length } of applying.
# On a case: what is still to come, and a day for each where there is one
documents-to-come = Documents to come
documents-due = { $document }, by { $date }
