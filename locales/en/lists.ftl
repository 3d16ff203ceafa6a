### Long lists, whose entries are found by typing.

lists-hint = Start typing, then select from what is found
# Above the entries to choose from
lists-found = { $n ->
    [one] One entry of the list matches ‘{ $text }’
   *[other] { $n } entries of the list match ‘{ $text }’
}
lists-found-more = The first { $n } entries of the list that match ‘{ $text }’. Search again with more of the name to see others
lists-again = None of these – search again
# Said to who uses a screen reader, while typing
lists-suggested = { $n ->
    [one] { $n } suggestion
   *[other] { $n } suggestions
}
lists-none-suggested = Nothing found
# The name of the list of suggestions
lists-suggestions = Suggestions
# What was typed is not in the list
error-list-nothing-found = We could not find { $called } in the list. Check the spelling, or type part of the name
# Entries were found, and none of them was chosen
error-list-none-chosen = Select { $called } from the list, or select that you want to search again
