### A fee that is paid once an application was granted.

to-pay-check = You pay the fee only if we grant your application. We write to you then.

to-pay-status = Waiting for your payment
to-pay-status-say = We can give you what you applied for. It is yours as soon as the fee is paid.
# $amount is money: £154; $date is a day
to-pay-status-pay = Pay { $amount } by { $date }.
to-pay-status-application = Your application

to-pay-message-subject = Pay the fee: { $service }
to-pay-message-say = We can give you what you applied for with ‘{ $service }’. It is yours as soon as the fee is paid.
to-pay-message-amount = The fee is { $amount }. Pay it by { $date }.
to-pay-message-reference = Quote this reference when you pay: { $reference }
to-pay-message-page = Where your application is stands on its page. You come to it with the code that you were given or by asking for a link: { $link }

waiting-tell-not-paid-subject = The fee was not paid: { $service }
waiting-tell-not-paid = The time to pay the fee of your application for ‘{ $service }’ is over. We look at it again and write to you when we have decided.

to-pay-staff-until = To be paid by
to-pay-staff-say = This application is granted, and takes effect when the fee is paid.
# $means is a means of paying, $reference that of the application
to-pay-sure-paid = { $amount } was paid by { $means } for { $reference }. Nothing is left to pay, so what was decided takes effect.
to-pay-sure-waive = { $amount } is waived for { $reference }. What was decided takes effect.

staff-event-asked-to-pay = Asked to pay the fee
staff-event-not-paid = The fee was not paid in time
