### Records of other systems: the page that shows what was looked up, and what is kept of it.
###
### $called  what the answer is called, as it fits after "Enter"

## Errors

error-record-empty = Check { $called } before you continue

## The page

record-by = What we looked up
record-nothing = We did not find anything for what you entered. Check it and change it if it is wrong.
record-silent = We cannot look this up at the moment. You have not done anything wrong.
record-safe = Your answers so far are safe. You can try again now, or save and come back later.
record-again = Try again
record-without = You can also continue without it.
record-changed = This was changed in another window or on another device. Check it and continue.
# In a preview, in place of a real record
record-made-up = This is a preview: nothing was sent to the other system, and what is shown is made up.

## What is kept

kinds-record-nothing = Nothing was found
kinds-record-no-reply = It could not be looked up
