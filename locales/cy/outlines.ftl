### Welsh. The notes are in locales/en/outlines.ftl.

kinds-outline-hint = Teipiwch neu gludwch un pwynt ar bob llinell: lledred, yna hydred, fel 51.5034, -0.1276
kinds-outline-length = Hyd
kinds-outline-area = Arwynebedd
kinds-outline-kilometres = km
kinds-outline-metres = m
kinds-outline-square-kilometres = km²
kinds-outline-hectares = hectar
kinds-outline-square-metres = m²
kinds-outline-line-image = Braslun o’r llinell drwy’r pwyntiau hyn, â’r gogledd ar y brig
kinds-outline-area-image = Braslun o’r ardal o fewn y pwyntiau hyn, â’r gogledd ar y brig
error-outline-empty = Rhowch bwyntiau { $called }
error-outline-line = Rhaid i linell { $n } fod yn lledred a hydred, fel 51.5034, -0.1276
error-outline-too-few = Nifer pwyntiau { $called }: rhaid cael { $n } neu fwy
error-outline-too-many = Nifer pwyntiau { $called }: rhaid cael { $n } neu lai
error-outline-too-wide = { $Called }: ni chaiff fynd hanner ffordd o amgylch y ddaear na chroesi’r 180fed meridian
error-outline-crosses = { $Called }: ni chaiff yr amlinell groesi na chyffwrdd â hi ei hun. Gwiriwch drefn y pwyntiau
