### ما يقرؤه مقدّم الطلب من صفحة البداية إلى صفحة الحالة.
### رسائل الأخطاء في errors.ftl، وإطار كل صفحة وصفحات المشكلات في pages.ftl.
###
### $called    ما سُئل عنه: اسمك الكامل
### $question  السؤال كما طُرح: ما اسمك الكامل؟
### $date $when   يوم، أو يوم مع وقت، مكتوب بطريقة اللغة

## صفحة البداية

apply-start-button = ابدأ الآن
apply-start-who-can = من يمكنه استخدام هذه الخدمة
apply-start-before = قبل أن تبدأ
apply-start-have-ready = جهّز ما يلي:
# $duration مكتوبة بالكلمات
apply-start-takes = تستغرق نحو { $duration }.
# $amount مكتوب بطريقة اللغة
apply-start-price = رسومها { $amount }.
apply-start-free = هي مجانية.
# رابط إلى الصفحة التي تجد المسودة مرة أخرى
apply-start-return = العودة إلى إجابات حفظتها
apply-start-other-ways = طرق أخرى لاستخدام هذه الخدمة
# $number رقم هاتف، و$hours أوقات العمل
apply-start-phone = اتصل على { $number }، { $hours }
apply-start-write = اكتب إلى { $place }
apply-start-visit = زُر { $place }
apply-start-helper = يمكن لشخص أن يساعدك، أو أن يجيب عنك إذا طلبت منه ذلك.

## كل سؤال

apply-continue = متابعة
apply-back = رجوع
# بعد السؤال. $question ما يُسأل عنه
apply-optional = { $question } (اختياري)
apply-yes = نعم
apply-no = لا
# بين سائر الخيارات وخيار يكون وحده
apply-or = أو
# يفتح لماذا نسأل وبموجب أيّ قانون
apply-why-title = لماذا نسأل عن هذا
# $law اسم قانون ومادته
apply-why-law = القانون هو: { $law }.
apply-day = اليوم
apply-month = الشهر
apply-year = السنة
apply-name-title = اللقب
apply-name-first = الاسم الأول
apply-name-middle = الأسماء الوسطى
apply-name-last = اسم العائلة
apply-address-line-1 = السطر الأول من العنوان
apply-address-line-2 = السطر الثاني من العنوان
apply-address-town = المدينة أو البلدة
apply-address-county = المقاطعة
apply-address-postcode = الرمز البريدي
apply-address-country = البلد
# أول سطر في قائمة بلدان لم يُختر منها شيء بعد
apply-choose = اختر واحدًا
# تحت خانة لنص طويل. $n مقدار
apply-limit-characters = { $n ->
    [one] يمكنك كتابة حرف واحد على الأكثر
    [two] يمكنك كتابة حرفين على الأكثر
    [few] يمكنك كتابة { $n } أحرف على الأكثر
    [many] يمكنك كتابة { $n } حرفًا على الأكثر
   *[other] يمكنك كتابة { $n } حرف على الأكثر
}
apply-limit-words = { $n ->
    [one] يمكنك كتابة كلمة واحدة على الأكثر
    [two] يمكنك كتابة كلمتين على الأكثر
    [few] يمكنك كتابة { $n } كلمات على الأكثر
    [many] يمكنك كتابة { $n } كلمة على الأكثر
   *[other] يمكنك كتابة { $n } كلمة على الأكثر
}
# أثناء الكتابة، مع JavaScript
apply-left-characters = { $n ->
    [zero] لم يبقَ لك أيّ حرف
    [one] بقي لك حرف واحد
    [two] بقي لك حرفان
    [few] بقي لك { $n } أحرف
    [many] بقي لك { $n } حرفًا
   *[other] بقي لك { $n } حرف
}
apply-left-words = { $n ->
    [zero] لم تبقَ لك أيّ كلمة
    [one] بقيت لك كلمة واحدة
    [two] بقيت لك كلمتان
    [few] بقيت لك { $n } كلمات
    [many] بقيت لك { $n } كلمة
   *[other] بقيت لك { $n } كلمة
}
apply-over-characters = { $n ->
    [zero] لم تتجاوز الحد
    [one] تجاوزتَ الحد بحرف واحد
    [two] تجاوزتَ الحد بحرفين
    [few] تجاوزتَ الحد بـ { $n } أحرف
    [many] تجاوزتَ الحد بـ { $n } حرفًا
   *[other] تجاوزتَ الحد بـ { $n } حرف
}
apply-over-words = { $n ->
    [zero] لم تتجاوز الحد
    [one] تجاوزتَ الحد بكلمة واحدة
    [two] تجاوزتَ الحد بكلمتين
    [few] تجاوزتَ الحد بـ { $n } كلمات
    [many] تجاوزتَ الحد بـ { $n } كلمة
   *[other] تجاوزتَ الحد بـ { $n } كلمة
}

