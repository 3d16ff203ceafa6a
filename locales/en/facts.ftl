### What was worked out from answers.

# Above a list on check answers
facts-title = Worked out from your answers
