### Welsh. The notes are in locales/en/documents.ftl.

documents-within = o fewn { $length } i wneud cais
documents-send-within = Os nad ydych yn ei hanfon nawr, rhaid iddi ein cyrraedd o fewn { $length } i wneud cais.
documents-to-come = Dogfennau i ddod
documents-due = { $document }, erbyn { $date }
