### تجديد ما صدر.

# الصفحة التي يقود إليها رابط الرسالة. $service اسم الخدمة.
renewing-link-title = جدّد ما لديك
renewing-link-say = اتبعتَ رابطًا من «{ $service }». قبل أن نعرض ما نعرفه عنك نسألك عن شيء لا يعرفه سواك.
renewing-link-button = متابعة
renewing-link-old-title = لم يعد هذا الرابط يعمل
renewing-link-old = إنه قديم جدًا، أو لم نعد نحتفظ بما كان من أجله. إذا كنت لا تزال بحاجة إليه فقدّم طلبًا من البداية.
renewing-link-start = انتقل إلى صفحة البداية

# $what ما صدر، مثل تسجيل؛ $number رقمه.
renewing-title = تجديد: { $what } { $number }
renewing-title-cannot = تجديد: { $what }
renewing-expires = ينتهي في { $date }.
renewing-until = يمكنك تجديده حتى { $date }.
renewing-what = ما نعرفه مسبقًا
renewing-what-say = أدخلنا هذه الإجابات نيابةً عنك. يمكنك تغيير أيٍّ منها قبل إرسال التجديد.
renewing-asked-again = نطلب الملفات من جديد، وكذلك ما توقّعه أو تقرّ به.
renewing-begin = ابدأ التجديد
renewing-continue = تابع التجديد
renewing-begun = بدأتَ تجديدًا ولم ترسله بعد.
renewing-sent = أرسلتَ تجديدًا. رقمه المرجعي { $reference }. سنكتب إليك عند اتخاذ القرار.
renewing-too-early = ينتهي في { $date }. يمكنك تجديده ابتداءً من { $from }. عُد حينها بالرابط الذي سنرسله إليك أو بهذا الرابط.
renewing-too-late = انتهى في { $date }. كان يمكن تجديده حتى { $until }. إذا كنت لا تزال بحاجة إليه فقدّم طلبًا جديدًا.
renewing-taken-away = لم يعد صالحًا، ولذلك لا يمكن تجديده. إذا كنت بحاجة إليه فقدّم طلبًا جديدًا.
renewing-forever = ليس له تاريخ انتهاء، فلا تحتاج إلى تجديده.
renewing-done = سبق تجديده.
renewing-nothing = لا يوجد هنا ما يمكن تجديده.
renewing-apply = قدّم طلبًا جديدًا
renewing-status = اعرف أين وصل طلبك

# مراجعة الإجابات. $number الرقم الذي يحتفظ به.
renewing-check = أنت تجدّد { $number } الذي ينتهي في { $date }. يبقى رقمه كما هو.
renewing-check-late = أنت تجدّد { $number } الذي انتهى في { $date }. يبقى رقمه كما هو.

# على شاشة الحالة.
renewing-staff-title = التجديد
renewing-staff-before = يجدّد ما صدر لهذه الحالة
renewing-staff-after = جدّدته
renewing-staff-erased = حالة مُحيت
renewing-staff-draft = بدأ ولم يُرسل
renewing-staff-can = يمكن تجديده حتى { $date }. ابدأ تجديدًا لمن يتصل بك هاتفيًا: تحصل على رمز، ويخبرك بما لا يعرفه سواه.
renewing-staff-begin = ابدأ تجديدًا
renewing-staff-code = رمز التجديد { $code }. افتحه بهذا الرمز، ويقول الشخص ما لا يعرفه سواه.
renewing-staff-open = افتح التجديد برمزه
staff-event-renewal-begun = بدأ التجديد
staff-event-refund-due = يُردّ
staff-event-entry-renewed = جُدّد

# كم تُحفظ الإجابات: $time مثل 7 سنوات، $what مثل تسجيل.
renewing-kept-after = { $time } بعد انتهاء { $what }
