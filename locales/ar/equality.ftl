### أسئلة المساواة: تُطرح بعد إرسال الطلب، وتُحفظ بدونه، وتُنشر سنويًا.

equality-title = أسئلة المساواة
equality-say = تساعدنا هذه الأسئلة على معرفة هل يستطيع الجميع استخدام هذه الخدمة. لا يلزمك أن تجيب عن أيّ منها.
equality-apart = نحفظ إجاباتك منفصلة عن طلبك. لا يراها أحد ممن ينظرون فيه، ولا تغيّر شيئًا.
equality-prefer-not-to-say = أفضّل عدم الإجابة
# في صفحة التأكيد، والرابط تحته
equality-offer = يمكنك الإجابة عن بعض الأسئلة عن نفسك. تساعدنا على معرفة هل يستطيع الجميع استخدام هذه الخدمة، وتُحفظ منفصلة عما أرسلته.
equality-link = أجب عن أسئلة المساواة
equality-thanks = شكرًا لك. حُفظت إجاباتك عن أسئلة المساواة منفصلة عما أرسلته.

## في صفحة المؤشرات

equality-figures-say = ما اختاره الناس في أسئلة المساواة، سنة بسنة. لم يكن يلزمهم أن يجيبوا. تُعرض السنة بعد انتهائها، وتُحجب الأعداد الصغيرة.
# $question ما سُئل، و$year سنة
equality-figures-table = { $question } { $year }
equality-figures-chosen = الاختيار
equality-figures-people = عدد الأشخاص

## الأسئلة المعتادة

equality-age-group = كم عمرك؟
equality-option-up-to-24 = 24 سنة أو أقل
equality-option-from-25-to-44 = من 25 إلى 44 سنة
equality-option-from-45-to-64 = من 45 إلى 64 سنة
equality-option-from-65 = 65 سنة أو أكثر
equality-sex = ما جنسك؟
equality-option-female = أنثى
equality-option-male = ذكر
equality-long-term-condition = هل تحدّ حالة صحية أو إعاقة مما يمكنك فعله؟
equality-option-limits-a-lot = نعم، تحدّ منه كثيرًا
equality-option-limits-a-little = نعم، تحدّ منه قليلًا
equality-option-limits-nothing = لديّ حالة أو إعاقة لا تحدّ منه
equality-option-has-none = ليس لديّ شيء من ذلك
equality-ethnic-group = ما مجموعتك العرقية؟
equality-option-asian = آسيوية
equality-option-black = سوداء
equality-option-mixed = مختلطة
equality-option-white = بيضاء
equality-option-another-ethnic-group = مجموعة عرقية أخرى
equality-religion = ما دينك؟
equality-option-no-religion = بلا دين
equality-option-buddhist = البوذية
equality-option-christian = المسيحية
equality-option-hindu = الهندوسية
equality-option-jewish = اليهودية
equality-option-muslim = الإسلام
equality-option-sikh = السيخية
equality-option-another-religion = دين آخر
equality-sexual-orientation = ما ميولك الجنسية؟
equality-option-straight = مغاير الجنس
equality-option-gay-or-lesbian = مثليّ أو مثليّة
equality-option-bisexual = مزدوج الميل
equality-option-another-orientation = ميول أخرى
