### Welsh. The notes are in locales/en/equality.ftl.

equality-title = Cwestiynau cydraddoldeb
equality-say = Mae’r cwestiynau hyn yn ein helpu i weld a all pawb ddefnyddio’r gwasanaeth hwn. Nid oes rhaid i chi ateb yr un ohonynt.
equality-apart = Rydym yn cadw eich atebion ar wahân i’ch cais. Ni all neb sy’n edrych arno eu gweld, ac nid ydynt yn newid dim.
equality-prefer-not-to-say = Mae’n well gennyf beidio â dweud
equality-offer = Gallwch ateb rhai cwestiynau amdanoch chi. Maent yn ein helpu i weld a all pawb ddefnyddio’r gwasanaeth hwn, ac fe’u cedwir ar wahân i’r hyn a anfonoch.
equality-link = Ateb cwestiynau cydraddoldeb
equality-thanks = Diolch. Cadwyd eich atebion i’r cwestiynau cydraddoldeb ar wahân i’r hyn a anfonoch.

equality-figures-say = Yr hyn a ddewisodd pobl yn y cwestiynau cydraddoldeb, fesul blwyddyn. Nid oedd rhaid iddynt ateb. Dangosir blwyddyn pan fydd drosodd; cedwir niferoedd bach yn ôl.
equality-figures-table = { $question } { $year }
equality-figures-chosen = Dewis
equality-figures-people = Pobl

equality-age-group = Faint yw eich oed?
equality-option-up-to-24 = 24 neu’n iau
equality-option-from-25-to-44 = 25 i 44
equality-option-from-45-to-64 = 45 i 64
equality-option-from-65 = 65 neu’n hŷn
equality-sex = Beth yw eich rhyw?
equality-option-female = Benyw
equality-option-male = Gwryw
equality-long-term-condition = A yw cyflwr iechyd neu anabledd yn cyfyngu ar yr hyn y gallwch ei wneud?
equality-option-limits-a-lot = Ydy, yn fawr
equality-option-limits-a-little = Ydy, ychydig
equality-option-limits-nothing = Mae gennyf un, ac nid yw’n fy nghyfyngu
equality-option-has-none = Nid oes gennyf un
equality-ethnic-group = Beth yw eich grŵp ethnig?
equality-option-asian = Asiaidd
equality-option-black = Du
equality-option-mixed = Cymysg
equality-option-white = Gwyn
equality-option-another-ethnic-group = Grŵp ethnig arall
equality-religion = Beth yw eich crefydd?
equality-option-no-religion = Dim crefydd
equality-option-buddhist = Bwdhydd
equality-option-christian = Cristion
equality-option-hindu = Hindŵ
equality-option-jewish = Iddew
equality-option-muslim = Mwslim
equality-option-sikh = Sikh
equality-option-another-religion = Crefydd arall
equality-sexual-orientation = Beth yw eich cyfeiriadedd rhywiol?
equality-option-straight = Heterorywiol
equality-option-gay-or-lesbian = Hoyw neu lesbiaidd
equality-option-bisexual = Deurywiol
equality-option-another-orientation = Cyfeiriadedd arall
