### Waiting between check answers and sending: for another person's signature, and for the fee.

waiting-check-not-yet = Your application is not sent yet when you choose the button. Your answers are kept as they are until then.
waiting-check-button = Accept and continue
waiting-check-signature = Another person must sign before your application is sent. We send them an email with a link.
# $amount is money: £154
waiting-check-payment = You pay { $amount } after this, and then your application is sent.

waiting-payment-title = Pay the fee
# $date is a day
waiting-payment-say = Pay { $amount } by { $date }. We send your application as soon as the fee is paid.
waiting-payment-closed = You can close this page. You do not need to come back to it.
waiting-reference = Reference to quote when you pay
waiting-payment-how = How to pay
waiting-payment-refund = When we pay the fee back

waiting-signature-title = Waiting for a signature
# $name is a person, $email their address, $date a day
waiting-signature-say = We sent { $name } a link to { $email }. They can sign until { $date }.
waiting-signature-then-pay = You pay the fee once they have signed.
waiting-signature-closed = You can close this page. We write to you when something happens.
waiting-signed = { $name } signed on { $date }.
waiting-ask-again = Send the link again
waiting-asked-again = We sent a new link. The one before does not work any more.
waiting-answers = Your answers
waiting-change = Change an answer
waiting-change-say = If you change an answer, a signature no longer counts and what you paid is paid back.
waiting-resume-say = You sent your answers, and they wait for a signature or for the fee.

waiting-ended-changed = You went back to change your answers. Nothing was sent.
# $reason is what the other person wrote
waiting-ended-declined = The other person did not sign. Their reason: { $reason }
waiting-ended-time = The time to sign or to pay is over. Nothing was sent. You can send your answers again.
waiting-ended-signature = The signature of { $name } does not count any more.

waiting-link-title = Sign an application
waiting-link-say = Somebody applies for ‘{ $service }’ and needs your signature. The link works once.
waiting-link-used-title = This link was used
waiting-link-used = Go on where you opened it, or ask the person who applies to send you another link.
waiting-link-signed-title = You have signed
waiting-link-signed = There is nothing more for you to do.
waiting-link-void-title = There is nothing to sign
waiting-link-void = The person who applies changed an answer, or the time is over. A signature that you gave does not count any more. They can send you another link.
waiting-link-unknown = Ask the person who applies to send you another link.

waiting-sign-title = Sign this application
waiting-sign-intro = { $name }, you are asked to sign an application for ‘{ $service }’.
waiting-sign-answers = Their answers
waiting-sign-declaration = Declaration
waiting-sign-name = Your full name
waiting-sign-name-hint = By typing your name you sign the declaration.
waiting-sign-button = Sign
waiting-sign-decline-title = If you do not want to sign
waiting-sign-reason = Why do you not sign?
waiting-sign-reason-hint = The person who applies reads this.
waiting-sign-decline = Do not sign
waiting-sign-name-needed = Enter your full name
waiting-sign-reason-needed = Enter why you do not sign
waiting-sign-too-long = This must be 200 characters or less
waiting-signed-title = You have signed
waiting-signed-say = We tell the person who applies. You can close this page.
waiting-declined-title = You have not signed
waiting-declined-say = We tell the person who applies, with your reason. You can close this page.
waiting-second-person = Second person

waiting-sign-email-subject = Sign an application: { $service }
waiting-sign-email-body = Somebody applies for ‘{ $service }’ and gave us your address, because you must sign as well.
waiting-sign-email-use = Use this link until { $date }. It works once:
waiting-sign-email-not-you = If this is not for you, you do not need to do anything.

waiting-tell-asked-to-pay-subject = Pay the fee: { $service }
waiting-tell-asked-to-pay = Your application for ‘{ $service }’ is sent as soon as its fee is paid. How much it is and how to pay stands on its page.
waiting-tell-declined-subject = Your application was not signed: { $service }
waiting-tell-declined = The person whom you named did not sign your application for ‘{ $service }’. Nothing was sent. Their reason stands above your answers.
waiting-tell-wait-ended-subject = Your application was not sent: { $service }
waiting-tell-wait-ended = The time to sign or to pay for your application for ‘{ $service }’ is over. Nothing was sent. You can send your answers again.
waiting-tell-reference = Your reference is { $reference }.
waiting-tell-go-on = Go on with it here, with the code that you were given or by asking for a link:
waiting-tell-not-you = If this is not for you, you do not need to do anything.

staff-event-checked = Answers accepted by the applicant
staff-event-answered = An answer was changed
staff-event-ways-back-changed = How to come back was changed
staff-event-link-opened = The second person opened their link
staff-event-asked-again = The second person was sent another link
staff-event-signed = Signed by the second person
staff-event-declined = The second person did not sign
staff-event-taken-back = Taken back by the applicant
staff-event-wait-ended = The time to sign or to pay was over
staff-event-paid = Payment noted
staff-event-waived = Fee waived
staff-event-paid-back = Paid back