## نهاية للطريق غير التأكيد

# رابط إلى الإجابة التي أدّت إلى هنا
apply-exit-change = غيّر إجابتك
apply-exit-feedback = ما رأيك في هذه الخدمة؟

## مراجعة الإجابات

apply-check-title = راجع إجاباتك
# فوق القائمة
apply-check-say = تأكد من صحة كل شيء. يمكنك تغيير أيّ إجابة.
apply-change = تغيير
# كلمات مخفية بعد الرابط ليُفهم وحده
apply-change-hidden = الإجابة عن «{ $question }»
apply-not-answered = لم تُجب
# إجابة لم يُحدَّد فيها إلا المربع تعرض كلمات المربع؛ وهذا يعرض إقرارًا حُدّد
apply-agreed = وافقت
apply-check-not-sent = لن يُرسل شيء قبل أن تضغط على الزر.
apply-send = الموافقة والإرسال
# إجابة ناقصة لأن إجابة قبلها تغيّرت
apply-check-missing = عليك الإجابة عن سؤال آخر قبل أن تتمكن من إرسال إجاباتك
apply-check-missing-link = أجب عن «{ $question }»
# قاعدة تعتمد على تاريخ اليوم لم تعد صحيحة
apply-check-no-longer = إحدى إجاباتك لم تعد مناسبة لأن التاريخ تغيّر
# روابط لوقت لاحق
apply-check-save = الحفظ والعودة لاحقًا

## الحفظ والعودة لاحقًا: الصفحة التي فيها الرمز

apply-save = الحفظ والعودة لاحقًا
apply-saved-title = حُفظت إجاباتك
apply-saved-no-account = لا تحتاج إلى حساب. للعودة تحتاج إلى شيئين:
apply-saved-need-code = هذا الرمز
# $called السؤال الذي يؤكّد من هو الشخص
apply-saved-need-fact = { $called }
apply-saved-need-word = الكلمة التي تختارها في هذه الصفحة
apply-saved-code = رمزك
apply-saved-keep-code = اكتب الرمز أو اطبع هذه الصفحة.
apply-saved-where = اختر «العودة إلى إجابات حفظتها» في صفحة بداية الخدمة على أيّ جهاز.
# $date مكتوب بالكلمات
apply-saved-until = نحتفظ بإجاباتك حتى { $date }. إذا لم ترسلها حتى ذلك اليوم فسنمحوها.
apply-saved-print = اطبع هذه الصفحة
apply-saved-go-on = متابعة الإجابة

## الحفظ والعودة لاحقًا: كلمة، حين لم يُجب بعد عن السؤال الذي يؤكّد الهوية

apply-word-title = اختر كلمة
apply-word-why = لم تعطنا { $called } بعد، فنحتاج إلى طريقة أخرى لنعرف أنك أنت.
apply-word-label = كلمتك
apply-word-hint = الحد الأدنى لعدد الأحرف { $n }. يمكنك استخدام أكثر من كلمة
apply-word-button = حفظ

## الحفظ والعودة لاحقًا: رابط بالبريد الإلكتروني

apply-email-title = أرسل رابطًا إلى نفسك
apply-email-why = مع الرابط لا تحتاج إلى كتابة الرمز.
apply-email-label = عنوان البريد الإلكتروني
apply-email-hint = نستخدمه لإرسال الرابط إليك فقط
apply-email-button = أرسل الرابط
apply-email-sent-title = افتح بريدك الإلكتروني
# $email كما كُتب. النص نفسه سواء أمكن الوصول إليه أم لا
apply-email-sent = نرسل الآن رابطًا إلى { $email }. قد يستغرق وصوله بضع دقائق.
apply-email-not-arrived = إذا لم يصل، فابحث في مجلد الرسائل غير المرغوبة، أو استخدم رمزك.
# الرسالة نفسها. $service اسم الخدمة
apply-email-subject = العودة إلى إجاباتك: { $service }
apply-email-body = طلبتَ منا رابطًا للعودة إلى الإجابات التي حفظتها.
apply-email-use = استخدم هذا الرابط للمتابعة:
apply-email-ask = سنسألك عن { $called }.
apply-email-ask-word = سنسألك عن الكلمة التي اخترتها.
apply-email-until = نحتفظ بإجاباتك حتى { $date }.
apply-email-not-you = إذا لم تطلب هذه الرسالة فيمكنك تجاهلها. لا يستطيع أحد فتح الإجابات بالرابط وحده.

