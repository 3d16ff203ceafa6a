### ما تقوله أنواع الإجابات ولا تحتاج إليه الأنواع الأولى: أسماء خاناتها وأخطاؤها.
### الأخطاء المشتركة بين كل الأنواع في errors.ftl.
###
### $called   ما يُطلب، كما يأتي بعد «أدخل»
### $Called   الشيء نفسه في أول الجملة
### $from $to حدّ، مكتوب بطريقة اللغة
### $example  إجابة تُقبل

## النسب المئوية

# بعد خانة النسبة المئوية
kinds-percent-sign = %
error-percent-not-a-number = { $Called }: أدخل رقمًا، مثل { $example }
error-percent-not-whole = { $Called }: أدخل عددًا صحيحًا، مثل { $example }
error-percent-not-between = { $Called }: أدخل نسبة بين { $from }% و{ $to }%

## المواقع

error-website-format = أدخل { $called } بالصيغة الصحيحة، مثل { $example }

## أوقات اليوم

error-time-not-a-time = { $Called }: أدخل وقتًا، مثل 2:30 م أو 14:30
error-time-morning-or-afternoon = { $Called }: اكتب ص (صباحًا) أو م (مساءً)، مثل 2:30 م
error-time-too-early = { $Called }: أدخل { $from } أو وقتًا بعده
error-time-too-late = { $Called }: أدخل { $to } أو وقتًا قبله
error-time-not-between = { $Called }: أدخل وقتًا بين { $from } و{ $to }

## الأشهر والسنوات

error-month-not-real = { $Called }: أدخل شهرًا حقيقيًا
error-month-not-past = { $Called }: أدخل هذا الشهر أو شهرًا قبله
error-month-not-future = { $Called }: أدخل هذا الشهر أو شهرًا بعده
error-month-too-early = { $Called }: أدخل { $from } أو شهرًا بعده
error-month-too-late = { $Called }: أدخل { $to } أو شهرًا قبله
error-month-not-between = { $Called }: أدخل شهرًا بين { $from } و{ $to }
error-year-not-a-year = { $Called }: أدخل سنة بأربعة أرقام
error-year-not-past = { $Called }: أدخل هذه السنة أو سنة قبلها
error-year-not-future = { $Called }: أدخل هذه السنة أو سنة بعدها
error-year-too-early = { $Called }: أدخل { $from } أو سنة بعدها
error-year-too-late = { $Called }: أدخل { $to } أو سنة قبلها
error-year-not-between = { $Called }: أدخل سنة بين { $from } و{ $to }

## يومان، أول شيء وآخره

kinds-range-first = اليوم الأول
kinds-range-last = اليوم الأخير
# في الأخطاء، بدلًا مما يُسمّى به السؤال
kinds-called-range-first = اليوم الأول
kinds-called-range-last = اليوم الأخير
# $length مكتوبة بالكلمات
error-range-too-long = { $Called }: الحد الأقصى { $length }

## كم دام شيء

kinds-years = السنوات
kinds-months = الأشهر
kinds-weeks = الأسابيع
kinds-days = الأيام
kinds-hours = الساعات
kinds-minutes = الدقائق
# في الأخطاء، وبعد خانة وحدها
kinds-called-years = عدد السنوات
kinds-called-months = عدد الأشهر
kinds-called-weeks = عدد الأسابيع
kinds-called-days = عدد الأيام
kinds-called-hours = عدد الساعات
kinds-called-minutes = عدد الدقائق
error-duration-not-whole = { $Called }: أدخل عددًا صحيحًا من 0 إلى { $to }
# $from و$to مكتوبان بالكلمات
error-duration-too-short = { $Called }: الحد الأدنى { $from }
error-duration-too-long = { $Called }: الحد الأقصى { $to }
error-duration-not-between = { $Called }: أدخل مدة بين { $from } و{ $to }

## أرقام الأشخاص والمنظمات

# صيغته صحيحة، ورقم التحقق فيه يقول إن أحد أحرفه خطأ
error-identifier-mistyped = راجع { $called }: رقم واحد أو حرف واحد على الأقل غير صحيح

