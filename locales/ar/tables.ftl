### الجداول: الأسئلة نفسها في كل سطر.

tables-cell = { $called } («{ $row }»)
tables-error = { $row }: { $error }
