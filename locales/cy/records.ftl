### Cofnodion systemau eraill: y dudalen sy'n dangos yr hyn a gafodd ei chwilio, a'r hyn sy'n cael ei gadw.
###
### $called  beth yw enw'r ateb, fel y mae'n ffitio ar ôl "Rhowch"

## Gwallau

error-record-empty = Gwiriwch { $called } cyn parhau

## Y dudalen

record-by = Yr hyn y gwnaethom chwilio amdano
record-nothing = Ni ddaethom o hyd i ddim ar gyfer yr hyn a roesoch. Gwiriwch ef a'i newid os yw'n anghywir.
record-silent = Ni allwn chwilio am hyn ar hyn o bryd. Nid ydych wedi gwneud dim o'i le.
record-safe = Mae eich atebion hyd yma'n ddiogel. Gallwch roi cynnig arall arni nawr, neu gadw a dod yn ôl yn nes ymlaen.
record-again = Rhowch gynnig arall arni
record-without = Gallwch hefyd barhau hebddo.
record-changed = Cafodd hwn ei newid mewn ffenestr arall neu ar ddyfais arall. Gwiriwch ef a pharhewch.
# Mewn rhagolwg, yn lle cofnod go iawn
record-made-up = Rhagolwg yw hwn: ni anfonwyd dim i'r system arall, a ffug yw'r hyn a ddangosir.

## Yr hyn sy'n cael ei gadw

kinds-record-nothing = Ni chafwyd hyd i ddim
kinds-record-no-reply = Nid oedd modd chwilio amdano