## العودة

apply-return-title = العودة إلى إجابات حفظتها
apply-return-code-label = رمزك
apply-return-code-hint = مثلًا { $example }. لا فرق بين الأحرف الكبيرة والصغيرة، ولا أهمية للمسافات
apply-return-button = متابعة
apply-return-no-code = ليس معي رمزي
apply-return-no-code-say = إذا طلبت رابطًا بالبريد الإلكتروني فاستخدمه. وإذا لم يكن معك أيّ منهما فابدأ من جديد: لا يستطيع أحد فتح الإجابات بدونهما، ونحن نمحوها في موعدها.
# الصفحة التي يؤدي إليها رابط من رسالة. فيها زر، فلا يتغيّر شيء بفتح الرابط وحده
apply-link-title = العودة إلى إجاباتك
# $service اسم الخدمة
apply-link-say = فتحتَ رابطًا إلى الإجابات التي حفظتها لخدمة «{ $service }».
apply-link-button = متابعة
apply-link-old-title = لم يعد هذا الرابط يعمل
apply-link-old = استُخدم من قبل أو مضى عليه وقت طويل. استخدم رمزك أو اطلب رابطًا جديدًا.
# ما يؤكّد الهوية
apply-confirm-title = تأكيد أنك أنت
apply-confirm-why = نسأل عن هذا حتى لا يرى إجاباتك أحد غيرك.
apply-confirm-word = ما الكلمة التي اخترتها؟
apply-confirm-button = متابعة
apply-welcome-title = مرحبًا بعودتك
# $when مكتوب بالكلمات
apply-welcome = آخر مرة حفظتَ فيها إجابة كانت { $when }.
# إجابة أُدخلت حين انتهى وقت الصفحة
apply-late-kept = حُفظت آخر إجابة أدخلتها. لا تحتاج إلى إدخالها مرة أخرى.
apply-late-check = احتفظنا بآخر إجابة أدخلتها، لكنها تحتاج إلى تغيير قبل أن نتمكن من حفظها.

## محاولة خاطئة، وكثرة المحاولات

# في ملخص الأخطاء. لا يقول أيّ الاثنين خطأ
apply-wrong-try = ما أدخلته لا يطابق أيّ إجابات محفوظة. راجعه وحاول مرة أخرى
apply-wrong-left = { $n ->
    [zero] لا يمكنك المحاولة بعد الآن
    [one] يمكنك المحاولة مرة واحدة أخرى
    [two] يمكنك المحاولة مرتين أخريين
    [few] يمكنك المحاولة { $n } مرات أخرى
    [many] يمكنك المحاولة { $n } مرة أخرى
   *[other] يمكنك المحاولة { $n } مرة أخرى
}
apply-locked-title = هذه الإجابات مقفلة
apply-locked-why = كثرت المحاولات التي لا تطابق. أقفلنا الإجابات لحمايتها.
apply-locked-until = يمكنك المحاولة مرة أخرى ابتداءً من { $when }.
apply-locked-safe = لم يضِع شيء.

## مغادرة هذا الجهاز

apply-leave = مغادرة هذا الجهاز
apply-leave-title = مغادرة هذا الجهاز
apply-leave-say = تبقى إجاباتك محفوظة. سينساها هذا الجهاز، فلا يراها من يستخدمه بعدك.
apply-leave-need = تحتاج إلى رمزك أو رابطك لتعود.
apply-leave-button = مغادرة هذا الجهاز
apply-left-title = غادرتَ هذا الجهاز
apply-left-say = إجاباتك محفوظة ولم تعد تُرى على هذا الجهاز.

## توجد مسودة على هذا الجهاز

apply-resume-title = بدأتَ من قبل
# $when مكتوب بالكلمات
apply-resume-say = على هذا الجهاز إجابات حُفظت آخر مرة في { $when }.
apply-resume-question = ماذا تريد أن تفعل؟
apply-resume-go-on = متابعة الإجابات المحفوظة
apply-resume-anew = البدء من جديد
apply-resume-anew-hint = سنمحو الإجابات المحفوظة
apply-resume-not-you = إذا لم تكن الإجابات لك فغادر هذا الجهاز أولًا

## أُجيب عن سؤال مرتين، على جهازين أو من شخصين

