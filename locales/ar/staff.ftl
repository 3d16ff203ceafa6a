### كلمات صفحات الموظفين.

## حول كل صفحة

# الاسم المخفي للشريط الذي فيه اسم الشخص
staff-navigation = الموظفون
# الاسم المخفي للروابط فيه
staff-lists = القوائم
staff-sign-in = تسجيل الدخول
staff-sign-out = تسجيل الخروج
staff-home-title = عملك
staff-home-say = القوائم التي يمكنك فتحها أعلاه.

## تسجيل الدخول

staff-sign-in-title = تسجيل دخول الموظفين
staff-email = عنوان البريد الإلكتروني
staff-password = كلمة المرور
staff-code = الرمز
staff-code-hint = الأرقام الستة التي يعرضها تطبيق المصادقة الآن، أو أحد رموز الاسترداد
# لا يقول أيّ الثلاثة خطأ
staff-sign-in-wrong = راجع عنوان بريدك الإلكتروني وكلمة مرورك ورمزك، واستخدم رمزًا لم تستخدمه من قبل

## الزيارة الأولى

staff-first-title = إعداد طريقة تسجيل دخولك
staff-first-button = حفظ وعرض رموز الاسترداد
staff-first-gone = لم يعد هذا الرابط يعمل
staff-first-gone-say = استُخدم من قبل، أو مضى عليه أكثر من 24 ساعة. اطلب رابطًا جديدًا من مسؤول الحسابات.
staff-name = الاسم
staff-name-wrong = أدخل اسمك في 100 حرف أو أقل
staff-email-wrong = أدخل عنوان بريدك الإلكتروني، مثل name@example.com
staff-password-new = اختر كلمة مرور
staff-password-hint = { $n } حرفًا على الأقل. ثلاث كلمات لا صلة بينها اختيار جيد.
staff-password-wrong = اختر كلمة مرور من { $n } حرفًا على الأقل
staff-codes-title = إعداد رموز المرة الواحدة
staff-codes-say = أدخل هذا المفتاح في تطبيق المصادقة.
staff-codes-link = افتح المفتاح في تطبيق على هذا الجهاز
staff-code-first = الأرقام الستة التي يعرضها التطبيق الآن
staff-code-wrong = أدخل الأرقام الستة التي يعرضها التطبيق الآن
staff-recovery-title = احتفظ برموز الاسترداد
staff-recovery-say = يتيح لك كل رمز تسجيل الدخول مرة واحدة، حين لا يكون تطبيق المصادقة معك.
staff-recovery-once = تعرضها هذه الصفحة مرة واحدة فقط.

## الحسابات

staff-people-title = الأشخاص
staff-role = الدور
staff-state = الحساب
staff-sessions = الجلسات
staff-end-sessions = تسجيل الخروج من كل مكان
staff-role-caseworker = موظف ملفات
staff-role-manager = مدير
staff-role-owner = مسؤول خدمة
staff-role-operator = مشغّل النظام
staff-role-administrator = مسؤول الحسابات
staff-state-invited = لم يُعدَّ بعد
staff-state-active = مستخدَم
staff-state-ended = منتهٍ

## الملفات

staff-cases-title = الملفات
staff-cases-none = لا يوجد ملف مطابق.
staff-cases-filter = اعرض هذه
staff-cases-state = الحالة
staff-cases-open = في انتظار القرار
staff-cases-decided = صدر القرار
staff-cases-who = المُسنَد إليه
staff-cases-all = إلى أيّ أحد أو لا أحد
staff-cases-mine = إليّ
# وأيضًا في عمود من تولّى الملف
staff-cases-nobody = لا أحد
staff-cases-time = الوقت
staff-cases-any-time = أيّ وقت
staff-cases-overdue = متأخر
staff-cases-office = المكتب
# الاسم المخفي للروابط إلى صفحات القائمة الأخرى
staff-cases-pages = صفحات القائمة
staff-cases-next = الصفحة التالية
staff-state-received = استُلم
staff-reference = الرقم المرجعي
staff-service = الخدمة
staff-submitted = أُرسل
staff-due = موعد القرار
staff-age = العمر
staff-assigned = مُسنَد إلى
staff-office = المكتب
staff-decided-on = صدر القرار

## ملف واحد

staff-take = أسنِده إليّ
staff-hand-back = إعادة إلى القائمة
staff-answers = الإجابات
staff-history = السجل
staff-applicant = مقدّم الطلب
# ما فعله النظام نفسه
staff-platform = Exemplar
staff-event-submitted = أُرسل
staff-event-taken = تولّاه موظف
staff-event-handed-back = أُعيد إلى القائمة
staff-event-noted = ملاحظة
staff-event-decided = صدر القرار
staff-event-restricted = قُصر على موظفين مسمَّين
staff-event-opened = أُتيح لكل من في المكتب
staff-event-conflict-declared = قال إنه يعرف أحدًا في الملف
staff-note = ملاحظة للموظفين
staff-note-button = إضافة الملاحظة
staff-note-nothing = أدخل ملاحظة
staff-note-too-long = استخدم 5,000 حرف أو أقل
staff-decide-title = القرار
staff-decide-outcome = ماذا تقرّر؟
staff-decide-reason = لماذا؟
staff-decide-said = ما الذي يُضاف إلى الملف غير ذلك (اختياري)
staff-decide-button = اتخاذ القرار وإبلاغ مقدّم الطلب
staff-decide-no-outcome = اختر ما تقرّره
staff-decide-reason-needed = اختر سببًا لهذا القرار
# فوق الملف كما هو الآن؛ ما اختير باقٍ في النموذج
staff-case-changed = غيّر أحدهم هذا الملف بعد أن فتحته. يبيّن السجل ما فعل. اختياراتك محفوظة أدناه: راجعها وأرسلها مرة أخرى.
staff-case-not-open = لم يعد هذا الملف في انتظار قرار. يبيّن السجل ما جرى.
staff-conflict-title = غيّر شخص آخر هذا في الوقت نفسه
staff-conflict-say = لم يُحفظ شيء مما فعلته. ارجع واقرأه مرة أخرى وأعِد ما فعلته.

## الخطابات

staff-letters-title = خطابات للإرسال بالبريد
staff-letters-none = لا يوجد خطاب في انتظار البريد.
staff-letter = خطاب
staff-letter-since = كُتب
staff-letter-posted = أرسلتُ هذا الخطاب بالبريد
