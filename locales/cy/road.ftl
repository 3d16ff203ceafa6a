### Yr hyn a ddywedir am gais cyn i unrhyw dudalen edrych arno.

## 408: cymerodd ormod o amser i gyrraedd

road-slow-title = Roedd eich cysylltiad yn rhy araf
road-slow = Ni chyrhaeddodd yr hyn a anfonoch mewn pryd. Ni chadwyd dim ohono.
road-slow-again = Gwiriwch eich cysylltiad, yna ewch yn ôl a rhowch gynnig arall arni.

## 403: daeth y ffurflen o dudalen gwefan arall

road-cross-title = Daeth y ffurflen hon o wefan arall
road-cross = Ni wnaethom ei derbyn, er mwyn eich diogelu. Ni chadwyd dim.
road-cross-do = Dechreuwch ar ein tudalen ein hunain, a rhowch eich atebion yno.

## 429: gormod o un rhwydwaith

road-too-fast = Anfonwyd gormod o’ch rhwydwaith mewn amser byr. Arhoswch rai munudau, yna rhowch gynnig arall arni.
