### Geiriau’r e-bost sy’n atgoffa rhywun o ddrafft cyn iddo gael ei ddileu. Nid oes ateb ynddo.

reminder-subject = Bydd eich atebion yn cael eu dileu cyn hir: { $service }
reminder-body = Gwnaethoch ddechrau “{ $service }” a chadw eich atebion. Nid ydych wedi eu hanfon. Byddwn yn eu dileu ar { $date } oni bai eich bod yn mynd ymlaen cyn hynny.
reminder-go-on = I fynd ymlaen, defnyddiwch y cyfeiriad hwn:
reminder-need = Bydd angen y cod a gawsoch pan wnaethoch gadw eich atebion. Dyma’r unig neges atgoffa.
reminder-not-you = Os nad ydych am fynd ymlaen, nid oes angen i chi wneud dim. Os na wnaethoch roi’r cyfeiriad hwn i ni, gallwch anwybyddu’r e-bost hwn.
watching-job-remind-of-drafts = Atgoffa pobl o ddrafftiau
