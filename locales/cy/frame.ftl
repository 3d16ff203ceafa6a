### Geiriau ffrâm pob tudalen y mae pobl yn eu clywed yn hytrach na'u gweld.

pages-service-label = Gwasanaeth
pages-above-label = Yn ôl ac ieithoedd
pages-simulated-title = Efelychiad
pages-simulated-say = Mae'r achosion yma wedi'u llunio i ddangos sut mae Exemplar yn gweithio. Peidiwch â rhoi unrhyw beth go iawn.
pages-site = Exemplar
pages-cookies-needed-title = Ni anfonodd eich porwr gwci
pages-cookies-needed = Mae angen un cwci ar y gwasanaeth hwn i gadw eich atebion ar wahân i rai pobl eraill.
pages-cookies-needed-do = Caniatewch gwcis ar gyfer y wefan hon, yna ewch yn ôl i'r dudalen a rhowch eich ateb eto.
apply-done-copy-say = Argraffwch y dudalen hon i gadw copi o'r hyn a anfonoch.
