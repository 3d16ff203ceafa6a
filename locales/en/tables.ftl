### Tables and grids: the same questions in each of some rows.

# What an answer in one row is called, as it stands in a message: Enter the amount for Rent
tables-cell = { $called } for { $row }
# What the definition says of a wrong answer, and in which row: Rent: The amount must be whole
tables-error = { $row }: { $error }
