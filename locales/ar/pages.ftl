### كلمات كل صفحة، والصفحات التي لا تخص أيّ سؤال.
### الأسئلة ومراجعة الإجابات والتأكيد والحفظ والعودة والحالة في apply.ftl.

## حول كل صفحة

# أول رابط في كل صفحة، يظهر عند التركيز بلوحة المفاتيح
pages-skip-link = الانتقال إلى المحتوى الرئيسي
# عنوان نافذة المتصفح. $title عنوان الصفحة، و$service اسم الخدمة
pages-title = { $title } - { $service }
# الشيء نفسه حين تعرض الصفحة أخطاء
pages-title-with-error = خطأ: { $title } - { $service }
# كلمة مخفية قبل رسالة بجانب خانة
pages-error-prefix = خطأ:
# عنوان ملخص الأخطاء
pages-problem-title = توجد مشكلة
# عنوان تنبيه أعلى الصفحة
pages-notice-title = مهم
# كلمة مخفية قبل نص تحذير
pages-warning = تحذير
# شريط المرحلة التجريبية: جملة ثم رابط
pages-phase-banner = هذه خدمة جديدة.
pages-phase-banner-link = أعطنا رأيك لتساعدنا على تحسينها
# الاسم المخفي لمجموعة روابط أسفل الصفحة
pages-footer-label = روابط المساعدة
pages-footer-contact = اتصل بنا
pages-footer-cookies = ملفات تعريف الارتباط
pages-footer-privacy = الخصوصية
pages-footer-accessibility = بيان سهولة الاستخدام
pages-footer-feedback = رأيك

## تبديل اللغة

# الاسم المخفي لقائمة اللغات
pages-language-label = اللغة
# اسم هذه اللغة بها هي
pages-language-name = العربية
# كلمات مخفية للرابط الذي يؤدي إلى هذه اللغة
pages-language-change = تغيير اللغة إلى العربية

## ملفات تعريف الارتباط

pages-cookies-title = ملفات تعريف الارتباط
pages-cookies-what = ملفات تعريف الارتباط ملفات صغيرة يحفظها موقع على هاتفك أو جهازك اللوحي أو حاسوبك.
pages-cookies-only-essential = لا نستخدم إلا الملفات التي تحتاج إليها هذه الخدمة لتعمل. ولا نستخدمها لتتبّع ما تفعله.
pages-cookies-no-banner = ولأنها كلها ضرورية لا نطلب منك قبولها.
pages-cookies-table-title = ملفات تعريف الارتباط الضرورية
pages-cookies-name = الاسم
pages-cookies-purpose = الغرض منه
pages-cookies-expires = متى ينتهي
# الملف الذي يجد المسودة مرة أخرى على هذا الجهاز
pages-cookies-draft-purpose = يجد الإجابات التي حفظتها على هذا الجهاز
# الملف الذي يحمي النماذج
pages-cookies-csrf-purpose = يتحقق من أن ما يُرسل إلينا جاء من صفحاتنا
# ملف الموظفين المسجَّل دخولهم
pages-cookies-staff-purpose = يُبقي الموظفين مسجَّلي الدخول
# الملف الذي يتذكر اللغة
pages-cookies-language-purpose = يتذكر اللغة التي اخترتها
pages-cookies-expires-close = حين تغلق متصفحك
# $duration مكتوبة بالكلمات
pages-cookies-expires-after = بعد { $duration }

## الخصوصية

pages-privacy-title = الخصوصية
# $organisation صاحبة الخدمة
pages-privacy-who = تقرّر { $organisation } كيف تُستخدم معلوماتك.
pages-privacy-what-title = ما نجمعه ولماذا
pages-privacy-what = لا نسأل إلا عما نحتاج إليه. تعرض هذه القائمة كل سؤال ولماذا نطرحه.
pages-privacy-measure = ونحصي أيضًا عدد من يستخدمون كل صفحة. ليس في هذا الإحصاء شيء عنك.
pages-privacy-keep-title = كم نحتفظ بها
pages-privacy-keep-draft = إذا لم ترسل إجاباتك
# $outcome نتيجة للخدمة
pages-privacy-keep-outcome = إذا كانت النتيجة «{ $outcome }»
pages-privacy-keep-withdrawn = إذا سحبتَ طلبك
pages-privacy-keep-erased = بعد ذلك نمحو إجاباتك نهائيًا.
pages-privacy-who-sees-title = من يراها
pages-privacy-who-sees = لا يرى أحد إجاباتك قبل أن ترسلها. وبعد ذلك لا يراها إلا الموظفون الذين يتولّونها، ونسجّل كل مرة يطّلعون فيها عليها.
pages-privacy-rights-title = حقوقك
pages-privacy-rights = يمكنك أن تطلب منا:
pages-privacy-right-copy = نسخة مما نحتفظ به عنك
pages-privacy-right-correct = تصحيحه
pages-privacy-right-erase = محوه، حيث يسمح القانون
pages-privacy-right-object = التوقف عن استخدامه، حيث يسمح القانون
pages-privacy-right-person = أن يعيد شخص النظر في قرار اتخذه حاسوب
pages-privacy-complain-title = إذا لم تكن راضيًا
# $regulator هيئة حماية البيانات
pages-privacy-complain = يمكنك أن تشتكي إلينا، أو إلى { $regulator }.

