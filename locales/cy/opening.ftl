### Welsh. The notes are in locales/en/opening.ftl.

opening-opens = Bydd yn agor ar { $when }.
opening-still = Dechreuoch cyn iddo gau, felly gallwch orffen eich atebion a’u hanfon.
