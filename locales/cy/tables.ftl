### Welsh. The notes are in locales/en/tables.ftl.

tables-cell = { $called } ar gyfer { $row }
tables-error = { $row }: { $error }
