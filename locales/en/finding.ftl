### Words for finding cases, and for who may see one.

## Searching

finding-title = Search
finding-answers-title = Or search by answers
finding-answers-say = Cases are found that have all of what you enter. A name is found by whole words, everything else as a whole. Leave the rest empty.
finding-name = Name
finding-phone = Telephone number
finding-postcode = Postcode
finding-national-id = National identifier
finding-surname = Last name
finding-born = Date of birth
finding-born-hint = Together with the last name, for example 31 3 1980
finding-button = Search
finding-nothing-typed = Enter a reference, or something that a case can be found by
finding-born-both = Enter both the last name and the date of birth, or neither
finding-born-wrong = Enter a real date of birth
finding-found-title = What was found
finding-none = No case that you may see has all of this.
finding-again = Search for something else
# In place of a name of staff, where a list does not show it
finding-somebody = Somebody

## Who may see a case

finding-access-title = Who may see this case
finding-back-to-case = Back to the case
finding-access-open = Everybody whose role gives them this case can see it.
finding-access-restricted = This case is restricted. Only named staff and the owners of the service can see it, and it shows to nobody else in any list or search.
finding-access-named = Restrict this case to these people and yourself
finding-access-named-hint = With nobody selected, the case is open to everybody whose role gives it to them.
finding-access-button = Save who may see it
finding-know-title = If you know somebody in this case
finding-know-say = Family, friends, colleagues: somebody else must deal with it. The case goes back to the queue and you no longer see it. You cannot take this back.
finding-know-button = I know somebody in this case
