### Equality questions: asked after an application was sent, kept without it, published by the year.

equality-title = Equality questions
equality-say = These questions help us see whether everybody can use this service. You do not have to answer any of them.
equality-apart = We keep your answers apart from your application. Nobody who looks at it can see them, and they change nothing.
equality-prefer-not-to-say = Prefer not to say
# On the confirmation page, and the link below it
equality-offer = You can answer some questions about yourself. They help us see whether everybody can use this service, and are kept apart from what you sent.
equality-link = Answer equality questions
equality-thanks = Thank you. Your answers to the equality questions were kept apart from what you sent.

## On the page of figures

equality-figures-say = What people chose at equality questions, by the year. They did not have to answer. A year is shown once it is over; small numbers are withheld.
# $question is what was asked, $year a year
equality-figures-table = { $question } { $year }
equality-figures-chosen = Chosen
equality-figures-people = People

## The usual questions

equality-age-group = How old are you?
equality-option-up-to-24 = 24 or younger
equality-option-from-25-to-44 = 25 to 44
equality-option-from-45-to-64 = 45 to 64
equality-option-from-65 = 65 or older
equality-sex = What is your sex?
equality-option-female = Female
equality-option-male = Male
equality-long-term-condition = Does a health condition or disability limit what you can do?
equality-option-limits-a-lot = Yes, it limits me a lot
equality-option-limits-a-little = Yes, it limits me a little
equality-option-limits-nothing = I have one, and it does not limit me
equality-option-has-none = I have none
equality-ethnic-group = What is your ethnic group?
equality-option-asian = Asian
equality-option-black = Black
equality-option-mixed = Mixed
equality-option-white = White
equality-option-another-ethnic-group = Another ethnic group
equality-religion = What is your religion?
equality-option-no-religion = No religion
equality-option-buddhist = Buddhist
equality-option-christian = Christian
equality-option-hindu = Hindu
equality-option-jewish = Jewish
equality-option-muslim = Muslim
equality-option-sikh = Sikh
equality-option-another-religion = Another religion
equality-sexual-orientation = What is your sexual orientation?
equality-option-straight = Straight
equality-option-gay-or-lesbian = Gay or lesbian
equality-option-bisexual = Bisexual
equality-option-another-orientation = Another orientation