## بيان سهولة الاستخدام

pages-accessibility-title = بيان سهولة الاستخدام
# $service اسم الخدمة، و$organisation صاحبتها
pages-accessibility-who = هذا البيان عن خدمة «{ $service }». تديرها { $organisation }.
pages-accessibility-aim = نريد أن يتمكن أكبر عدد من الناس من استخدامها. ينبغي أن تتمكن من:
pages-accessibility-can-zoom = التكبير حتى 400% دون أن يخرج النص عن الشاشة
pages-accessibility-can-keyboard = استخدامها كلها بلوحة المفاتيح وحدها
pages-accessibility-can-speech = استخدامها كلها ببرنامج للتعرّف على الكلام
pages-accessibility-can-reader = الاستماع إليها كلها بقارئ شاشة
pages-accessibility-can-no-script = استخدامها كلها بدون JavaScript
pages-accessibility-status-title = مدى سهولة استخدامها
pages-accessibility-status-full = تستوفي الإرشادات الخاصة بإتاحة محتوى الويب WCAG، الإصدار 2.2، المستوى AA.
pages-accessibility-status-partial = تستوفي معظم الإرشادات الخاصة بإتاحة محتوى الويب WCAG، الإصدار 2.2، المستوى AA. ولا تستوفيها بعد هذه الأجزاء:
pages-accessibility-status-untested = فُحصت ببرامج فقط، وهي تجد بعض المشكلات لا كلها. لم يفحصها الناس بعد.
pages-accessibility-report-title = أخبرنا عن مشكلة
pages-accessibility-report = اتصل بنا إذا وجدت مشكلة غير مذكورة في هذه الصفحة، أو إذا احتجت إلى هذه الخدمة بشكل آخر.
pages-accessibility-enforce-title = إذا لم تكن راضيًا عن جوابنا
# $body جهة تقدّم المشورة في قانون المساواة
pages-accessibility-enforce = اتصل بـ { $body }.
# $date مكتوب بالكلمات
pages-accessibility-tested = فُحصت هذه الخدمة آخر مرة في { $date }.
pages-accessibility-prepared = غُيّر هذا البيان آخر مرة في { $date }.

## الاتصال

pages-contact-title = اتصل بنا
pages-contact-intro = يمكنك الحصول على مساعدة في هذه الخدمة، أو استخدامها بطريقة أخرى. طلب المساعدة مجاني.
pages-contact-phone = الهاتف
pages-contact-hours = أوقات العمل
pages-contact-write = العنوان البريدي
pages-contact-visit = الزيارة
pages-contact-email = البريد الإلكتروني
# يظهر حين لا تعطي الخدمة أيّ طريقة للوصول إليها
pages-contact-none = لا يمكنك استخدام هذه الخدمة إلا على الإنترنت.

## الآراء

pages-feedback-title = أعطنا رأيك
pages-feedback-intro = أخبرنا برأيك في هذه الخدمة. لا تذكر معلومات شخصية مثل اسمك أو رقمك المرجعي.
pages-feedback-send = أرسل رأيك
pages-feedback-thanks-title = شكرًا على رأيك
pages-feedback-thanks = نقرأ كل الآراء. ولا نستطيع الرد عليها لأننا لا نعرف من أنت.

## 404: لا توجد هذه الصفحة، أو ليس لك أن تراها

pages-not-found-title = الصفحة غير موجودة
pages-not-found-typed = إذا كتبت عنوان الصفحة فتأكد من صحته.
pages-not-found-pasted = إذا لصقت عنوان الصفحة فتأكد من أنك نسخته كله.
# رابط إلى صفحة بداية الخدمة أو الموقع
pages-not-found-start = الذهاب إلى البداية

## 403: لم يأتِ النموذج من صفحتنا، أو انتهى وقته