apply-conflict-title = تغيّرت هذه الإجابة بينما كانت صفحتك مفتوحة
apply-conflict-say = احتفظنا بالإجابتين. اختر الصحيحة منهما.
apply-conflict-question = أيّ إجابة تريد الاحتفاظ بها؟
# نص الإجابة المحفوظة هو الإجابة؛ وهذا تلميحها. $who أحد الثلاثة أدناه
apply-conflict-saved = حفظها { $who } في { $when }
apply-conflict-yours = ما أدخلته في هذه الصفحة
apply-conflict-who-you = أنت، في صفحة أخرى أو على جهاز آخر
apply-conflict-who-helper = الشخص الذي يساعدك
apply-conflict-who-staff = أحد الموظفين
apply-conflict-none = (بلا إجابة)
# كانت صفحة المراجعة مفتوحة حين تغيّرت إجابة
apply-conflict-check = تغيّرت إجابة منذ أن فتحت هذه الصفحة. راجع إجاباتك مرة أخرى قبل أن ترسلها

## التأكيد

apply-done-title = أُرسلت إجاباتك
apply-done-reference = رقمك المرجعي هو
apply-done-next = ماذا يحدث بعد ذلك
# $date مكتوب بالكلمات
apply-done-decide-by = سنبلغك بقرارنا حتى { $date }.
apply-done-message-email = أرسلنا تأكيدًا إلى { $email }.
apply-done-message-post = سنرسل إليك تأكيدًا بالبريد.
apply-done-status = تابع سير طلبك
apply-done-copy-title = احتفظ بنسخة
apply-done-copy-print = اطبع إجاباتك
apply-done-copy-download = نزّل إجاباتك ملف PDF
apply-done-copy-until = يمكنك العودة إلى هذه الصفحة على هذا الجهاز حتى { $date }.
apply-done-already = أرسلتَ هذه الإجابات من قبل. لا تحتاج إلى إرسالها مرة أخرى.

## الرضا، يُسأل عنه في كل نهاية

apply-satisfaction-question = ما مدى رضاك عن هذه الخدمة؟
apply-satisfaction-5 = راضٍ جدًا
apply-satisfaction-4 = راضٍ
apply-satisfaction-3 = لا راضٍ ولا غير راضٍ
apply-satisfaction-2 = غير راضٍ
apply-satisfaction-1 = غير راضٍ إطلاقًا
apply-satisfaction-improve = كيف يمكننا تحسين هذه الخدمة؟
apply-satisfaction-improve-hint = لا تذكر معلومات شخصية مثل اسمك أو رقمك المرجعي
apply-satisfaction-button = أرسل رأيك

## صفحة الحالة: أين وصل الملف

apply-status-title = طلبك
apply-status-reference = الرقم المرجعي
apply-status-where = أين هو الآن
apply-status-sent = أُرسل
apply-status-expected = القرار متوقع حتى
# المراحل بترتيبها
apply-status-draft = لم يُرسل بعد
apply-status-waiting-for-others = في انتظار شخص آخر
apply-status-waiting-for-payment = في انتظار الدفع
apply-status-submitted = استُلم
apply-status-decided = صدر القرار
# ما تعنيه كل مرحلة للشخص
apply-status-draft-say = لم ترسل إجاباتك. نحتفظ بها حتى { $date }.
apply-status-waiting-for-others-say = على شخص آخر أن يملأ جزءًا. نخبرك حين يفعل ذلك.
apply-status-waiting-for-payment-say = لم يصلنا دفعك بعد. يُرسل طلبك فور وصوله.
apply-status-submitted-say = طلبك لدينا. سنتخذ القرار حتى { $date }.
apply-status-decided-say = اتخذنا القرار في { $date }.
# حين يمضي اليوم الذي وُعد به
apply-status-late-say = كنا قد قلنا إننا سنتخذ القرار حتى { $date }. لم نتخذه بعد. لا يلزمك فعل شيء.
apply-status-withdrawn-say = سحبتَ طلبك في { $date }.
apply-status-erased-title = لم يعد هذا الطلب لدينا
apply-status-erased-say = محوناه كما قلنا.
# القرار
apply-status-outcome = القرار
apply-status-reasons = الأسباب
apply-status-law = القانون
apply-status-appeal-title = إذا كنت لا توافق
# $to الجهة التي تنظر في الاعتراض
apply-status-appeal = يمكنك الاعتراض لدى { $to } حتى { $date }.
apply-status-answers = ما أرسلته
apply-status-history = ما حدث
