### What kinds of answer say that the first ones do not need: labels of their boxes, and errors.
### The errors that all kinds share are in errors.ftl.
###
### $called   what is asked for, as it fits after "Enter": your full name
### $Called   the same with a capital first letter, as it begins a sentence
### $from $to a bound, written out for the language
### $example  an answer that would be taken

## Percentages

# After the box for a percentage
kinds-percent-sign = %
error-percent-not-a-number = { $Called } must be a number, like { $example }
error-percent-not-whole = { $Called } must be a whole number, like { $example }
error-percent-not-between = { $Called } must be between { $from }% and { $to }%

## Websites

error-website-format = Enter { $called } in the correct format, like { $example }

## Times of day

error-time-not-a-time = { $Called } must be a time, like 2:30pm or 14:30
error-time-morning-or-afternoon = { $Called } must include am or pm, like 2:30pm
error-time-too-early = { $Called } must be { $from } or later
error-time-too-late = { $Called } must be { $to } or earlier
error-time-not-between = { $Called } must be between { $from } and { $to }

## Months and years

error-month-not-real = { $Called } must be a real month
error-month-not-past = { $Called } must be this month or earlier
error-month-not-future = { $Called } must be this month or later
error-month-too-early = { $Called } must be { $from } or later
error-month-too-late = { $Called } must be { $to } or earlier
error-month-not-between = { $Called } must be between { $from } and { $to }
error-year-not-a-year = { $Called } must be a year with 4 numbers
error-year-not-past = { $Called } must be this year or earlier
error-year-not-future = { $Called } must be this year or later
error-year-too-early = { $Called } must be { $from } or later
error-year-too-late = { $Called } must be { $to } or earlier
error-year-not-between = { $Called } must be between { $from } and { $to }

## Two days, the first and the last of something

kinds-range-first = First day
kinds-range-last = Last day
# In errors, in place of what the question is called
kinds-called-range-first = the first day
kinds-called-range-last = the last day
# $length is written out: 28 days
error-range-too-long = { $Called } must be { $length } or less

## How long something lasted

kinds-years = Years
kinds-months = Months
kinds-weeks = Weeks
kinds-days = Days
kinds-hours = Hours
kinds-minutes = Minutes
# In errors, and after a box that stands alone
kinds-called-years = years
kinds-called-months = months
kinds-called-weeks = weeks
kinds-called-days = days
kinds-called-hours = hours
kinds-called-minutes = minutes
error-duration-not-whole = { $Called } must be a whole number from 0 to { $to }
# $from and $to are written out: 6 months
error-duration-too-short = { $Called } must be { $from } or more
error-duration-too-long = { $Called } must be { $to } or less
error-duration-not-between = { $Called } must be between { $from } and { $to }

## Numbers of people and organisations

# It has the right form, and its check digit says that a character is wrong
error-identifier-mistyped = Check { $called }: at least one number or letter is not right

## Bank accounts

kinds-bank-name = Name on the account
kinds-bank-sort-code = Sort code
kinds-bank-sort-code-hint = It has 6 digits
kinds-bank-number = Account number
kinds-bank-number-hint = It has between 6 and 8 digits
kinds-bank-roll-number = Building society roll number
kinds-bank-roll-number-hint = You can find it on your card, statement or passbook
kinds-bank-iban = IBAN
# In errors, in place of what the question is called
kinds-called-bank-iban = the IBAN
error-bank-name-empty = Enter the name on the account
error-bank-name-too-long = Name on the account must be { $n } characters or less
error-bank-sort-code-empty = Enter a sort code
error-bank-sort-code-format = Sort code must be 6 digits, like 309430
error-bank-number-empty = Enter an account number
error-bank-number-format = Account number must be between 6 and 8 digits
error-bank-roll-number-too-long = Building society roll number must be { $n } characters or less
error-bank-roll-number-format = Building society roll number must only include letters a to z, numbers, hyphens, spaces, forward slashes and full stops
error-bank-iban-empty = Enter an IBAN
error-bank-iban-format = Enter an IBAN in the correct format, like { $example }
# $start is the code of a country: NO
error-bank-iban-country = IBAN must begin with { $start }

## Signatures

error-signature-empty = Type your full name to sign

## Places

kinds-place-latitude = Latitude
kinds-place-latitude-hint = For example, 51.5034. It is between -90 and 90
kinds-place-longitude = Longitude
kinds-place-longitude-hint = For example, -0.1276. It is between -180 and 180
error-place-latitude-empty = Enter a latitude
error-place-latitude-format = Latitude must be a number between -90 and 90, like 51.5034
error-place-longitude-empty = Enter a longitude
error-place-longitude-format = Longitude must be a number between -180 and 180, like -0.1276

## Documents, and how each is sent

kinds-way-now = I will send it now
kinds-way-later = I will send it later
kinds-way-sent-already = I have sent it already
kinds-way-someone-else = Somebody else will send it
kinds-way-do-not-have = I do not have it
# $document is what the definition calls it: Your payslips
error-evidence-empty = Select how you will send ‘{ $document }’

## A person or an organisation

kinds-party-is = Who it is
kinds-party-person = A person
kinds-party-organisation = An organisation
kinds-party-first = First name, if it is a person
kinds-party-last = Last name, if it is a person
kinds-party-name = Name of the organisation, if it is one
error-party-is-empty = Select whether it is a person or an organisation
error-party-first-empty = Enter the person’s first name
error-party-first-too-long = First name must be { $n } characters or less
error-party-last-empty = Enter the person’s last name
error-party-last-too-long = Last name must be { $n } characters or less
error-party-name-empty = Enter the name of the organisation
error-party-name-too-long = Name of the organisation must be { $n } characters or less