pages-expired-title = ظلّت هذه الصفحة مفتوحة وقتًا طويلًا
pages-expired-saved = الإجابات التي أعطيتها من قبل محفوظة.
pages-expired-again = لم يُحفظ ما أدخلته في هذه الصفحة. ارجع إلى الصفحة وأدخله مرة أخرى.
pages-expired-button = العودة إلى الصفحة

## 409: تغيّرت الأحوال. صفحة الإجابتين عن سؤال واحد في apply.ftl

pages-conflict-title = تغيّر شيء منذ أن فتحت هذه الصفحة
pages-conflict-nothing-lost = لم نحفظ ما أرسلته، حتى لا يُكتب فوق شيء.
pages-conflict-again = انظر إلى الصفحة مرة أخرى وأعِد ما كنت تريد فعله.
pages-conflict-button = انظر إلى الصفحة مرة أخرى

## 413 و422: ما أُرسل لا يُقرأ على أنه نموذجنا

pages-too-large-title = ما أرسلته كبير جدًا
pages-too-large = لم نحفظه. ارجع وأرسل أقل من ذلك.
pages-unreadable-title = لم نتمكن من قراءة ما أرسلته
pages-unreadable = لم نحفظه. ارجع إلى الصفحة وحاول مرة أخرى.

## 429: محاولات كثيرة

pages-too-many-title = حاولت مرات كثيرة جدًا
# $n عدد الدقائق
pages-too-many-wait = { $n ->
    [one] انتظر دقيقة واحدة ثم حاول مرة أخرى.
    [two] انتظر دقيقتين ثم حاول مرة أخرى.
    [few] انتظر { $n } دقائق ثم حاول مرة أخرى.
    [many] انتظر { $n } دقيقة ثم حاول مرة أخرى.
   *[other] انتظر { $n } دقيقة ثم حاول مرة أخرى.
}
pages-too-many-saved = الإجابات التي أعطيتها من قبل محفوظة.

## 500: خطأ من جانبنا

pages-fault-title = توجد مشكلة في الخدمة
pages-fault-later = حاول مرة أخرى لاحقًا.
pages-fault-saved = الإجابات في الصفحات السابقة محفوظة. أما ما أدخلته في الصفحة الأخيرة فقد لا يكون محفوظًا.
# $reference يتيح للموظفين العثور على الخطأ
pages-fault-reference = إذا اتصلت بنا بشأن هذا فأعطنا هذا الرقم: { $reference }

## 503: أناس أكثر مما نستطيع خدمته

pages-busy-title = الخدمة مزدحمة
pages-busy-wait = يستخدم الخدمة الآن كثير من الناس.
# $n عدد الثواني
pages-busy-again = { $n ->
    [one] حاول مرة أخرى بعد ثانية واحدة.
    [two] حاول مرة أخرى بعد ثانيتين.
    [few] حاول مرة أخرى بعد { $n } ثوانٍ.
    [many] حاول مرة أخرى بعد { $n } ثانية.
   *[other] حاول مرة أخرى بعد { $n } ثانية.
}
pages-busy-saved = الإجابات التي أعطيتها من قبل محفوظة.
pages-busy-button = حاول مرة أخرى

## 503: مغلقة لمدة

pages-unavailable-title = الخدمة غير متاحة
# $when مكتوب بالكلمات
pages-unavailable-until = ستتمكن من استخدام الخدمة ابتداءً من { $when }.
pages-unavailable-later = ستتمكن من استخدام الخدمة لاحقًا.
pages-unavailable-saved = الإجابات التي أعطيتها من قبل محفوظة.

## للخدمة تاريخا فتح وإغلاق واليوم خارجهما

# كلمات الخدمة عن إغلاقها تحت هذين العنوانين
pages-closed-title = هذه الخدمة مغلقة
pages-not-open-yet-title = لم تُفتح هذه الخدمة بعد
# $when مكتوب بالكلمات
pages-not-open-yet = يمكنك استخدام هذه الخدمة ابتداءً من { $when }.
# يظهر لمن لديهم مسودة
pages-closed-draft = لم ترسل إجاباتك قبل إغلاق الخدمة. نحتفظ بها حتى { $date } ثم نمحوها.

## في نهاية كل صفحة أعلاه

# رابط إلى صفحة الاتصال
pages-contact-us = اتصل بنا إذا احتجت إلى مساعدة

## الصفحة الأولى للموقع

pages-home-title = الخدمات
pages-home-intro = اختر ما تريد فعله.
pages-home-none = لا توجد خدمة مفتوحة الآن.
