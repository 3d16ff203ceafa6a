### Welsh. The notes are in locales/en/eligibility.ftl.

eligibility-title = Gwirio beth y gallwch wneud cais amdano
eligibility-say = Atebwch rai cwestiynau i weld pa rai o’r gwasanaethau hyn y gallwch eu defnyddio:
eligibility-not-kept = Nid ydym yn cadw eich atebion.
eligibility-none = Nid oes yr un gwasanaeth yma yn gofyn pwy all wneud cais cyn i chi ddechrau.
eligibility-show = Dangos beth y gallaf wneud cais amdano hyd yma
eligibility-list-title = Beth y gallwch wneud cais amdano
eligibility-can = Gallwch wneud cais
eligibility-cannot = Ni allwch wneud cais
eligibility-not-known = Nid ydym yn gwybod eto
eligibility-closed = Mae ar gau ar hyn o bryd.
eligibility-go-on = Ateb rhagor o gwestiynau
eligibility-again = Dechrau eto
