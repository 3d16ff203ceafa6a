### What a service costs, and what was paid of it.

fees-title = What it costs
fees-fee = Fee
fees-total = Total
fees-left = Left to pay

# On the start page. $amount is money: £154
fees-start-costs = It costs { $amount }.
fees-start-depends = What it costs depends on your answers. You see the fee before you send anything:
fees-start-line = { $for }: { $amount }
fees-start-less = { $for }: { $amount } less

# $means is one of the four below, $reference the number of a receipt.
fees-paid = Paid by { $means }, receipt { $reference }
fees-to-refund = Paid by { $means }, receipt { $reference }, to be paid back
fees-refunded = Paid back ({ $means }, receipt { $reference })
fees-waived = Waived
fees-waived-void = Waived before an answer was changed, which no longer counts
fees-means-card = card
fees-means-cash = cash
fees-means-transfer = bank transfer
fees-means-cheque = cheque

fees-staff-title = Fees
fees-staff-unpaid = Waiting for payment
fees-staff-none = No application waits for its fee.
fees-staff-service = Service
fees-staff-since = Since
fees-staff-refunds = To be paid back
fees-staff-how = How it was paid
fees-staff-done = Paid back
fees-staff-paid-back = Mark as paid back
fees-staff-note = Mark as paid
fees-staff-note-button = Continue
fees-staff-amount = Amount
fees-staff-means = How was it paid?
fees-staff-receipt = Number of the receipt
fees-staff-receipt-hint = Or what the bank calls the payment
fees-staff-waive = Waive the fee
fees-staff-waive-reason = Why is the fee waived?
fees-staff-waive-hint = The reason stays on the record. The applicant is not shown it.
fees-staff-waive-button = Waive the fee
fees-staff-waits-no-more = This application does not wait for payment.
fees-staff-not-waiting = This application does not wait for payment any more
fees-staff-changed = Something was paid or changed since you opened this page. Check what is left to pay
fees-staff-wrong-amount = Enter an amount that is not more than what is left to pay, such as 20.50
fees-staff-no-means = Select how it was paid
fees-staff-receipt-needed = Enter the number of the receipt
fees-staff-reason-needed = Enter why the fee is waived
fees-staff-too-long = This is too long. Shorten it

fees-sure-title = Check what you are about to mark
fees-sure-paid = { $amount } was paid by { $means } for { $reference }. Nothing is left to pay, so the application is sent.
fees-sure-part = { $amount } was paid by { $means } for { $reference }. The application waits for the rest.
fees-sure-waive = { $amount } is waived for { $reference }. The application is sent.
fees-sure-paid-button = Mark as paid
fees-sure-waive-button = Waive the fee
fees-sure-back = Go back

staff-role-cashier = Cashier
