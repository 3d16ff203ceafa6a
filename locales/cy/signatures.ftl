### Welsh. The notes are in locales/en/signatures.ftl.

kinds-signature-type = Teipiwch eich enw llawn
kinds-signature-how = Tynnwch lun o’ch llofnod â bys, pìn neu lygoden. Os na allwch, teipiwch eich enw yn lle hynny
kinds-signature-sheet = Dalen i dynnu llun o’ch llofnod arni
kinds-signature-undo = Dadwneud y llinell olaf
kinds-signature-clear = Clirio’r llun
kinds-signature-there = Mae eich llofnod wedi’i dynnu
kinds-signature-empty = Does dim byd wedi’i dynnu
kinds-signature-remove = Tynnu’r llun ymaith
kinds-signature-drawn = Llofnod wedi’i dynnu â llaw
error-signature-draw-or-type = Teipiwch eich enw llawn neu tynnwch lun o’ch llofnod
error-signature-too-little = Tynnwch lun o’ch llofnod cyfan, neu cliriwch y llun a theipiwch eich enw llawn
error-signature-unreadable = Tynnwch lun o’ch llofnod eto, neu cliriwch y llun a theipiwch eich enw llawn
