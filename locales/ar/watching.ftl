### كلمات متابعة العمل: من اطّلع على ملف، وما فشل، وما حان موعده.

watching-looks-title = من اطّلع على ملف
watching-looks-button = اعرض من اطّلع
watching-looks-none = لا يوجد ملف بهذا الرقم المرجعي، أو لم يطّلع عليه أحد.
watching-when = متى
watching-who = من
watching-what = ماذا
watching-look-case = الملف
watching-look-letter = خطاب من الملف
watching-look-access = من يمكنه رؤية الملف
watching-failed-title = أعمال فشلت
watching-failed-none = لم يفشل أيّ عمل.
watching-tries = المحاولات
watching-why = سبب الفشل
watching-given-up = توقفت المحاولة
watching-again = أعِد المحاولة
watching-job-send-email = رسالة إلكترونية إلى مقدّم طلب
watching-job-write-to-staff = رسالة إلكترونية إلى الموظفين
watching-job-hand-back-cases = إعادة ملفات حساب منتهٍ
watching-job-erase-drafts = محو المسودات القديمة
watching-job-checkpoint = توقيع نقطة تحقق
watching-job-keep-house = الأعمال اليومية للنظام
watching-due-soon = يحين موعدها خلال 7 أيام
