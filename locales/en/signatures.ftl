### Signatures that can be drawn.

# Below the line for the name, where a signature can be drawn too
kinds-signature-type = Type your full name
kinds-signature-how = Draw your signature with a finger, pen or mouse. If you cannot, type your name instead
# The text of the sheet, for who cannot see it
kinds-signature-sheet = Sheet to draw your signature on
kinds-signature-undo = Undo the last line
kinds-signature-clear = Clear the drawing
# Said to who uses a screen reader
kinds-signature-there = Your signature is drawn
kinds-signature-empty = Nothing is drawn
kinds-signature-remove = Take away what is drawn
# In place of a drawing, and the text of its image
kinds-signature-drawn = Drawn signature
error-signature-draw-or-type = Type your full name or draw your signature
error-signature-too-little = Draw the whole of your signature, or clear the drawing and type your full name
error-signature-unreadable = Draw your signature again, or clear the drawing and type your full name
