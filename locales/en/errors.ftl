### What a page says when an answer cannot be taken.
### Each text stands twice, word for word: in the summary on top and beside the field.
### No message for people by e-mail or letter is here, and no title of a page.
###
### $called   what is asked for, as it fits after "Enter": your full name
### $Called   the same with a capital first letter, as it begins a sentence
### $n        a size, as a number
### $from $to a bound, written out for the language: 1, £500, 1 March 2026
### $example  an answer that would be taken
### $list     several things, written out for the language
### $option   the label of a choice or of a tick box

## Nothing was answered

# Any question that is typed: text, number, money, name, e-mail, phone, postcode, identifier
error-empty = Enter { $called }
# One of several, or any of several
error-empty-choice = Select { $called }
# Yes or no. $called reads on after "if": you live in the UK
error-empty-yes-no = Select yes if { $called }
# A declaration that was not ticked
error-empty-declaration = Select the box to show that you agree with the declaration
# A typed question that also has a tick box instead of an answer
error-empty-or-tick = Enter { $called }, or select ‘{ $option }’
# Both typed and ticked
error-both-typed-and-ticked = Enter { $called } or select ‘{ $option }’, but not both

## Choices

# What was sent is not among the options
error-choice-not-offered = Select { $called } from the list
# An option that stands alone was ticked with others
error-choice-alone = Select { $called }, or select ‘{ $option }’
error-choice-too-few = { $n ->
    [one] Select at least 1 option for { $called }
   *[other] Select at least { $n } options for { $called }
}
error-choice-too-many = { $n ->
    [one] Select only 1 option for { $called }
   *[other] Select up to { $n } options for { $called }
}
# A country, nationality or currency that is not in the list
error-country-not-in-list = Select a country from the list
error-nationality-not-in-list = Select a nationality from the list
error-currency-not-in-list = Select a currency from the list

## Text

error-text-too-long-characters = { $n ->
    [one] { $Called } must be 1 character or less
   *[other] { $Called } must be { $n } characters or less
}
error-text-too-long-words = { $n ->
    [one] { $Called } must be 1 word or less
   *[other] { $Called } must be { $n } words or less
}
error-text-too-short-characters = { $n ->
    [one] { $Called } must be 1 character or more
   *[other] { $Called } must be { $n } characters or more
}
error-text-too-short-words = { $n ->
    [one] { $Called } must be 1 word or more
   *[other] { $Called } must be { $n } words or more
}
# A pattern of letters and numbers
error-text-pattern = { $Called } must be in the correct format, like { $example }
# $list is the characters that stand in the way
error-text-must-not-include = { $Called } must not include { $list }

## Numbers, with or without a unit, and percentages

error-number-not-a-number = { $Called } must be a number, like { $example }
error-number-not-whole = { $Called } must be a whole number, like { $example }
error-number-too-low = { $Called } must be { $from } or more
error-number-too-high = { $Called } must be { $to } or fewer
# Both bounds are set
error-number-not-between = { $Called } must be between { $from } and { $to }
error-number-too-many-decimals = { $n ->
    [one] { $Called } must have 1 decimal place or fewer
   *[other] { $Called } must have { $n } decimal places or fewer
}

## Money

error-money-not-an-amount = { $Called } must be an amount of money, like { $example }
error-money-not-whole = { $Called } must be a whole amount, like { $example }
error-money-too-low = { $Called } must be { $from } or more
error-money-too-high = { $Called } must be { $to } or less
error-money-not-between = { $Called } must be between { $from } and { $to }
error-money-too-many-decimals = { $n ->
    [one] { $Called } must have 1 decimal place or fewer
   *[other] { $Called } must have { $n } decimal places or fewer
}

## Dates. Missing parts are said first, then what is not a date, then the bounds

error-date-empty = Enter { $called }
error-date-missing-day = { $Called } must include a day
error-date-missing-month = { $Called } must include a month
error-date-missing-year = { $Called } must include a year
error-date-missing-day-and-month = { $Called } must include a day and month
error-date-missing-day-and-year = { $Called } must include a day and year
error-date-missing-month-and-year = { $Called } must include a month and year
error-date-not-real = { $Called } must be a real date
error-date-short-year = Year must include 4 numbers
error-date-not-past = { $Called } must be in the past
error-date-not-today-or-past = { $Called } must be today or in the past
error-date-not-future = { $Called } must be in the future
error-date-not-today-or-future = { $Called } must be today or in the future
error-date-not-after = { $Called } must be after { $from }
error-date-not-same-or-after = { $Called } must be the same as or after { $from }
error-date-not-before = { $Called } must be before { $to }
error-date-not-same-or-before = { $Called } must be the same as or before { $to }
error-date-not-between = { $Called } must be between { $from } and { $to }

## What has a format of its own

error-email-format = Enter { $called } in the correct format, like { $example }
error-phone-format = Enter { $called } in the correct format, like { $example }
error-postcode-format = Enter { $called } in the correct format, like { $example }
error-national-id-format = Enter { $called } in the correct format, like { $example }

## A person's name. Shown beside one part of it

error-name-title-too-long = Title must be { $n } characters or less
error-name-first-empty = Enter a first name
error-name-first-too-long = First name must be { $n } characters or less
error-name-middle-too-long = Middle names must be { $n } characters or less
error-name-last-empty = Enter a last name
error-name-last-too-long = Last name must be { $n } characters or less

## A postal address. Shown beside one line of it

error-address-line-1-empty = Enter address line 1, such as the building and street
error-address-line-1-too-long = Address line 1 must be { $n } characters or less
error-address-line-2-too-long = Address line 2 must be { $n } characters or less
error-address-town-empty = Enter a town or city
error-address-town-too-long = Town or city must be { $n } characters or less
error-address-county-too-long = County must be { $n } characters or less
error-address-postcode-empty = Enter a postcode
error-address-postcode-format = Enter a postcode in the correct format, like { $example }
error-address-postcode-too-long = Postcode must be { $n } characters or less
error-address-country-empty = Select a country

## Save and return

# The e-mail address on the page that sends a link
error-return-email-empty = Enter an email address
error-return-email-format = Enter an email address in the correct format, like { $example }
error-return-code-empty = Enter your code
error-return-code-format = Enter your code in the correct format, like { $example }
# $called is the question that confirms who is there: your date of birth
error-return-fact-empty = Enter { $called }
error-return-word-empty = Enter your word
error-return-word-too-short = Your word must be { $n } characters or more
error-return-word-too-long = Your word must be { $n } characters or less
# Going on or beginning anew
error-resume-empty = Select whether you want to go on or start again
# Two devices gave two answers
error-conflict-empty = Select which answer you want to keep

## Feedback

error-satisfaction-empty = Select how satisfied you are with the service
error-improve-too-long = How we could improve must be { $n } characters or less
