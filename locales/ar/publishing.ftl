### كلمات الصفحات التي تُنشر فيها إصدارات الخدمات، وكلمات المعاينة.
### الإصدار «المعمول به» هو الذي يستخدمه الناس الآن.

publishing-title = إصدارات الخدمات
publishing-list-say = اختر خدمة لترى الإصدار المعمول به، أو لتنشر إصدارًا آخر، أو لتعود إلى إصدار سابق.
publishing-list-none = لا توجد خدمة يمكنك نشرها. لا ينشر الخدمة إلا مسؤولها.
publishing-of = إصدارات «{ $service }»
publishing-live = المعمول به الآن
publishing-live-none = لا يوجد إصدار معمول به بعد.
publishing-live-since = معمول به منذ { $moment }، نشره { $by }
publishing-mark = العلامة
publishing-mark-say = أول 12 حرفًا من بصمة الإصدار: الإصداران اللذان لهما العلامة نفسها متطابقان.
publishing-bring = أضف إصدارًا آخر
publishing-bring-title = إضافة إصدار
publishing-bring-say = يظهر الإصدار بعد ذلك في قائمة خدمته، لتفحصه وتعاينه وتنشره. لا يصبح أي شيء معمولًا به بمجرد إضافته.
publishing-bring-folder = مجلد الخدمة
publishing-bring-hint = المجلد الذي فيه الملف service.yaml. لا يزيد على { $files } من الملفات و{ $megabytes } ميغابايت. إن كنت تستخدم هاتفًا فاستخدم حاسوبًا، أو الأمر «exemplar publish --propose FOLDER».
publishing-bring-button = أضف هذا الإصدار
publishing-bring-empty = اختر مجلد خدمة
publishing-bring-no-folder = اختر مجلدًا واحدًا، لا ملفات مفردة
publishing-bring-large = في المجلد الذي اخترته ملفات أكثر أو أكبر مما يُسمح به: اختر مجلد خدمة واحدة
publishing-bring-not-yours = لست أنت من ينشر الخدمة التي لها هذا الاسم. اطلب من مسؤولها أن يضيف الإصدار
publishing-bring-not-clean = في الإصدار الذي اخترته أخطاء. صححها واختر المجلد مرة أخرى
publishing-bring-found = ما فيه من أخطاء
publishing-table = الإصدارات التي أُضيفت
publishing-none = لم يُضف أيّ إصدار.
publishing-number = الإصدار
publishing-state = الحالة
publishing-brought = أُضيف
publishing-by = بواسطة
publishing-nth = الإصدار { $n }
publishing-state-draft = مسودة
publishing-state-asked = في انتظار شخص ثانٍ
publishing-state-scheduled = يبدأ العمل به لاحقًا
publishing-state-published = سبق نشره
publishing-state-live = معمول به
publishing-state-withdrawn = سُحب
publishing-history = ما كان معمولًا به ومتى
publishing-history-moment = ابتداءً من
publishing-back = استرجاع
publishing-back-of = الإصدار الذي كان معمولًا به ابتداءً من { $moment }
publishing-version = الإصدار { $n } من «{ $service }»
publishing-check = الفحص
publishing-check-clean = بلا ملاحظات
publishing-check-warnings = { $n ->
    [zero] بلا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { $n } تحذيرات
    [many] { $n } تحذيرًا
   *[other] { $n } تحذير
}
publishing-asked = طُلب نشره
publishing-agreed = ووفق عليه
publishing-withdrawn = سُحب
publishing-when = يبدأ العمل به
publishing-when-at-once = فورًا
publishing-why = السبب
publishing-done = { $moment }، { $by }
publishing-platform = سطر الأوامر
publishing-changes = ما الذي يتغيّر
publishing-changes-none = هو مطابق للإصدار المعمول به.
publishing-changes-first = لا يوجد إصدار معمول به بعد، فلا يوجد ما يُقارن به.
publishing-touches-rules = القواعد: تبقى للملفات القواعد التي بدأت بها
publishing-touches-words = الكلمات، وما يجب أن يكون صحيحًا اليوم: تتبعها كل الملفات فورًا
publishing-touches-nobody = الملاحظات والأدلة والأمثلة: لا يتأثر بها أيّ ملف
publishing-affects = من يتأثر به
publishing-affects-now = كما سيكون لو نُشر الآن:
publishing-affects-then = كما ذُكر قبل نشره:
publishing-affects-moved = { $n ->
    [0] لا تنتقل أيّ مسودة إلى الإصدار الجديد.
    [one] تُتابَع مسودة واحدة بالإصدار الجديد.
    [two] تُتابَع مسودتان بالإصدار الجديد.
    [few] تُتابَع { $n } مسودات بالإصدار الجديد.
    [many] تُتابَع { $n } مسودة بالإصدار الجديد.
   *[other] تُتابَع { $n } مسودة بالإصدار الجديد.
}
publishing-affects-finish = { $n ->
    [0] لا يلزم أن تُكمَل أيّ مسودة بالإصدار الذي بدأت به.
    [one] تُكمَل مسودة واحدة بالإصدار الذي بدأت به.
    [two] تُكمَل مسودتان بالإصدار الذي بدأتا به.
    [few] تُكمَل { $n } مسودات بالإصدار الذي بدأت به.
    [many] تُكمَل { $n } مسودة بالإصدار الذي بدأت به.
   *[other] تُكمَل { $n } مسودة بالإصدار الذي بدأت به.
}
publishing-affects-cases = { $n ->
    [0] لا يوجد ملف مُرسَل ما زال مفتوحًا.
    [one] ملف واحد مُرسَل تبقى له قواعده ويتبع الكلمات الجديدة.
    [two] ملفان مُرسَلان تبقى لهما قواعدهما ويتبعان الكلمات الجديدة.
    [few] { $n } ملفات مُرسَلة تبقى لها قواعدها وتتبع الكلمات الجديدة.
    [many] { $n } ملفًا مُرسَلًا تبقى لها قواعدها وتتبع الكلمات الجديدة.
   *[other] { $n } ملف مُرسَل تبقى لها قواعدها وتتبع الكلمات الجديدة.
}
publishing-preview = المعاينة
# $days رقم
publishing-preview-say = للمعاينة عنوان خاص بها وملفات خاصة بها. لا تخرج منها أيّ رسالة، ولا يُحسب شيء مما فيها، ويُمحى كل ما فيها بعد انتهاء مدتها (عدد الأيام: { $days }). يمكن لكل من لديه العنوان أن يراها.
publishing-preview-begin = ابدأ معاينة
publishing-preview-open = افتح المعاينة
publishing-preview-end = إنهاء المعاينة ومحو ملفاتها
publishing-publish = النشر
publishing-publish-two = يجب أن يوافق مسؤول آخر للخدمة قبل أن يبدأ العمل به.
publishing-note = لماذا يُنشر هذا الإصدار؟
publishing-note-hint = يبقى هذا في السجل.
publishing-day = متى يبدأ العمل به؟
publishing-day-hint = اترك اليوم والوقت فارغين لنشره فورًا. الأوقات بتوقيت { $zone }.
publishing-time = الوقت
publishing-time-hint = مثلًا 08:30
publishing-publish-button = نشر هذا الإصدار
publishing-ask-button = طلب نشر هذا الإصدار
publishing-agree = الموافقة
# $when أحد الاثنين أدناه
publishing-agree-say = اقرأ ما الذي يتغيّر ومن يتأثر به. إذا وافقت يبدأ العمل به { $when }.
publishing-agree-at-once = فورًا
publishing-agree-at = في { $moment }
publishing-agree-button = الموافقة والنشر
publishing-own = أنت من طلب نشر هذا الإصدار، فيجب أن يوافق عليه شخص آخر.
publishing-withdraw = سحب الإصدار
publishing-withdraw-say = لن يُنشر بعد سحبه. يمكنك إضافته مرة أخرى.
publishing-withdraw-button = سحب هذا الإصدار
publishing-error-note-missing = أدخل سبب نشر هذا الإصدار
publishing-error-note-long = سبب نشر هذا الإصدار: استخدم 1,000 حرف أو أقل
publishing-error-day = أدخل يومًا حقيقيًا ووقتًا مثل 08:30، أو اترك الاثنين فارغين
publishing-error-ahead = يجب أن يكون اليوم والوقت في المستقبل، وخلال سنة من الآن
publishing-error-moved-on = غيّر أحدهم شيئًا في هذا الإصدار منذ أن فتحت الصفحة. اطّلع عليه مرة أخرى.
publishing-error-live-changed = بدأ العمل بإصدار آخر منذ أن فتحت الصفحة. اطّلع على ما يتغيّر الآن.
publishing-error-live = هذا الإصدار معمول به الآن.
publishing-error-same-person = أنت من طلب نشر هذا الإصدار. يجب أن يوافق شخص آخر.
publishing-preview-title = معاينة
publishing-preview-banner = هذه معاينة لخدمة. لا يصل ما ترسله إلى أحد.
publishing-preview-messages = رسائل هذه المعاينة
publishing-preview-messages-none = لم تُكتب أيّ رسالة بعد.
# العمل الذي فشل، في قائمة الأعمال
watching-job-move-drafts = نقل المسودات إلى إصدار جديد
staff-event-moved = نُقل الطلب إلى إصدار جديد من الخدمة
