### Answers that repeat: the list of what was added, its errors, and removing one.
### The pages of a row itself are like those of any other question, in apply.ftl.
###
### $each   what one is, in the words of the service: job
### $Each   the same with a capital first letter
### $many   what several are, as after a number: jobs
### $n      how many
### $row    one of them: Job 2, or Job 2, Acme Ltd

## The list

# Above each page of a row, and before its answers: Job 2
rows-numbered = { $Each } { $n }
rows-numbered-of = { $Each } { $n } of { $of }
# In place of a list
rows-none = None added
# Headings. $n is 2 or more
rows-added-many = You have added { $n } { $many }
rows-added-one = You have added 1 { $each }
rows-added-none = You have not added any { $many }
# Where the service has no word for several
rows-added = Added so far: { $n }
rows-another = Do you need to add another { $each }?
rows-any = Do you need to add any { $many }?
rows-any-plain = Do you need to add one?
# The most is reached
rows-full = You cannot add more: { $n } is the most.
# It is known how many there must be
rows-needed = You need to add { $n } in all.
# Beside one with a question that is not answered yet
rows-incomplete = Not finished
# A link
rows-remove = Remove
# A heading above yes and no
rows-remove-title = Are you sure you want to remove { $row }?
rows-changed = This list was changed while your page was open. It shows what is saved now.

## Errors

error-rows-empty = Select yes if you need to add another { $each }
error-rows-remove-empty = Select yes if you want to remove it
# $row is a number
error-rows-incomplete = Finish { $each } { $row }, or remove it
error-rows-same = Change or remove { $each } { $row }: it is the same as another
# Beside the question whose answer was given before
error-rows-twice = You have already given this answer for another { $each }
error-rows-too-few = { $n ->
    [one] Add at least 1 { $each }
   *[other] Add at least { $n }
}
error-rows-exactly = { $n ->
    [one] Add or remove some until there is 1 { $each }
   *[other] Add or remove some until there are { $n }
}
error-rows-too-many = { $n ->
    [one] Remove some: you can have only 1 { $each }
   *[other] Remove some: you can have up to { $n }
}
