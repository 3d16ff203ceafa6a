### Geiriau adborth ar wasanaeth, a’r rhestr y mae ei berchnogion yn ei darllen. Mae’r cwestiwn a’i lefelau yn apply.ftl.

feedback-no-level = Dewiswch pa mor fodlon ydych chi ar y gwasanaeth hwn
feedback-too-long = Rhaid i’ch ateb am sut gallem wella’r gwasanaeth hwn fod yn { $n } nod neu lai
feedback-kept = Rydym yn cadw’r hyn rydych yn ei ysgrifennu am flwyddyn. Nid ydym yn cofnodi pwy a’i hysgrifennodd.
feedback-back = Mynd i dudalen gychwyn y gwasanaeth hwn
feedback-privacy = Os rhowch adborth, rydym yn cadw’r hyn rydych yn ei ysgrifennu am flwyddyn. Nid ydym yn ei gysylltu â’ch cais.
feedback-list-title = Adborth
feedback-list-say = Yr hyn a ysgrifennodd pobl am eich gwasanaethau, y diweddaraf yn gyntaf. Mae’n cael ei gadw am flwyddyn. Os enwodd rhywun berson ynddo, peidiwch â’i gopïo na’i basio ymlaen.
feedback-list-none = Nid oes neb wedi ysgrifennu dim eto.
feedback-list-pages = Tudalennau adborth
