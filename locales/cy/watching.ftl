### Words for watching over the work: who looked at a case, what failed, what is due.

watching-looks-title = Pwy edrychodd ar achos
watching-looks-button = Dangos pwy edrychodd
watching-looks-none = Nid oes gan unrhyw achos y cyfeirnod hwn, neu nid oes neb wedi edrych arno.
watching-when = Pryd
watching-who = Pwy
watching-what = Beth
watching-look-case = Yr achos
watching-look-letter = Llythyr o'r achos
watching-look-access = Pwy all weld yr achos
watching-failed-title = Gwaith a fethodd
watching-failed-none = Nid oes unrhyw waith wedi methu.
watching-tries = Ymdrechion
watching-why = Pam y methodd
watching-given-up = Rhoddwyd y gorau iddi
watching-again = Gwneud eto
watching-job-send-email = E-bost at ymgeisydd
watching-job-write-to-staff = E-bost at staff
watching-job-hand-back-cases = Rhoi achosion cyfrif a ddaeth i ben yn ôl
watching-job-erase-drafts = Dileu hen ddrafftiau
watching-job-checkpoint = Llofnodi pwynt gwirio
watching-job-keep-house = Cadw trefn ddyddiol
watching-due-soon = I'w benderfynu o fewn 7 diwrnod
