### Words of the pages of figures, for everybody and for staff.

## Everywhere

# Link in the footer and on the home page
figures-link = Performance figures
# A month that has not ended. $month is written out: March 2026
figures-so-far = { $month } (so far)
figures-month = Month
# Name of a table. $figure is the title of an indicator
figures-by-month = { $figure }, by month
figures-all = All

## In place of a number

figures-withheld = withheld
figures-unknown = not known
figures-no-value = no value

## Channels

figures-channel-web = Online
figures-channel-telephone = Telephone
figures-channel-counter = Counter
figures-channel-paper = Paper
figures-channel-intermediary = Trusted organisation
figures-channel-api = Another system
# $channel is one of the above: cases that somebody keyed into the digital service with or for a person
figures-way-keyed-in = { $channel }, put into the digital service
# $channel is one of the above: completed without the digital service
figures-way-outside = { $channel }, outside the digital service

## The list of services

figures-list-title = Performance figures
figures-list-say = How much each service is used and how well it works, month by month. Anyone can download the numbers.

## One service

# $service is the service's name
figures-title = Performance: { $service }
# $moment is a day and a time; $zone a time zone such as Europe/London
figures-counted-to = Everything up to { $moment } is counted. Days and months are those of the time zone { $zone }.
figures-withheld-say = Numbers of fewer than 5 people are withheld, and so are other numbers that would let you work them out. What is worked out from a withheld number is withheld as well.
figures-unknown-say = ‘Not known’ means that nobody has told us the number. It does not mean 0. ‘No value’ means that there was nothing to work a figure out from.
figures-csv = Download all figures as CSV
figures-json = Download all figures as JSON
# What a chart says to people who do not see it
figures-chart-say = A bar for each month, oldest first. The table below has the same numbers.
# In place of a chart
figures-no-chart = There is no number that a chart could show.

## Completed transactions

figures-completed-title = Completed transactions
figures-completed-is = A transaction is completed when the person has sent everything that the service needs from them. Source: service manual, data you must publish.
figures-completed-once = Cases in the digital service are counted by it, whoever put them in. Staff enter only what was completed outside it, so nothing is counted twice. Until staff have entered a month, its total is not known.
figures-digital-alone = Digital, alone
figures-digital-assisted = Digital, with help
figures-other = Other
# The rest of a bar: parts that are withheld, together
figures-not-split = Parts that are withheld

## Digital take-up

figures-take-up-title = Digital take-up
figures-take-up-say = ‘Digital, with help’ is when somebody put the case into the digital service while talking with the person. Paper that staff keyed in afterwards is ‘other’.
figures-take-up-without = Take-up without help
figures-take-up-without-is = Take-up without help: completed transactions that people did digitally alone, divided by all completed transactions of the same time. Source: Government Service Design Manual, digital take-up, 2013 to 2016.
figures-take-up-with = Take-up with help
figures-take-up-with-is = Take-up with help: the same, with those who had help counted as digital. Source: later service manual, measuring digital take-up.

## Completion rate

figures-completion-title = Completion rate
figures-completion-is = Transactions that people completed online, divided by those that they started online in the same time. Source: service manual, data you must publish.
figures-completion-say = A person who comes back to a saved draft does not start again. Somebody may start in one month and complete in the next: where more were completed than started, there is no value.
figures-started = Started online

## User satisfaction

figures-satisfaction-title = User satisfaction
figures-satisfaction-say = People are asked after they have sent their application, and can choose not to answer. Two official formulae give different numbers for the same answers, so both are shown.
figures-satisfaction-a = Definition A
figures-satisfaction-a-is = Definition A: the share of people who answered ‘satisfied’ or ‘very satisfied’. Source: Government Service Design Manual, user satisfaction, until August 2015.
figures-satisfaction-b = Definition B
figures-satisfaction-b-is = Definition B: the mean of the five levels, where the lowest counts as 0% and the highest as 100%. Source: code of the Performance Platform, user_satisfaction.py.
figures-answers = All answers

## Cost per transaction

figures-cost-title = Cost per transaction
figures-cost-is = The cost of providing the service over all channels, divided by completed transactions. Source: service manual, data you must publish.
figures-cost-say = We work it out from what one transaction costs by each channel, as the service’s definition says, and how many were completed by it. It is complete only if those costs hold everything: staff, buildings, IT, post and overheads. Where a channel that was used has no cost, or its number is not known, the cost is not known.
figures-cost-before = The numbers of cases before are the baseline: how many a year there were by each channel before this service.
figures-channels-table = Cost and baseline of each channel
figures-channel = Channel
figures-channel-cost = Cost of one transaction
figures-channel-before = Cases a year before

## Time to decision

figures-time-title = Time to decision
figures-time-is = Calendar days from the day on which a case was sent to the day of its decision, by the month of the decision. This definition is our own.
figures-decided = Decided
figures-time-mean = Days, on average
figures-time-median = Days within which half were decided

## Volumes that staff enter

figures-volumes-title = Volumes of other channels
figures-volumes-list-say = Choose a service to enter how many transactions were completed outside the digital service.
figures-volumes-none = You have no service with other channels.
# $service is the service's name
figures-volumes-of = Volumes of other channels: { $service }
figures-volumes-rule = Enter only what was completed outside the digital service. Cases that staff put into it are counted already: if you enter them here, they are counted twice.
figures-volumes-correct = You can correct a number. The last one counts; earlier ones stay on record.
figures-volumes-choose = Choose a month
figures-volumes-show = Show month
# $channel is a channel; $month is written out
figures-volumes-ask = { $channel }: transactions completed in { $month }
figures-volumes-hint = A whole number. Enter 0 if there were none. Leave it empty if you do not know yet.
figures-volumes-save = Save volumes
figures-volumes-saved = The volumes are saved. The figures follow within a few minutes.
# In these three $channel is a channel
figures-volumes-error-whole = { $channel }: enter a whole number, such as 1250
figures-volumes-error-most = { $channel }: enter a number of 10,000,000 or fewer
figures-volumes-error-empty = { $channel }: enter a number. You can correct a number on record, but not take it out
figures-volumes-conflict = Somebody else has entered volumes of this month since you opened the page. Nothing of yours was saved. Check the numbers on record below, then save again.
figures-volumes-record = Entries on record
figures-volumes-channel = Channel
figures-volumes-number = Number
figures-volumes-by = Entered by
figures-volumes-at = When
figures-volumes-counts = It counts
figures-volumes-yes = Yes
figures-volumes-no = No, it was corrected