## الحسابات المصرفية

kinds-bank-name = الاسم المسجَّل للحساب
kinds-bank-sort-code = رمز الفرع
kinds-bank-sort-code-hint = يتكوّن من 6 أرقام
kinds-bank-number = رقم الحساب
kinds-bank-number-hint = يتكوّن من 6 إلى 8 أرقام
kinds-bank-roll-number = رقم سجل جمعية الإسكان
kinds-bank-roll-number-hint = تجده على بطاقتك أو كشف حسابك أو دفترك
kinds-bank-iban = رقم الحساب الدولي (IBAN)
# في الأخطاء، بدلًا مما يُسمّى به السؤال
kinds-called-bank-iban = رقم الحساب الدولي (IBAN)
error-bank-name-empty = أدخل الاسم المسجَّل للحساب
error-bank-name-too-long = الاسم المسجَّل للحساب: الحد الأقصى لعدد الأحرف { $n }
error-bank-sort-code-empty = أدخل رمز الفرع
error-bank-sort-code-format = رمز الفرع: أدخل 6 أرقام، مثل 309430
error-bank-number-empty = أدخل رقم الحساب
error-bank-number-format = رقم الحساب: أدخل من 6 إلى 8 أرقام
error-bank-roll-number-too-long = رقم سجل جمعية الإسكان: الحد الأقصى لعدد الأحرف { $n }
error-bank-roll-number-format = رقم سجل جمعية الإسكان: استخدم الأحرف من a إلى z والأرقام والشرطات والمسافات والشرطات المائلة والنقاط فقط
error-bank-iban-empty = أدخل رقم الحساب الدولي (IBAN)
error-bank-iban-format = أدخل رقم الحساب الدولي (IBAN) بالصيغة الصحيحة، مثل { $example }
# $start رمز بلد: NO
error-bank-iban-country = يجب أن يبدأ رقم الحساب الدولي (IBAN) بـ { $start }

## التوقيعات

error-signature-empty = اكتب اسمك الكامل للتوقيع

## الأماكن

kinds-place-latitude = خط العرض
kinds-place-latitude-hint = مثلًا 51.5034. يكون بين ‎-90‎ و‎90‎
kinds-place-longitude = خط الطول
kinds-place-longitude-hint = مثلًا ‎-0.1276‎. يكون بين ‎-180‎ و‎180‎
error-place-latitude-empty = أدخل خط العرض
error-place-latitude-format = خط العرض: أدخل رقمًا بين ‎-90‎ و‎90‎، مثل 51.5034
error-place-longitude-empty = أدخل خط الطول
error-place-longitude-format = خط الطول: أدخل رقمًا بين ‎-180‎ و‎180‎، مثل ‎-0.1276‎

## المستندات، وكيف يُرسل كل منها

kinds-way-now = سأرسله الآن
kinds-way-later = سأرسله لاحقًا
kinds-way-sent-already = أرسلتُه من قبل
kinds-way-someone-else = سيرسله شخص آخر
kinds-way-do-not-have = ليس لديّ
# $document ما يسمّيه به التعريف
error-evidence-empty = اختر كيف سترسل «{ $document }»

## شخص أو منظمة

kinds-party-is = من هو
kinds-party-person = شخص
kinds-party-organisation = منظمة
kinds-party-first = الاسم الأول، إذا كان شخصًا
kinds-party-last = اسم العائلة، إذا كان شخصًا
kinds-party-name = اسم المنظمة، إذا كانت منظمة
error-party-is-empty = اختر هل هو شخص أم منظمة
error-party-first-empty = أدخل الاسم الأول للشخص
error-party-first-too-long = الاسم الأول: الحد الأقصى لعدد الأحرف { $n }
error-party-last-empty = أدخل اسم عائلة الشخص
error-party-last-too-long = اسم العائلة: الحد الأقصى لعدد الأحرف { $n }
error-party-name-empty = أدخل اسم المنظمة
error-party-name-too-long = اسم المنظمة: الحد الأقصى لعدد الأحرف { $n }
